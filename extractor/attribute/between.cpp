// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/between.h"

namespace socai {

void Between::count(const Document& doc, const std::vector<AmountMention>& amounts) {
  const auto size = static_cast<std::uint32_t>(doc.tokens.size());
  counts_.resize(size + 1);
  Counts counts;
  for (std::uint32_t at = 0; at <= size; ++at) {
    if (at > 0) {
      counts.marks += doc.tokens[at - 1].kind == TokenKind::mark ? 1 : 0;
      while (counts.begun < amounts.size() && amounts[counts.begun].tokens.begin < at) ++counts.begun;
      while (counts.ended < amounts.size() && amounts[counts.ended].tokens.end <= at) ++counts.ended;
    }
    counts_[at] = counts;
  }
}

}  // namespace socai
