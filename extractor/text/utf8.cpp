// SPDX-License-Identifier: Apache-2.0
#include "extractor/text/utf8.h"

#include <simdjson.h>
#include <utf8proc.h>

namespace socai {

char32_t to_lower_other(char32_t c) {
  if (c < 0x370) return c;
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

bool is_letter_other(char32_t c) {
  if (c < 0x250) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c >= 0x300 && c < 0x370) return true;     // marks that found no base to compose with
  if (c >= 0x2000 && c < 0x2100) return false;  // spaces, dashes, quotes, currency signs
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC: return true;
    default: return false;
  }
}

std::string lower_case(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    char bytes[4];
    const auto size = utf8_encode(to_lower(utf8_decode(text.data() + at)), bytes);
    lower.append(bytes, size);
    at += utf8_length(static_cast<unsigned char>(text[at]));
  }
  return lower;
}

bool is_valid_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

std::string replace_invalid_utf8(std::string_view text, std::size_t* replaced) {
  std::string valid;
  valid.reserve(text.size());
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t code_point = 0;
    const auto length = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
    if (length > 0) {
      valid.append(text, at, static_cast<std::size_t>(length));
      at += static_cast<std::size_t>(length);
    } else {
      valid.append("\xEF\xBF\xBD");
      ++*replaced;
      ++at;
    }
  }
  return valid;
}

}  // namespace socai
