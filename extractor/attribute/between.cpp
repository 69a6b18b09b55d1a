// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/between.h"

namespace socai {

void Between::count(const Document& doc, const AttributionWords& words, const std::vector<AmountMention>& amounts) {
  const auto size = static_cast<std::uint32_t>(doc.tokens.size());
  counts_.resize(size + 1);
  Counts counts;
  std::size_t hedged = 0;  // the first amount whose hedge may still come
  for (std::uint32_t at = 0; at <= size; ++at) {
    if (at > 0) {
      const Token& token = doc.tokens[at - 1];
      const bool opens = words.round_open.has(token.word);
      if (opens) ++counts.brackets, counts.in_brackets = true;
      while (hedged < amounts.size() && amounts[hedged].tokens.begin <= at - 1) ++hedged;
      const bool hedge = hedged < amounts.size() && amounts[hedged].hedge.tokens.contains(at - 1);
      counts.outside += counts.in_brackets || hedge ? 0 : 1;
      if (token.gap == Gap::line || words.round_close.has(token.word)) counts.in_brackets = false;
      counts.marks += token.kind == TokenKind::mark ? 1 : 0;
      while (counts.begun < amounts.size() && amounts[counts.begun].tokens.begin < at) ++counts.begun;
      while (counts.ended < amounts.size() && amounts[counts.ended].tokens.end <= at) ++counts.ended;
    }
    counts_[at] = counts;
  }
}

}  // namespace socai
