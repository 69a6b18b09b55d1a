// SPDX-License-Identifier: Apache-2.0
// Files with one record a line, whose errors name the line.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "extractor/claim/error.h"

namespace socai::cli {

// Calls take(line) for every line that is not blank. What it throws becomes Error(invalid_data) with file and line;
// `advice` says where the form of the file is described.
template <typename Take>
void for_each_line(std::string_view bytes, const std::string& file, const char* advice, const Take& take) {
  std::size_t number = 0;
  for (std::size_t start = 0; start < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
    const std::string_view line = bytes.substr(start, end - start);
    start = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      take(line);
    } catch (const std::exception& error) {
      throw Error(ExitCode::invalid_data, file + ":" + std::to_string(number), error.what(), advice);
    }
  }
}

}  // namespace socai::cli
