// SPDX-License-Identifier: Apache-2.0
// Every spelling that some rule names -> its word id. Built once with the rules, then only looked up.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/text/token.h"

namespace socai {

class Vocabulary {
 public:
  static constexpr std::size_t kMaxSpelling = 47;  // bytes; a longer word is unknown

  Vocabulary();

  // The id of the spelling (lower case, NFC), made if it is new.
  WordId add(std::string_view spelling);
  // Makes `spelling` another way to write `word`. A spelling that has an id already keeps it.
  void add_spelling(std::string_view spelling, WordId word);

  WordId find(std::string_view spelling) const { return find(spelling, hash(spelling)); }
  WordId find(std::string_view spelling, std::uint64_t hash) const;

  // Ids run from 1 to size().
  std::size_t size() const { return words_; }

  // FNV-1a, one byte at a time, so that the scanner hashes while it folds.
  static constexpr std::uint64_t kHashSeed = 0xcbf29ce484222325u;
  static constexpr std::uint64_t hash_step(std::uint64_t hash, unsigned char byte) {
    return (hash ^ byte) * 0x100000001b3u;
  }
  static std::uint64_t hash(std::string_view spelling);

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t offset = 0;  // into spellings_
    std::uint32_t size = 0;
    WordId word = 0;  // 0: the slot is free
  };
  void insert(std::string_view spelling, std::uint64_t hash, WordId word);
  void grow();

  std::vector<Slot> slots_;  // open addressing, size a power of two, at most half full
  std::string spellings_;
  std::size_t used_ = 0;
  WordId words_ = 0;
};

}  // namespace socai
