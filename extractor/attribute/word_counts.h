// SPDX-License-Identifier: Apache-2.0
// How often each word stands in an article and where it stood before, and which words stand in its headline.
#pragma once

#include <cstdint>
#include <vector>

#include "extractor/structure/document.h"

namespace socai {

class WordCounts {
 public:
  // Overwrites what an earlier document left. Where the article has no headline, its first paragraph counts as one.
  void count(const Document& doc);

  // By Token::key; 0 for a word that does not stand in the article.
  struct Uses {
    std::uint32_t count = 0;
    bool in_headline = false;
  };
  Uses uses_of(std::uint32_t key) const {
    const Slot& slot = slots_[slot_of(key)];
    return {slot.count, slot.in_headline != 0};
  }
  // The last place before the token where its word stands; kNowhere where there is none, or the token is no word.
  static constexpr std::uint32_t kNowhere = 0xFFFFFFFF;
  std::uint32_t place_before(std::uint32_t token) const { return places_before_[token]; }

 private:
  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t last = kNowhere;
    std::uint32_t count : 31 = 0;  // 0: the slot is free
    std::uint32_t in_headline : 1 = 0;
  };
  std::size_t slot_of(std::uint32_t key) const {
    std::size_t at = key & mask_;
    while (slots_[at].count != 0 && slots_[at].key != key) at = (at + 1) & mask_;
    return at;
  }

  std::vector<Slot> slots_{Slot()};  // open addressing, size a power of two, never full: text repeats its words
  std::size_t mask_ = 0;
  std::vector<std::uint32_t> places_before_;  // by token
};

}  // namespace socai
