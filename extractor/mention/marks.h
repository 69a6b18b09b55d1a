// SPDX-License-Identifier: Apache-2.0
// Every phrase of the rules that stands in a document, by class.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extractor/rules/phrase_table.h"
#include "extractor/structure/document.h"

namespace socai {

class Marks {
 public:
  // Overwrites what an earlier document left.
  void find(const PhraseTable& phrases, const Document& doc);

  // Matches of a class by their first token; within a class a match that lies inside another is dropped.
  const std::vector<Match>& of(PhraseClass phrase_class) const {
    return by_class_[static_cast<std::size_t>(phrase_class)];
  }

  // Whether any of the classes in `bits` (1 << class) has a match that begins at the token.
  bool any_starting_at(std::uint64_t bits, std::uint32_t token) const { return (starts_[token] & bits) != 0; }

  // The match of that class that begins at `token`, or nullptr.
  const Match* starting_at(PhraseClass phrase_class, std::uint32_t token) const;
  // The match of that class that ends at `token` (exclusive), or nullptr.
  const Match* ending_at(PhraseClass phrase_class, std::uint32_t token) const;
  // The matches of that class that begin within the range: [first, last).
  struct Slice {
    const Match* first;
    const Match* last;
    const Match* begin() const { return first; }
    const Match* end() const { return last; }
    bool empty() const { return first == last; }
  };
  Slice within(PhraseClass phrase_class, TokenRange range) const;

 private:
  void index(std::uint32_t tokens);

  std::array<std::vector<Match>, static_cast<std::size_t>(PhraseClass::kCount)> by_class_;
  std::vector<std::uint64_t> starts_;  // token -> bits of the classes with a match that begins there
  std::vector<std::uint64_t> ends_;    // token -> bits of the classes with a match that ends there
  std::vector<Match> found_;
};

}  // namespace socai
