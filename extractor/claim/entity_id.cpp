// SPDX-License-Identifier: Apache-2.0
#include "extractor/claim/entity_id.h"

#include <utf8proc.h>

#include <array>

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

// The folded form of a code point: marks vanish, everything but letters and digits asks for a hyphen.
class Id {
 public:
  void add(utf8proc_int32_t code_point) {
    utf8proc_int32_t parts[32];
    int boundary = 0;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
    const auto count = utf8proc_decompose_char(code_point, parts, 32, options, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < 32; ++i) {
      if (!is_mark(parts[i])) add_part(base_letter(parts[i]));
    }
  }
  void add_letter(std::string_view letter) {
    if (hyphen_due_ && !text_.empty()) text_.push_back('-');
    hyphen_due_ = false;
    text_.append(letter);
  }
  void add_hyphen() { hyphen_due_ = true; }

  const std::string& text() const { return text_; }
  bool hyphen_due() const { return hyphen_due_; }

 private:
  void add_part(utf8proc_int32_t letter) {
    if (!is_word_character(letter)) return add_hyphen();
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(letter, bytes);
    add_letter({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)});
  }

  std::string text_;
  bool hyphen_due_ = false;
};

// What utf8proc makes of the letters that Vietnamese names are written in, kept: a letter, a hyphen, or kAsk for what
// is neither.
class LatinIds {
 public:
  static constexpr char kAsk = 0;

  char of(utf8proc_int32_t c) const {
    if (c < kLatin) return table_[static_cast<std::size_t>(c)];
    return c >= 0x1E00 && c < 0x1F00 ? table_[static_cast<std::size_t>(c - 0x1E00) + kLatin] : kAsk;
  }

  static const LatinIds& instance() {
    static const LatinIds ids;
    return ids;
  }

 private:
  static constexpr utf8proc_int32_t kLatin = 0x250;

  LatinIds() {
    for (utf8proc_int32_t i = 0; i < kLatin + 0x100; ++i) {
      Id id;
      id.add(i < kLatin ? i : i - kLatin + 0x1E00);
      const bool letter = id.text().size() == 1 && !id.hyphen_due();
      const bool hyphen = id.text().empty() && id.hyphen_due();
      table_[static_cast<std::size_t>(i)] = letter ? id.text()[0] : hyphen ? '-' : kAsk;
    }
  }

  std::array<char, kLatin + 0x100> table_;
};

}  // namespace

std::string entity_id(std::string_view name) {
  const auto& latin = LatinIds::instance();
  Id id;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(name.data());
  const auto size = static_cast<utf8proc_ssize_t>(name.size());
  for (utf8proc_ssize_t at = 0; at < size;) {
    utf8proc_int32_t code_point = 0;
    const auto length = utf8proc_iterate(bytes + at, size - at, &code_point);
    at += length > 0 ? length : 1;
    const char known = length > 0 ? latin.of(code_point) : '-';
    if (known == LatinIds::kAsk) {
      id.add(code_point);
    } else if (known == '-') {
      id.add_hyphen();
    } else {
      id.add_letter({&known, 1});
    }
  }
  return id.text();
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
