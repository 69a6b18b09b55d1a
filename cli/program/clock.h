// SPDX-License-Identifier: Apache-2.0
// The clock and the user's name: the libraries read neither.
#pragma once

#include <chrono>
#include <string>

namespace socai::cli {

// Now, as RFC 3339 in UTC: "2025-02-01T03:15:00Z".
std::string utc_now();

// Who works here: $SOCAI_AUTHOR, else $USER, else $LOGNAME, else "unknown".
std::string user_name();

// How long a command has run: "0.42 s".
class Stopwatch {
 public:
  std::string elapsed() const;

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace socai::cli
