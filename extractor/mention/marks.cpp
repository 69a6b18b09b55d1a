// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/marks.h"

#include <algorithm>

namespace socai {

void Marks::find(const rules::Tables& tables, const Document& doc) {
  tables_ = &tables;
  doc_ = &doc;
  const auto count = static_cast<std::uint32_t>(doc.tokens.size());
  std::uint32_t last_end[64] = {};  // of each class
  matches_.clear();
  starts_.assign(count + 1, Start());
  ends_.assign(count + 1, 0);
  for (std::uint32_t at = 0; at < count; ++at) {
    if (tables.phrases.may_start(doc.tokens, at)) find_at(at, last_end);
  }
}

// Of the matches of a class that begin here the longest stays, unless it lies inside an earlier one.
void Marks::find_at(std::uint32_t at, std::uint32_t (&last_end)[64]) {
  const std::size_t first = matches_.size();
  std::uint64_t classes = 0;
  tables_->phrases.match(doc_->tokens, at, [&](const Match& match) {
    const std::uint64_t bit = class_bit(match.phrase_class);
    std::uint32_t& end = last_end[static_cast<unsigned>(match.phrase_class)];
    if (end >= match.tokens.end) return;
    end = match.tokens.end;
    const auto place = matches_.begin() + static_cast<std::ptrdiff_t>(first) + std::popcount(classes & (bit - 1));
    if ((classes & bit) != 0) {
      *place = match;  // shorter ones come first
    } else {
      matches_.insert(place, match);
      classes |= bit;
    }
  });
  starts_[at] = {classes, static_cast<std::uint32_t>(first)};
  for (std::size_t i = first; i < matches_.size(); ++i) {
    ends_[matches_[i].tokens.end] |= class_bit(matches_[i].phrase_class);
  }
}

std::optional<Match> Marks::at(PhraseClass phrase_class, std::uint32_t token) const {
  std::optional<Match> longest;
  const PhraseTable& phrases = tables_->phrases_on_demand;
  if (!phrases.may_start(doc_->tokens, token)) return longest;
  if ((phrases.classes_from(doc_->tokens[token].word) & class_bit(phrase_class)) == 0) return longest;
  phrases.match(doc_->tokens, token, [&](const Match& match) {
    if (match.phrase_class == phrase_class) longest = match;
  });
  return longest;
}

const Match* Marks::ending_at(PhraseClass phrase_class, std::uint32_t token) const {
  if (token >= ends_.size() || (ends_[token] & class_bit(phrase_class)) == 0) return nullptr;
  for (std::uint32_t begin = token; begin-- > 0;) {
    const Match* match = starting_at(phrase_class, begin);
    if (match != nullptr && match->tokens.end == token) return match;
  }
  return nullptr;
}

}  // namespace socai
