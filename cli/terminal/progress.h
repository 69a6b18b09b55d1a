// SPDX-License-Identifier: Apache-2.0
// Tells on standard error how far a long command is. "auto": one line, on a terminal only, after a second, at most ten
// times a second. "json": a line of JSON each second, and one at the end. "never": nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/program/context.h"

namespace socai::cli {

class Progress {
 public:
  // `total_bytes` 0: not known.
  Progress(const Context& context, std::size_t total_bytes) : Progress(context, "auto", total_bytes) {}
  Progress(const Context& context, const std::string& mode, std::size_t total_bytes);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void tell(std::size_t bytes, std::size_t articles);

  // For a command that does not read input: `done` of `total` of whatever it counts.
  void tell_share(double done, double total);

  // Takes the line away, before other talk.
  void clear();

  // The end of the work.
  void finish(std::size_t bytes, std::size_t articles);

 private:
  bool is_due();
  void show(const std::string& line);
  void tell_json(std::size_t bytes, std::size_t articles, double seconds, bool done) const;

  using Clock = std::chrono::steady_clock;

  const Context& context_;
  std::size_t total_;
  bool json_;
  bool active_;
  bool visible_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_ = start_ + std::chrono::seconds(1);
};

}  // namespace socai::cli
