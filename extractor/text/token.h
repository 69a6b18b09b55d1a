// SPDX-License-Identifier: Apache-2.0
// The smallest unit that rules speak of: a syllable or foreign word, a number with its inner separators, or one mark.
#pragma once

#include <cstdint>

namespace socai {

// The id of a word that some rule names; the same for all its spellings (hòa, hoà; tỷ, tỉ). 0: no rule names it.
using WordId = std::uint32_t;

enum class TokenKind : std::uint8_t { word, number, mark };
enum class Case : std::uint8_t { lower, capital, all_capitals };  // capital: the first letter at least
enum class Gap : std::uint8_t { none, space, line };              // what stands before the token

struct Token {
  std::uint32_t begin = 0;  // bytes of the document's text
  std::uint32_t end = 0;
  WordId word = 0;
  std::uint32_t key = 0;  // hash of the word in lower case: equal words, equal keys; 0 for numbers and marks
  TokenKind kind = TokenKind::mark;
  Case letter_case = Case::lower;
  Gap gap = Gap::none;

  bool is_word() const { return kind == TokenKind::word; }
  bool is_number() const { return kind == TokenKind::number; }
  bool is_capitalized() const { return letter_case != Case::lower; }
};

// Token positions [begin, end) of a document.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin >= end; }
  bool contains(std::uint32_t token) const { return token >= begin && token < end; }
  bool contains(const TokenRange& other) const { return other.begin >= begin && other.end <= end; }
  bool overlaps(const TokenRange& other) const { return begin < other.end && other.begin < end; }
  bool operator==(const TokenRange&) const = default;
};

}  // namespace socai
