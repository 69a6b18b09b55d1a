// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/between.h"

namespace socai {

void Between::count(const Document& doc, const AttributionWords& words, const std::vector<AmountMention>& amounts) {
  const auto size = static_cast<std::uint32_t>(doc.tokens.size());
  counts_.resize(size + 1);
  Counts counts;
  std::size_t hedged = 0;  // the first amount whose hedge may still come
  counts_[0] = counts;
  for (std::uint32_t at = 0; at < size; ++at) {
    const Token& token = doc.tokens[at];
    const bool mark = token.kind == TokenKind::mark;
    if (mark && words.round_open.has(token.word)) ++counts.brackets, counts.in_brackets = true;
    while (hedged < amounts.size() && amounts[hedged].tokens.begin <= at) ++hedged;
    const bool hedge = hedged < amounts.size() && amounts[hedged].hedge.tokens.contains(at);
    counts.outside += counts.in_brackets || hedge ? 0 : 1;
    if (token.gap == Gap::line || (mark && words.round_close.has(token.word))) counts.in_brackets = false;
    counts.marks += mark ? 1 : 0;
    while (counts.begun < amounts.size() && amounts[counts.begun].tokens.begin <= at) ++counts.begun;
    while (counts.ended < amounts.size() && amounts[counts.ended].tokens.end <= at + 1) ++counts.ended;
    counts_[at + 1] = counts;
  }
}

}  // namespace socai
