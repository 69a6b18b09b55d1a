// SPDX-License-Identifier: Apache-2.0
#include "cli/people/text.h"

#include <cstddef>
#include <cstdlib>

namespace socai::cli {

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
    const std::size_t index = place ? static_cast<std::size_t>(pattern[i + 1] - '0') : values.size();
    if (index < values.size()) {
      text.append(values.begin()[index]);
      i += 2;
    } else {
      text.push_back(pattern[i]);
    }
  }
  return text;
}

Lang choose_lang(std::string_view option) {
  if (option == "vi") return Lang::vi;
  if (!option.empty()) return Lang::en;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::string_view(value).starts_with("vi") ? Lang::vi : Lang::en;
  }
  return Lang::en;
}

}  // namespace socai::cli
