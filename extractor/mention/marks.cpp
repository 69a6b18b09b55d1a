// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/marks.h"

#include <algorithm>

namespace socai {

void Marks::find(const rules::Tables& tables, const Document& doc) {
  tables_ = &tables;
  doc_ = &doc;
  const auto count = static_cast<std::uint32_t>(doc.tokens.size());
  matches_.clear();
  starts_.assign(count + 1, Start());
  ends_.assign(count + 1, 0);
  // Where a phrase may start is noted first, without a branch that depends on the text.
  places_.resize(count);
  std::size_t places = 0;
  for (std::uint32_t at = 0; at < count; ++at) {
    places_[places] = at;
    places += tables.phrases.may_start(doc.tokens, at) ? 1 : 0;
  }
  covered_ = {};
  for (std::size_t i = 0; i < places; ++i) find_at(places_[i]);
}

// Of the matches of a class that begin here the longest stays, unless it lies inside an earlier one.
void Marks::find_at(std::uint32_t at) {
  Start& start = starts_[at];
  start.first = static_cast<std::uint32_t>(matches_.size());
  for (const PhraseTable::Found& found : tables_->phrases.longest_at(doc_->tokens, at)) {
    const std::uint32_t end = at + found.length;
    std::uint32_t& covered = covered_[static_cast<unsigned>(found.phrase_class)];
    if (end <= covered) continue;
    covered = end;
    const std::uint64_t bit = class_bit(found.phrase_class);
    start.classes |= bit;
    ends_[end] |= bit;
    matches_.push_back({{at, end}, found.phrase_class, found.index});
  }
}

std::optional<Match> Marks::at(PhraseClass phrase_class, std::uint32_t token) const {
  const PhraseTable& phrases = tables_->phrases_on_demand;
  if (!phrases.may_start(doc_->tokens, token)) return std::nullopt;
  if ((phrases.classes_from(doc_->tokens[token].word) & class_bit(phrase_class)) == 0) return std::nullopt;
  for (const PhraseTable::Found& found : phrases.longest_at(doc_->tokens, token)) {
    if (found.phrase_class == phrase_class) return Match{{token, token + found.length}, phrase_class, found.index};
  }
  return std::nullopt;
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
