// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdlib>

namespace socai::cli {
namespace {

constexpr std::size_t kNarrowest = 40;

std::string_view env(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

bool forces(std::string_view value) { return !value.empty() && value != "0"; }

bool wants_color(bool is_terminal, ColorChoice choice) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  if (!env("NO_COLOR").empty()) return false;
  if (forces(env("CLICOLOR_FORCE")) || forces(env("FORCE_COLOR"))) return true;
  if (env("TERM") == "dumb") return false;
  return is_terminal;
}

std::size_t width_of(int fd, bool is_terminal) {
  const std::string_view columns = env("COLUMNS");
  std::size_t width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  winsize size{};
  if (width == 0 && is_terminal && ioctl(fd, TIOCGWINSZ, &size) == 0) width = size.ws_col;
  if (width == 0 || width > 10000) return 100;
  return width < kNarrowest ? kNarrowest : width;
}

}  // namespace

std::string Terminal::paint(Style style, std::string_view text) const {
  static constexpr std::array<const char*, 7> kCodes = {"1", "2", "31", "32", "33", "36", "7"};
  if (!color || text.empty()) return std::string(text);
  std::string painted = "\x1b[";
  painted.append(kCodes[static_cast<std::size_t>(style)]).append("m").append(text).append("\x1b[0m");
  return painted;
}

Terminal look_at_terminal(int fd, ColorChoice choice) {
  Terminal terminal;
  terminal.is_terminal = isatty(fd) == 1;
  terminal.color = wants_color(terminal.is_terminal, choice);
  terminal.width = width_of(fd, terminal.is_terminal);
  return terminal;
}

}  // namespace socai::cli
