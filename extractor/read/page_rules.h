// SPDX-License-Identifier: Apache-2.0
// What rules/pages.toml says, ready for the readers of pages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace socai {

// What an element holds, by its class and id. Bits, for one may look like several.
enum PartBits : std::uint8_t {
  kDroppedPart = 1,
  kRelatedPart = 2,
  kCaptionPart = 4,
  kLedePart = 8,
  kBodyPart = 16,
  kTimePart = 32,
};

struct PageRules {
  std::map<std::string, std::uint8_t, std::less<>> words;        // of a class or id -> what they name
  std::vector<std::pair<std::string, std::uint8_t>> beginnings;  // "advert*"

  std::string caption_label;
  std::string related_label;
  std::string related_under_lede_label;
  std::string cell_separator;

  std::map<std::string, std::string, std::less<>> outlets;  // host -> name
  std::vector<std::string> tracking;                        // parameters of URLs; "utm_*"
  std::vector<std::string> edition_hosts;                   // "m.": the same site for another screen
  std::vector<std::string> edition_paths;                   // "/amp"
  std::vector<std::string> morning, afternoon;              // behind a time: "am", "pm"

  // The parts that the words of an element's class and id name; also what its itemprop does.
  std::uint8_t parts_of(std::string_view attributes) const;

 private:
  std::uint8_t parts_of_name(std::string_view name) const;
  std::uint8_t parts_of_word(std::string_view lower) const;
};

}  // namespace socai
