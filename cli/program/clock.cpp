// SPDX-License-Identifier: Apache-2.0
#include "cli/program/clock.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace socai::cli {

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

std::string user_name() {
  for (const char* name : {"SOCAI_AUTHOR", "USER", "LOGNAME"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return "unknown";
}

std::string Stopwatch::elapsed() const {
  const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f s", seconds);
  return text.data();
}

}  // namespace socai::cli
