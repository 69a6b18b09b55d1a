// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/marks.h"

#include <algorithm>

namespace socai {

void Marks::find(const PhraseTable& phrases, const Document& doc) {
  for (auto& list : by_class_) list.clear();
  const auto count = static_cast<std::uint32_t>(doc.tokens.size());
  for (std::uint32_t at = 0; at < count; ++at) {
    if (doc.tokens[at].word == 0) continue;
    found_.clear();
    phrases.match(doc.tokens, at, &found_);
    for (const Match& match : found_) {
      auto& list = by_class_[static_cast<std::size_t>(match.phrase_class)];
      if (!list.empty() && list.back().tokens.begin == at) {
        list.back() = match;  // shorter ones come first
      } else if (list.empty() || match.tokens.end > list.back().tokens.end) {
        list.push_back(match);
      }
    }
  }
  index(count);
}

// One look at a bit saves most searches: nearly every question about a token has no for an answer.
void Marks::index(std::uint32_t tokens) {
  starts_.assign(tokens + 1, 0);
  ends_.assign(tokens + 1, 0);
  for (std::size_t i = 0; i < by_class_.size(); ++i) {
    for (const Match& match : by_class_[i]) {
      starts_[match.tokens.begin] |= std::uint64_t{1} << i;
      ends_[match.tokens.end] |= std::uint64_t{1} << i;
    }
  }
}

namespace {

const Match* first_from(const std::vector<Match>& list, std::uint32_t token) {
  return std::lower_bound(list.data(), list.data() + list.size(), token,
                          [](const Match& match, std::uint32_t value) { return match.tokens.begin < value; });
}

}  // namespace

const Match* Marks::starting_at(PhraseClass phrase_class, std::uint32_t token) const {
  if (token >= starts_.size() || (starts_[token] >> static_cast<unsigned>(phrase_class) & 1) == 0) return nullptr;
  const auto& list = of(phrase_class);
  const Match* match = first_from(list, token);
  return match != list.data() + list.size() && match->tokens.begin == token ? match : nullptr;
}

const Match* Marks::ending_at(PhraseClass phrase_class, std::uint32_t token) const {
  if (token >= ends_.size() || (ends_[token] >> static_cast<unsigned>(phrase_class) & 1) == 0) return nullptr;
  const auto& list = of(phrase_class);
  for (const Match* match = first_from(list, token); match != list.data();) {
    --match;
    if (match->tokens.end == token) return match;
    if (match->tokens.end < token) break;  // ends grow with beginnings, for none lies inside another
  }
  return nullptr;
}

Marks::Slice Marks::within(PhraseClass phrase_class, TokenRange range) const {
  const auto& list = of(phrase_class);
  return {first_from(list, range.begin), first_from(list, range.end)};
}

}  // namespace socai
