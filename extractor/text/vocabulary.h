// SPDX-License-Identifier: Apache-2.0
// Every spelling that some rule names -> its word id. Built once with the rules, then only looked up.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/text/spelling.h"
#include "extractor/text/token.h"

namespace socai {

class Vocabulary {
 public:
  Vocabulary();

  // The id of the spelling (lower case, NFC, at most Spelling::kMost bytes), made if it is new.
  WordId add(std::string_view spelling);
  // Makes `spelling` another way to write `word`. A spelling that has an id already keeps it.
  void add_spelling(std::string_view spelling, WordId word);

  // 0 for a spelling that no rule names.
  WordId find(std::string_view spelling) const;
  WordId find(const Spelling& spelling, std::uint64_t hash) const;
  WordId find(char ascii) const { return ascii_[static_cast<unsigned char>(ascii)]; }

  // Ids run from 1 to size().
  std::size_t size() const { return words_; }

 private:
  // The first block of a spelling stands in its slot, the others in rest_.
  struct Slot {
    std::uint64_t first = 0;
    WordId word = 0;  // 0: the slot is free
    std::uint32_t rest : 28 = 0;
    std::uint32_t blocks : 4 = 0;
  };
  bool is(const Slot& slot, const Spelling& spelling) const;
  void insert(std::string_view spelling, WordId word);
  void place(const Slot& slot, std::uint64_t hash);
  void grow();

  std::vector<Slot> slots_;            // open addressing, size a power of two, at most half full
  std::vector<std::uint64_t> hashes_;  // of the spellings in slots_, for grow()
  std::vector<std::uint64_t> rest_;
  std::array<WordId, 128> ascii_{};  // of spellings of one character
  std::size_t used_ = 0;
  WordId words_ = 0;
};

}  // namespace socai
