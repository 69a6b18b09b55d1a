// SPDX-License-Identifier: Apache-2.0
// The help pages: usage, what it does, options, examples; for the whole program also the commands and exit codes.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/program/context.h"

namespace socai::cli {

class HelpFormatter : public CLI::FormatterBase {
 public:
  explicit HelpFormatter(const Context* context) : context_(context) {}
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;

 private:
  std::string usage(const CLI::App* app) const;
  std::string options(const CLI::App* app, bool positional) const;
  std::string commands(const CLI::App* app) const;
  std::string item(const std::string& left, const std::string& words) const;

  const Context* context_;
};

// "Exit codes: 0 …", as `socai --help` shows it.
std::string exit_code_table(const Context& context);

}  // namespace socai::cli
