// SPDX-License-Identifier: Apache-2.0
// What the program may assume of the place that its output goes to: a terminal or not, how wide, colour or not.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace socai::cli {

enum class ColorChoice { automatic, always, never };
enum class Style { bold, dim, red, green, yellow, cyan, reverse };

struct Terminal {
  bool is_terminal = false;
  bool color = false;
  std::size_t width = 100;  // where text is wrapped; tables are cut to it on a terminal only

  // The text in that style, or as it is where there is no colour.
  std::string paint(Style style, std::string_view text) const;
};

// Looks at file descriptor `fd` and the environment. Colour: --color, else NO_COLOR (set and not empty: off), else
// CLICOLOR_FORCE or FORCE_COLOR (not empty, not "0": on), else TERM=dumb (off), else whether it is a terminal.
// Width: COLUMNS, else the terminal's own, else 100.
Terminal look_at_terminal(int fd, ColorChoice choice);

}  // namespace socai::cli
