// SPDX-License-Identifier: Apache-2.0
// What is said about a command line that cannot be parsed.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/program/context.h"

namespace socai::cli {

// The parser's complaint in the program's words, with the nearest known command or option as advice.
Error usage_error(const CLI::App& app, const CLI::ParseError& error, const Context& context);

}  // namespace socai::cli
