// SPDX-License-Identifier: Apache-2.0
// One line on standard error that tells how far a long command is: on a terminal only, after a second, at most ten
// times a second.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/program/context.h"

namespace socai::cli {

class Progress {
 public:
  // `total_bytes` 0: not known.
  Progress(const Context& context, std::size_t total_bytes);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void tell(std::size_t bytes, std::size_t articles);

  // For a command that does not read input: `done` of `total` of whatever it counts.
  void tell_share(double done, double total);

  // Takes the line away, before other talk.
  void clear();

 private:
  bool is_due();
  void show(const std::string& line);

  using Clock = std::chrono::steady_clock;

  const Context& context_;
  std::size_t total_;
  bool active_;
  bool visible_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_ = start_ + std::chrono::seconds(1);
};

}  // namespace socai::cli
