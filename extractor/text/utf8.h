// SPDX-License-Identifier: Apache-2.0
// Code points of UTF-8 that is known to be valid, and the lower case of the letters that Vietnamese text holds.
// Everything here is branch-light: it runs over every byte of every article.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace socai {

// The number of bytes of the sequence that `lead` opens (1 for ASCII).
inline unsigned utf8_length(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

// Decodes one code point; `bytes` must start a valid sequence.
inline char32_t utf8_decode(const char* bytes) {
  const auto* b = reinterpret_cast<const unsigned char*>(bytes);
  if (b[0] < 0x80) return b[0];
  if (b[0] < 0xE0) return static_cast<char32_t>((b[0] & 0x1F) << 6 | (b[1] & 0x3F));
  if (b[0] < 0xF0) return static_cast<char32_t>((b[0] & 0x0F) << 12 | (b[1] & 0x3F) << 6 | (b[2] & 0x3F));
  return static_cast<char32_t>((b[0] & 0x07) << 18 | (b[1] & 0x3F) << 12 | (b[2] & 0x3F) << 6 | (b[3] & 0x3F));
}

// Writes the code point to `out` (room for 4 bytes); gives the number of bytes written.
inline unsigned utf8_encode(char32_t c, char* out) {
  if (c < 0x80) {
    out[0] = static_cast<char>(c);
    return 1;
  }
  if (c < 0x800) {
    out[0] = static_cast<char>(0xC0 | c >> 6);
    out[1] = static_cast<char>(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = static_cast<char>(0xE0 | c >> 12);
    out[1] = static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out[2] = static_cast<char>(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = static_cast<char>(0xF0 | c >> 18);
  out[1] = static_cast<char>(0x80 | (c >> 12 & 0x3F));
  out[2] = static_cast<char>(0x80 | (c >> 6 & 0x3F));
  out[3] = static_cast<char>(0x80 | (c & 0x3F));
  return 4;
}

// Lower case for Latin letters up to U+024F, by the regular layout of those blocks: in most of them letters stand in
// pairs, a capital with an even number and its small letter with the odd one behind it.
constexpr char32_t latin_lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7 ? c + 0x20 : c;
  if (c < 0x138) return c | 1;
  if (c < 0x149) return c + (c & 1);
  if (c < 0x178) return c | 1;
  return c == 0x1A0 || c == 0x1AF ? c + 1 : c;  // the horned O and U
}
inline constexpr char32_t kLatinEnd = 0x250;
inline constexpr auto kLatinLower = [] {
  std::array<char16_t, kLatinEnd> table{};
  for (char32_t c = 0; c < kLatinEnd; ++c) table[c] = static_cast<char16_t>(latin_lower(c));
  return table;
}();
// U+1E00..U+1EFF, where only U+1E96..U+1E9F are no pairs.
constexpr char32_t vietnamese_lower(char32_t c) { return c >= 0x1E96 && c < 0x1EA0 ? c : c | 1; }
char32_t to_lower_other(char32_t c);

inline char32_t to_lower(char32_t c) {
  if (c < kLatinEnd) return kLatinLower[c];
  if (c >= 0x1E00 && c < 0x1F00) return vietnamese_lower(c);
  return to_lower_other(c);
}

// Letters and combining marks. Latin by range; other scripts by their Unicode category.
bool is_letter_other(char32_t c);

inline bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  if (c >= 0x1E00 && c < 0x1F00) return true;
  if (c >= 0xC0 && c < kLatinEnd) return c != 0xD7 && c != 0xF7;
  return is_letter_other(c);
}

// The text with every letter in lower case.
std::string lower_case(std::string_view text);

// The bytes of `text` with each byte that belongs to no valid sequence replaced by U+FFFD; *replaced counts them.
std::string replace_invalid_utf8(std::string_view text, std::size_t* replaced);

// Whether the bytes are valid UTF-8 (simdjson's validator).
bool is_valid_utf8(std::string_view text);

}  // namespace socai
