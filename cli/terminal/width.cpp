// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal/width.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace socai::cli {
namespace {

// Decodes the character at *pos and steps behind it; a byte that is not UTF-8 counts as U+FFFD.
UChar32 next_char(std::string_view text, std::size_t* pos) {
  UChar32 c = 0;
  auto i = static_cast<std::int32_t>(*pos);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  U8_NEXT_OR_FFFD(bytes, i, static_cast<std::int32_t>(text.size()), c);
  *pos = static_cast<std::size_t>(i);
  return c;
}

std::size_t char_width(UChar32 c) {
  if (c < 0x20 || c == 0x7f) return 0;
  if (c < 0x300) return c == 0xad || (c >= 0x80 && c < 0xa0) ? 0 : 1;
  const auto type = static_cast<UCharCategory>(u_charType(c));
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const int east = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east == U_EA_WIDE || east == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_blank(UChar32 c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 || c == 0x2028 || c == 0x2029;
}

bool is_unsafe(UChar32 c) {
  const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
  const bool bidi = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
  return control || bidi;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < utf8.size();) width += char_width(next_char(utf8, &i));
  return width;
}

std::string cut_to_width(std::string_view utf8, std::size_t width) {
  if (display_width(utf8) <= width) return std::string(utf8);
  if (width == 0) return {};
  std::size_t used = 0;
  std::size_t end = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    used += char_width(next_char(utf8, &i));
    if (used > width - 1) break;
    end = i;
  }
  while (end > 0 && utf8[end - 1] == ' ') --end;
  return std::string(utf8.substr(0, end)) + "…";
}

std::string pad_right(std::string_view utf8, std::size_t width) {
  std::string text(utf8);
  const std::size_t own = display_width(utf8);
  if (own < width) text.append(width - own, ' ');
  return text;
}

std::string pad_left(std::string_view utf8, std::size_t width) {
  const std::size_t own = display_width(utf8);
  std::string text(own < width ? width - own : 0, ' ');
  return text.append(utf8);
}

std::vector<std::string> wrap(std::string_view utf8, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t end = std::min(utf8.find(' ', i), utf8.size());
    const std::string_view word = utf8.substr(i, end - i);
    const std::size_t need = display_width(word);
    if (used > 0 && used + 1 + need > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back().push_back(' '), ++used;
    lines.back().append(word);
    used += need;
    i = end + 1;
  }
  return lines;
}

std::string one_line(std::string_view utf8) {
  std::string text;
  text.reserve(utf8.size());
  bool gap = false;
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t start = i;
    const UChar32 c = next_char(utf8, &i);
    if (is_blank(c)) {
      gap = !text.empty();
    } else if (!is_unsafe(c)) {
      if (gap) text.push_back(' ');
      gap = false;
      if (c == 0xfffd) {
        text.append("\xef\xbf\xbd");
      } else {
        text.append(utf8.substr(start, i - start));
      }
    }
  }
  return text;
}

}  // namespace socai::cli
