// SPDX-License-Identifier: Apache-2.0
// Words that were read before, by their bytes as they stood. News repeats its words, so that most of them need neither
// folding nor a look into the vocabulary; and a run of letters is found eight bytes at a time, without a branch on what
// they are, which no processor foresees.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <vector>

#include "extractor/text/token.h"

namespace socai {

// Up to 15 bytes that are ASCII letters or belong to characters beyond ASCII, padded with zeros.
struct ByteRun {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  unsigned size = 0;  // 0: none, or a longer one
};

class WordMemo {
 public:
  static constexpr std::size_t kReads = 16;  // bytes that run_at() reads, whatever the run's size

  struct Word {
    WordId word = 0;
    std::uint32_t key = 0;
    Case letter_case = Case::lower;
  };

  WordMemo() : slots_(kSlots) {}

  static ByteRun run_at(const char* data) {
    if constexpr (std::endian::native != std::endian::little) return {};
    ByteRun run;
    std::memcpy(&run.first, data, 8);
    const unsigned in_first = letters_of(run.first);
    if (in_first < 8) return {run.first & low_bytes(in_first), 0, in_first};
    std::memcpy(&run.second, data + 8, 8);
    const unsigned in_second = letters_of(run.second);
    if (in_second == 8) return {};
    return {run.first, run.second & low_bytes(in_second), 8 + in_second};
  }

  // nullptr for a run that is not remembered.
  const Word* find(const ByteRun& run) const {
    const Slot& slot = slots_[slot_of(run)];
    return slot.first == run.first && slot.second == run.second && run.size > 0 ? &slot.word : nullptr;
  }
  // Remembers the word, and forgets the one that stood in its slot.
  void keep(const ByteRun& run, const Word& word) { slots_[slot_of(run)] = {run.first, run.second, word}; }

 private:
  static constexpr std::size_t kSlots = 16384;
  struct Slot {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    Word word;
  };

  static std::size_t slot_of(const ByteRun& run) {
    const std::uint64_t mixed = run.first * 0xff51afd7ed558ccdu ^ run.second * 0xc4ceb9fe1a85ec53u;
    return static_cast<std::size_t>(mixed >> 32) % kSlots;
  }

  static std::uint64_t low_bytes(unsigned count) { return (std::uint64_t{1} << (8 * count)) - 1; }

  // How many of the eight bytes, from the first on, are letters or beyond ASCII. In each byte the highest bit of
  // from_a says that its other seven are 'a' or more once a capital is made small, that of behind_z that they are more
  // than 'z'; the sums stay below 0x100, so that no byte carries into the next.
  static unsigned letters_of(std::uint64_t bytes) {
    constexpr std::uint64_t kOnes = 0x0101010101010101u;
    const std::uint64_t small = (bytes | kOnes * 0x20) & kOnes * 0x7F;
    const std::uint64_t from_a = small + kOnes * (0x80 - 'a');
    const std::uint64_t behind_z = small + kOnes * (0x80 - 'z' - 1);
    const std::uint64_t others = ~((from_a & ~behind_z) | bytes) & kOnes * 0x80;
    return static_cast<unsigned>(std::countr_zero(others)) / 8;
  }

  std::vector<Slot> slots_;
};

}  // namespace socai
