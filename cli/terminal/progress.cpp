// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal/progress.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "cli/terminal/width.h"
#include "extractor/claim/json_writer.h"

namespace socai::cli {
namespace {

void print(std::string_view text) {
  // Progress that cannot be shown is no reason to stop.
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

std::string decimal(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3f", value);
  return text.data();
}

std::string rounded(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.0f", value);
  return text.data();
}

}  // namespace

Progress::Progress(const Context& context, const std::string& mode, std::size_t total_bytes)
    : context_(context), total_(total_bytes), json_(mode == "json"),
      active_(json_ || (mode == "auto" && context.talk.is_terminal && !context.quiet)) {}

void Progress::tell(std::size_t bytes, std::size_t articles) {
  if (!is_due()) return;
  const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
  if (json_) return tell_json(bytes, articles, seconds, false);
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
  next_ = now + std::chrono::milliseconds(json_ ? 1000 : 100);
  return true;
}

void Progress::show(const std::string& line) {
  print("\r\x1b[K" + cut_to_width(line, context_.talk.width - 1));
  visible_ = true;
}

void Progress::tell_json(std::size_t bytes, std::size_t articles, double seconds, bool done) const {
  std::string line;
  JsonWriter json(&line);
  json.begin_object();
  json.member("articles", articles);
  json.member("bytes", bytes);
  json.key("bytes_in_all");
  total_ > 0 ? json.number(total_) : json.null();
  json.key("seconds");
  json.raw(decimal(seconds));
  json.key("mb_per_second");
  json.raw(decimal(static_cast<double>(bytes) / 1e6 / std::max(seconds, 1e-9)));
  json.key("seconds_left");
  const bool known = total_ > 0 && bytes > 0;
  known ? json.raw(decimal(std::max(0.0, seconds * (static_cast<double>(total_) / static_cast<double>(bytes) - 1))))
        : json.null();
  json.key("done");
  json.boolean(done);
  json.end_object();
  print(line + "\n");
}

void Progress::finish(std::size_t bytes, std::size_t articles) {
  clear();
  if (json_) tell_json(bytes, articles, std::chrono::duration<double>(Clock::now() - start_).count(), true);
}

void Progress::clear() {
  if (visible_) print("\r\x1b[K");
  visible_ = false;
}

}  // namespace socai::cli
