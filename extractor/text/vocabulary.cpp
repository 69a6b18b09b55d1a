// SPDX-License-Identifier: Apache-2.0
#include "extractor/text/vocabulary.h"

namespace socai {

Vocabulary::Vocabulary() : slots_(1024) {}

std::uint64_t Vocabulary::hash(std::string_view spelling) {
  std::uint64_t value = kHashSeed;
  for (const char c : spelling) value = hash_step(value, static_cast<unsigned char>(c));
  return value;
}

WordId Vocabulary::find(std::string_view spelling, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = (hash ^ hash >> 32) & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.word == 0) return 0;
    if (slot.hash == hash && slot.size == spelling.size() &&
        spelling == std::string_view(spellings_).substr(slot.offset, slot.size)) {
      return slot.word;
    }
  }
}

void Vocabulary::insert(std::string_view spelling, std::uint64_t hash, WordId word) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (hash ^ hash >> 32) & mask;
  while (slots_[at].word != 0) at = (at + 1) & mask;
  slots_[at] = {hash, static_cast<std::uint32_t>(spellings_.size()), static_cast<std::uint32_t>(spelling.size()), word};
  spellings_.append(spelling);
  ++used_;
}

void Vocabulary::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.word == 0) continue;
    std::size_t at = (slot.hash ^ slot.hash >> 32) & mask;
    while (slots_[at].word != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

WordId Vocabulary::add(std::string_view spelling) {
  const auto value = hash(spelling);
  if (const WordId known = find(spelling, value); known != 0) return known;
  insert(spelling, value, ++words_);
  return words_;
}

void Vocabulary::add_spelling(std::string_view spelling, WordId word) {
  const auto value = hash(spelling);
  if (find(spelling, value) == 0) insert(spelling, value, word);
}

}  // namespace socai
