// SPDX-License-Identifier: Apache-2.0
// Every phrase of the rules that stands in a document, by the token it begins at and by class.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <iterator>
#include <optional>
#include <vector>

#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"

namespace socai {

class Marks {
 public:
  // Overwrites what an earlier document left. Both must outlive the questions below.
  void find(const rules::Tables& tables, const Document& doc);

  // Whether any of the classes in `bits` (class_bits) has a match that begins at the token.
  bool any_starting_at(std::uint64_t bits, std::uint32_t token) const { return (starts_[token].classes & bits) != 0; }

  // The match of that class that begins at `token`, or nullptr. Of several the longest; one that lies inside an earlier
  // match of its class counts for none.
  const Match* starting_at(PhraseClass phrase_class, std::uint32_t token) const {
    if (token >= starts_.size()) return nullptr;
    const Start& start = starts_[token];
    const std::uint64_t bit = class_bit(phrase_class);
    if ((start.classes & bit) == 0) return nullptr;
    return &matches_[start.first + static_cast<std::uint32_t>(std::popcount(start.classes & (bit - 1)))];
  }
  // The match of that class that ends at `token` (exclusive), or nullptr.
  const Match* ending_at(PhraseClass phrase_class, std::uint32_t token) const;

  // Calls take(const Match&) for each match of the classes in `bits` that begins at `token`.
  template <typename Take>
  void for_each_starting_at(std::uint64_t bits, std::uint32_t token, const Take& take) const {
    const Start& start = starts_[token];
    std::uint32_t index = start.first;
    for (std::uint64_t rest = start.classes; (rest & bits) != 0; rest &= rest - 1, ++index) {
      if ((rest & -rest & bits) != 0) take(matches_[index]);
    }
  }

  // The longest phrase of a class that is looked up on demand (is_on_demand) at the token, which must be one.
  std::optional<Match> at(PhraseClass phrase_class, std::uint32_t token) const;

  // The matches of a class that begin within a range, in order.
  class Slice {
   public:
    class Iterator {
     public:
      using iterator_category = std::forward_iterator_tag;
      using value_type = Match;
      using difference_type = std::ptrdiff_t;
      using pointer = const Match*;
      using reference = const Match&;

      Iterator(const Marks& marks, PhraseClass phrase_class, std::uint32_t at, std::uint32_t end)
          : marks_(marks), phrase_class_(phrase_class), at_(at), end_(end) {
        skip();
      }
      const Match& operator*() const { return *marks_.starting_at(phrase_class_, at_); }
      Iterator& operator++() {
        ++at_;
        skip();
        return *this;
      }
      bool operator==(const Iterator& other) const { return at_ == other.at_; }

     private:
      void skip() {
        while (at_ < end_ && !marks_.any_starting_at(class_bit(phrase_class_), at_)) ++at_;
      }

      const Marks& marks_;
      PhraseClass phrase_class_;
      std::uint32_t at_;
      std::uint32_t end_;
    };

    Slice(const Marks& marks, PhraseClass phrase_class, TokenRange range)
        : begin_(marks, phrase_class, std::min(range.begin, range.end), range.end),
          end_(marks, phrase_class, range.end, range.end) {}
    Iterator begin() const { return begin_; }
    Iterator end() const { return end_; }
    bool empty() const { return begin_ == end_; }

   private:
    Iterator begin_;
    Iterator end_;
  };
  Slice within(PhraseClass phrase_class, TokenRange range) const { return {*this, phrase_class, range}; }

 private:
  void find_at(std::uint32_t at);

  // What begins at a token: the bits of its classes, and where its matches stand, in the order of their classes.
  struct Start {
    std::uint64_t classes = 0;
    std::uint32_t first = 0;  // into matches_
  };

  const rules::Tables* tables_ = nullptr;
  const Document* doc_ = nullptr;
  std::vector<Match> matches_;
  std::vector<Start> starts_;
  std::vector<std::uint64_t> ends_;          // token -> bits of the classes with a match that ends there
  std::vector<std::uint32_t> places_;        // tokens at which a phrase may start
  std::array<std::uint32_t, 64> covered_{};  // class -> where its furthest match ends
};

}  // namespace socai
