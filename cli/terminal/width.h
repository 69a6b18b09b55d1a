// SPDX-License-Identifier: Apache-2.0
// How wide a text stands on a terminal, and text cut or folded to a width. A letter with its combining marks is one
// column, so NFC and NFD stand alike; an East Asian wide character is two.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace socai::cli {

std::size_t display_width(std::string_view utf8);

// At most `width` columns: what is longer is cut between letters and ends in "…".
std::string cut_to_width(std::string_view utf8, std::size_t width);

// Padded with spaces to `width` columns; longer texts stay whole.
std::string pad_right(std::string_view utf8, std::size_t width);
std::string pad_left(std::string_view utf8, std::size_t width);

// Lines of at most `width` columns, broken at spaces; a word that is longer than a line stands alone, whole.
std::vector<std::string> wrap(std::string_view utf8, std::size_t width);

// One line that is safe to print: line breaks and tabs become spaces, other control characters (an article may hold
// terminal escapes) and bidirectional overrides are dropped, runs of spaces become one.
std::string one_line(std::string_view utf8);

}  // namespace socai::cli
