// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/page_rules.h"

#include "extractor/read/markup.h"

namespace socai {
namespace {

constexpr std::size_t kLongestName = 1000;  // bytes of a class or id that are looked at

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = is_upper(c) ? static_cast<char>(c + 0x20) : c;
  return lower;
}

// Behind the word that begins at `at` of a name like "VCRelatedNews": capitals, then small letters.
std::size_t end_of_hump(std::string_view run, std::size_t at) {
  std::size_t end = at;
  while (end < run.size() && is_upper(run[end])) ++end;
  if (end > at + 1 && end < run.size()) return end - 1;  // "VCRelated": the last capital opens the next word
  while (end < run.size() && !is_upper(run[end])) ++end;
  return end;
}

}  // namespace

std::uint8_t PageRules::parts_of_word(std::string_view lower) const {
  std::uint8_t parts = 0;
  if (const auto found = words.find(lower); found != words.end()) parts = found->second;
  for (const auto& [beginning, part] : beginnings) {
    if (lower.starts_with(beginning)) parts |= part;
  }
  return parts;
}

std::uint8_t PageRules::parts_of_name(std::string_view name) const {
  std::uint8_t parts = 0;
  name = name.substr(0, kLongestName);
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at;
    while (end < name.size() && is_letter(name[end])) ++end;
    const std::string_view run = name.substr(at, end - at);
    if (!run.empty()) parts |= parts_of_word(lower_ascii(run));
    for (std::size_t hump = 0; hump < run.size();) {
      const std::size_t behind = end_of_hump(run, hump);
      if (behind - hump < run.size()) parts |= parts_of_word(lower_ascii(run.substr(hump, behind - hump)));
      hump = behind;
    }
    at = end + 1;
  }
  return parts;
}

std::uint8_t PageRules::parts_of(std::string_view attributes) const {
  std::uint8_t parts = 0;
  AttributeReader reader(attributes);
  std::string_view name;
  std::string_view value;
  while (reader.next(&name, &value)) {
    if (same_name(name, "class") || same_name(name, "id")) {
      parts |= parts_of_name(value);
    } else if (same_name(name, "itemprop")) {
      if (value == "articleBody") parts |= kBodyPart;
      if (value == "description") parts |= kLedePart;
      if (value == "datePublished") parts |= kTimePart;
    }
  }
  return parts;
}

}  // namespace socai
