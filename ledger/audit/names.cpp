// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/names.h"

#include <utf8proc.h>

#include "extractor/claim/entity_id.h"

namespace socai {
namespace {

bool is_letter(utf8proc_category_t category) {
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LL || category == UTF8PROC_CATEGORY_LT ||
         category == UTF8PROC_CATEGORY_LM || category == UTF8PROC_CATEGORY_LO || category == UTF8PROC_CATEGORY_MN ||
         category == UTF8PROC_CATEGORY_ND;
}

struct Word {
  std::string_view text;
  bool capital = false;
  bool joined = false;  // nothing but spaces, points or hyphens between it and the word before
};

bool joins(utf8proc_int32_t c) { return c == ' ' || c == '.' || c == '-' || c == 0xA0 || c == '&'; }

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  bool joined = false;
  std::size_t start = text.size();
  bool capital = false;
  const auto close = [&](std::size_t end) {
    if (start < end) words.push_back({text.substr(start, end - start), capital, joined});
    if (start < end) joined = true;
    start = text.size();
  };
  for (utf8proc_ssize_t at = 0; at < size;) {
    utf8proc_int32_t c = 0;
    const auto length = utf8proc_iterate(bytes + at, size - at, &c);
    const auto place = static_cast<std::size_t>(at);
    at += length > 0 ? length : 1;
    const auto category = length > 0 ? utf8proc_category(c) : UTF8PROC_CATEGORY_CN;
    if (is_letter(category)) {
      if (start == text.size()) start = place, capital = category == UTF8PROC_CATEGORY_LU;
      continue;
    }
    close(place);
    if (!joins(c)) joined = false;
  }
  close(text.size());
  return words;
}

}  // namespace

SentenceNames names_in(std::string_view sentence) {
  SentenceNames found;
  const auto words = words_of(sentence);
  for (std::size_t i = 0; i < words.size();) {
    if (!words[i].capital) {
      found.small.push_back(entity_id(words[i].text));
      ++i;
      continue;
    }
    std::size_t last = i + 1;
    while (last < words.size() && words[last].capital && words[last].joined) ++last;
    const auto* end = words[last - 1].text.data() + words[last - 1].text.size();
    const auto name_from = [&](std::size_t first) {
      const auto* begin = words[first].text.data();
      return entity_id(std::string_view(begin, static_cast<std::size_t>(end - begin)));
    };
    found.names.push_back({name_from(i), i == 0, last - i > 1});
    // The word that opens the sentence may be no part of the name: "Theo Reuters".
    if (i == 0 && last > 1) found.names.push_back({name_from(1), false, last > 2});
    i = last;
  }
  return found;
}

}  // namespace socai
