// SPDX-License-Identifier: Apache-2.0
#include "extractor/text/vocabulary.h"

namespace socai {

Vocabulary::Vocabulary() : slots_(1024), hashes_(1024) {}

bool Vocabulary::is(const Slot& slot, const Spelling& spelling) const {
  if (slot.first != spelling.block(0) || slot.blocks != spelling.blocks()) return false;
  for (std::size_t i = 1; i < slot.blocks; ++i) {
    if (rest_[slot.rest + i - 1] != spelling.block(i)) return false;
  }
  return true;
}

WordId Vocabulary::find(const Spelling& spelling, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.word == 0 || is(slot, spelling)) return slot.word;
  }
}

WordId Vocabulary::find(std::string_view spelling) const {
  const Spelling blocks(spelling);
  return blocks.fits() ? find(blocks, blocks.hash()) : 0;
}

void Vocabulary::insert(std::string_view spelling, WordId word) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  const Spelling blocks(spelling);
  if (!blocks.fits()) return;
  Slot slot;
  slot.first = blocks.block(0);
  slot.word = word;
  slot.rest = static_cast<std::uint32_t>(rest_.size()) & 0xFFFFFFF;
  slot.blocks = blocks.blocks() & 0xF;
  for (std::size_t i = 1; i < blocks.blocks(); ++i) rest_.push_back(blocks.block(i));
  place(slot, blocks.hash());
  ++used_;
  if (spelling.size() == 1) ascii_[static_cast<unsigned char>(spelling[0]) & 0x7F] = word;
}

void Vocabulary::place(const Slot& slot, std::uint64_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].word != 0) at = (at + 1) & mask;
  slots_[at] = slot;
  hashes_[at] = hash;
}

void Vocabulary::grow() {
  std::vector<Slot> slots(slots_.size() * 2);
  std::vector<std::uint64_t> hashes(slots.size());
  slots.swap(slots_);
  hashes.swap(hashes_);
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (slots[i].word != 0) place(slots[i], hashes[i]);
  }
}

WordId Vocabulary::add(std::string_view spelling) {
  if (const WordId known = find(spelling); known != 0) return known;
  insert(spelling, ++words_);
  return words_;
}

void Vocabulary::add_spelling(std::string_view spelling, WordId word) {
  if (find(spelling) == 0) insert(spelling, word);
}

}  // namespace socai
