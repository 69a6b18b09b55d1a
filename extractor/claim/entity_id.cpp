// SPDX-License-Identifier: Apache-2.0
#include "extractor/claim/entity_id.h"

#include <utf8proc.h>

namespace socai {
namespace {

// Letters whose stroke is no combining mark, so that decomposition leaves them: đ, Đ, ð, Ð, ø, ł.
utf8proc_int32_t base_letter(utf8proc_int32_t c) {
  switch (c) {
    case 0x0111:
    case 0x00F0: return 'd';
    case 0x00F8: return 'o';
    case 0x0142: return 'l';
    default: return c;
  }
}

bool is_word_character(utf8proc_int32_t c) {
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return true;
    default: return false;
  }
}

bool is_mark(utf8proc_int32_t c) {
  const auto category = utf8proc_category(c);
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME ||
         category == UTF8PROC_CATEGORY_CF;
}

// Appends the folded form of one code point; marks vanish, everything but letters and digits asks for a hyphen.
void append_folded(utf8proc_int32_t code_point, std::string* id, bool* hyphen_due) {
  utf8proc_int32_t parts[32];
  int boundary = 0;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
  const auto count = utf8proc_decompose_char(code_point, parts, 32, options, &boundary);
  for (utf8proc_ssize_t i = 0; i < count && i < 32; ++i) {
    if (is_mark(parts[i])) continue;
    const auto letter = base_letter(parts[i]);
    if (!is_word_character(letter)) {
      *hyphen_due = true;
      continue;
    }
    if (*hyphen_due && !id->empty()) id->push_back('-');
    *hyphen_due = false;
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(letter, bytes);
    id->append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  }
}

}  // namespace

std::string entity_id(std::string_view name) {
  std::string id;
  bool hyphen_due = false;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(name.data());
  const auto size = static_cast<utf8proc_ssize_t>(name.size());
  for (utf8proc_ssize_t at = 0; at < size;) {
    utf8proc_int32_t code_point = 0;
    const auto length = utf8proc_iterate(bytes + at, size - at, &code_point);
    if (length <= 0) {
      hyphen_due = true;
      ++at;
      continue;
    }
    append_folded(code_point, &id, &hyphen_due);
    at += length;
  }
  return id;
}

bool id_contains(std::string_view id, std::string_view query) {
  if (query.empty()) return false;
  for (auto at = id.find(query); at != std::string_view::npos; at = id.find(query, at + 1)) {
    const auto end = at + query.size();
    if ((at == 0 || id[at - 1] == '-') && (end == id.size() || id[end] == '-')) return true;
  }
  return false;
}

}  // namespace socai
