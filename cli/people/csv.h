// SPDX-License-Identifier: Apache-2.0
// Comma-separated values after RFC 4180, in UTF-8 without a byte order mark, lines ended by LF.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace socai::cli {

// One line. A cell is put in quotation marks where it holds a comma, a quotation mark or a line break.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace socai::cli
