// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/references.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "extractor/text/utf8.h"

namespace socai {
namespace {

constexpr std::size_t kLongestName = 10;    // of the named ones ("thetasym" is shorter)
constexpr std::size_t kLongestNumber = 12;  // digits, leading zeros among them
constexpr char32_t kReplacement = 0xFFFD;

// What windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr bool is_alnum(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

struct Reference {
  char32_t character;
  std::size_t length;  // of the reference, from its "&"
};

char32_t character_of(unsigned long number) {
  if (number >= 0x80 && number < 0xA0) {
    const char32_t mapped = kWindows1252[number - 0x80];
    return mapped != 0 ? mapped : kReplacement;
  }
  const bool exists = number > 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
  return exists ? static_cast<char32_t>(number) : kReplacement;
}

std::optional<Reference> numeric(std::string_view text) {
  const bool hex = text.size() > 2 && (text[2] | 0x20) == 'x';
  const std::size_t begin = hex ? 3 : 2;
  std::size_t end = begin;
  const auto is_digit = [&](char c) { return hex ? is_alnum(c) && (c | 0x20) <= 'f' : c >= '0' && c <= '9'; };
  while (end < text.size() && end < begin + kLongestNumber && is_digit(text[end])) ++end;
  if (end == begin) return std::nullopt;
  unsigned long number = 0;
  std::from_chars(text.data() + begin, text.data() + end, number, hex ? 16 : 10);
  const bool closed = end < text.size() && text[end] == ';';
  return Reference{character_of(number), end + (closed ? 1 : 0)};
}

// `text` begins with "&".
std::optional<Reference> reference_at(std::string_view text) {
  if (text.size() > 1 && text[1] == '#') return numeric(text);
  std::size_t end = 1;
  while (end < text.size() && end <= kLongestName && is_alnum(text[end])) ++end;
  const char behind = end < text.size() ? text[end] : '\0';
  if (is_alnum(behind) || behind == '=') return std::nullopt;
  const char32_t character = named_reference(text.substr(1, end - 1));
  if (character == 0) return std::nullopt;
  return Reference{character, end + (behind == ';' ? 1 : 0)};
}

}  // namespace

void append_decoded(std::string_view text, std::string* out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    out->append(text, at, mark - at);
    at = mark;
    if (at == text.size()) return;
    if (const auto found = reference_at(text.substr(at))) {
      char bytes[4];
      out->append(bytes, utf8_encode(found->character, bytes));
      at += found->length;
    } else {
      out->push_back('&');
      ++at;
    }
  }
}

}  // namespace socai
