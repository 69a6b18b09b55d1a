// SPDX-License-Identifier: Apache-2.0
// Articles that say what another one said: word for word, or nearly. They are reported, not left out: who copies whom
// is evidence, and the audit counts it so.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace socai::cli {

// A text in 128 bits: its hash, and a SimHash of its runs of three words (Charikar 2002), in which texts that share
// nearly all of them differ in few bits.
struct TextMark {
  std::uint64_t exact = 0;
  std::uint64_t near = 0;
  bool is_long = false;  // enough words for the SimHash to mean something
};

TextMark mark_text(std::string_view text);

struct Duplicate {
  std::string of;  // the article's id
  bool exact = false;
  unsigned differing_bits = 0;  // of 64; 0 for an exact one
};

// Remembers the last kRemembered articles, in memory that does not grow.
class Duplicates {
 public:
  static constexpr std::size_t kRemembered = std::size_t{1} << 17;
  static constexpr unsigned kMostBits = 3;

  Duplicates();

  // The remembered article that this one repeats, the nearest, of equally near ones the newest; then remembers this
  // one.
  std::optional<Duplicate> look(const std::string& id, const TextMark& mark);

 private:
  static constexpr std::size_t kBands = 4;  // two texts that differ in three bits agree in one of four bands
  static constexpr std::size_t kBandSize = std::size_t{1} << 16;
  static constexpr std::size_t kMostLooks = 64;  // a band

  struct Slot {
    std::string id;
    TextMark mark;
    std::uint64_t number = 0;  // of the articles seen, from 1; 0: empty
    std::array<std::uint32_t, kBands> next{};
  };

  static std::size_t band(std::uint64_t mark, std::size_t which) { return mark >> (16 * which) & 0xFFFF; }
  std::optional<Duplicate> nearest(const std::string& id, const TextMark& mark) const;
  void remember(const std::string& id, const TextMark& mark);

  std::vector<Slot> slots_;
  std::unordered_map<std::uint64_t, std::uint32_t> by_text_;
  std::vector<std::uint32_t> heads_;  // by band and its bits: the newest slot
  std::uint64_t seen_ = 0;
};

}  // namespace socai::cli
