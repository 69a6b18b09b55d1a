// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal/progress.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <string_view>

#include "cli/terminal/width.h"

namespace socai::cli {
namespace {

void print(std::string_view text) {
  // Progress that cannot be shown is no reason to stop.
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

std::string rounded(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.0f", value);
  return text.data();
}

}  // namespace

Progress::Progress(const Context& context, std::size_t total_bytes)
    : context_(context), total_(total_bytes), active_(context.talk.is_terminal && !context.quiet) {}

void Progress::tell(std::size_t bytes, std::size_t articles) {
  if (!is_due()) return;
  const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
  const double done = static_cast<double>(bytes);
  std::string line = context_.t({"{0} articles, {1} MB/s", "{0} bài, {1} MB/s"},
                                {std::to_string(articles), rounded(done / 1e6 / seconds)});
  if (total_ > 0 && bytes > 0) {
    const double share = done / static_cast<double>(total_);
    line += context_.t({", {0} %, {1} s left", ", {0} %, còn {1} giây"},
                       {rounded(share * 100), rounded(seconds * (1 / share - 1))});
  }
  show(line);
}

void Progress::tell_share(double done, double total) {
  if (done <= 0 || total <= 0 || !is_due()) return;
  const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
  const double share = done / total;
  std::string line = context_.t({"{0} %", "{0} %"}, {rounded(share * 100)});
  // Before that the guess would be wild.
  if (share > 0.05) line += context_.t({", {0} s left", ", còn {0} giây"}, {rounded(seconds * (1 / share - 1))});
  show(line);
}

bool Progress::is_due() {
  const auto now = Clock::now();
  if (!active_ || now < next_) return false;
  next_ = now + std::chrono::milliseconds(100);
  return true;
}

void Progress::show(const std::string& line) {
  print("\r\x1b[K" + cut_to_width(line, context_.talk.width - 1));
  visible_ = true;
}

void Progress::clear() {
  if (visible_) print("\r\x1b[K");
  visible_ = false;
}

}  // namespace socai::cli
