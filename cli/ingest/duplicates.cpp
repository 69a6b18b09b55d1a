// SPDX-License-Identifier: Apache-2.0
#include "cli/ingest/duplicates.h"

#include <bit>

namespace socai::cli {
namespace {

constexpr std::size_t kFewestWords = 30;

// FNV-1a, then mixed so that all bits depend on all.
std::uint64_t mixed(std::uint64_t hash) {
  hash ^= hash >> 33;
  hash *= 0xFF51AFD7ED558CCDULL;
  hash ^= hash >> 33;
  hash *= 0xC4CEB9FE1A85EC53ULL;
  return hash ^ hash >> 33;
}

constexpr std::uint64_t kFnvStart = 0xCBF29CE484222325ULL;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

// Adds up, bit by bit, the hashes of the runs of three words.
class SimHash {
 public:
  void add_word(std::uint64_t hash) {
    ++words_;
    const std::uint64_t run = mixed(before_[0] * 3 + before_[1] * 5 + hash * 7);
    before_ = {before_[1], hash};
    if (words_ < 3) return;
    for (unsigned bit = 0; bit < 64; ++bit) weights_[bit] += (run >> bit & 1) != 0 ? 1 : -1;
  }

  std::uint64_t value() const {
    std::uint64_t bits = 0;
    for (unsigned bit = 0; bit < 64; ++bit) bits |= static_cast<std::uint64_t>(weights_[bit] > 0) << bit;
    return bits;
  }
  std::size_t words() const { return words_; }

 private:
  std::array<int, 64> weights_{};
  std::array<std::uint64_t, 2> before_{};
  std::size_t words_ = 0;
};

}  // namespace

TextMark mark_text(std::string_view text) {
  TextMark mark;
  SimHash near;
  std::uint64_t all = kFnvStart;
  std::uint64_t word = kFnvStart;
  bool in_word = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    all = (all ^ byte) * 0x100000001B3ULL;
    if (is_word_byte(c)) {
      word = (word ^ byte) * 0x100000001B3ULL;
      in_word = true;
    } else if (in_word) {
      near.add_word(word);
      word = kFnvStart;
      in_word = false;
    }
  }
  if (in_word) near.add_word(word);
  mark.exact = mixed(all);
  mark.near = near.value();
  mark.is_long = near.words() >= kFewestWords;
  return mark;
}

Duplicates::Duplicates() : slots_(kRemembered), heads_(kBands * kBandSize) {}

std::optional<Duplicate> Duplicates::look(const std::string& id, const TextMark& mark) {
  std::optional<Duplicate> found;
  if (const auto same = by_text_.find(mark.exact); same != by_text_.end()) {
    const Slot& slot = slots_[same->second];
    if (slot.id != id) found = Duplicate{slot.id, true, 0};
  }
  if (!found && mark.is_long) found = nearest(id, mark);
  remember(id, mark);
  return found;
}

std::optional<Duplicate> Duplicates::nearest(const std::string& id, const TextMark& mark) const {
  std::optional<Duplicate> best;
  std::uint64_t best_number = 0;
  for (std::size_t which = 0; which < kBands; ++which) {
    const Slot* slot = &slots_[heads_[which * kBandSize + band(mark.near, which)]];
    for (std::size_t looks = 0; slot->number > 0 && looks < kMostLooks; ++looks) {
      const auto bits = static_cast<unsigned>(std::popcount(slot->mark.near ^ mark.near));
      const bool nearer =
          !best || bits < best->differing_bits || (bits == best->differing_bits && slot->number > best_number);
      if (slot->mark.is_long && bits <= kMostBits && nearer && slot->id != id) {
        best = Duplicate{slot->id, false, bits};
        best_number = slot->number;
      }
      // A slot that was used again leads elsewhere: only to older ones does the chain go on.
      const Slot* next = &slots_[slot->next[which]];
      if (next->number >= slot->number) break;
      slot = next;
    }
  }
  return best;
}

void Duplicates::remember(const std::string& id, const TextMark& mark) {
  const auto index = static_cast<std::uint32_t>(seen_ % kRemembered);
  Slot& slot = slots_[index];
  if (slot.number > 0) {
    const auto old = by_text_.find(slot.mark.exact);
    if (old != by_text_.end() && old->second == index) by_text_.erase(old);
  }
  slot.id = id;
  slot.mark = mark;
  slot.number = ++seen_;
  by_text_[mark.exact] = index;
  for (std::size_t which = 0; which < kBands; ++which) {
    auto& head = heads_[which * kBandSize + band(mark.near, which)];
    slot.next[which] = head;
    head = index;
  }
}

}  // namespace socai::cli
