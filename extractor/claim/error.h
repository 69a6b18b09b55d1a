// SPDX-License-Identifier: Apache-2.0
// What ends a command: thrown for an unreadable file, a bad rule, a failing database; never for what an article says.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace socai {

// The program's exit codes; `socai --help` lists them. New ones may be added; existing ones never change.
enum class ExitCode {
  ok = 0,
  findings = 1,  // only with --exit-code
  usage = 2,
  partial = 3,  // some input could not be read
  invalid_data = 4,
  integrity = 5,  // verify found a difference
  not_found = 6,  // no such ledger, claim, article or version
  locked = 7,
  newer_format = 8,
  io = 9,
  interrupted = 130,
};

// `where` is a file, file:line or table; `what()` the message; `advice` what to do about it (may be empty).
class Error : public std::runtime_error {
 public:
  Error(ExitCode code, std::string where, const std::string& message, std::string advice = {})
      : std::runtime_error(message), code(code), where(std::move(where)), advice(std::move(advice)) {}

  ExitCode code;
  std::string where;
  std::string advice;
};

}  // namespace socai
