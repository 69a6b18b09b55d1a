// SPDX-License-Identifier: Apache-2.0
// The commands of the program. A command is one file in cli/commands/ with one function add_NAME(), which tells its
// words, options and examples, and what runs it. To add a command: write the file, and name it in commands.cpp.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "cli/program/context.h"

namespace socai::cli {

class Commands {
 public:
  using Run = std::function<ExitCode()>;

  Commands(CLI::App* app, Context* context) : app_(app), context_(context) {}

  Context& context() { return *context_; }

  // A new command. `examples` are lines of shell, each of them run by a test; comments in between start with #.
  CLI::App* add(const char* name, const Text& summary, const Text& examples);
  // The same as a part of another command: "rules check".
  CLI::App* add_to(CLI::App* parent, const char* name, const Text& summary, const Text& examples);

  void set_run(const CLI::App* command, Run run) { runs_[command] = std::move(run); }

  // Runs what the parsed command line names.
  ExitCode run() const;
  ExitCode run_named(const char* name) const;

  // --format with these names, the first of them being the default.
  void add_format(CLI::App* command, std::string* format, std::vector<std::string> names);
  // A word out of a list, with "did you mean".
  void add_choice(CLI::App* command, const char* option, std::string* value, std::vector<std::string> names,
                  const Text& help);
  // The same for several words, also joined by commas.
  void add_choices(CLI::App* command, const char* option, std::vector<std::string>* values,
                   std::vector<std::string> names, const Text& help);
  void add_rules(CLI::App* command);
  void add_ledger(CLI::App* command);
  // After all commands are added: an option whose type is named "N" takes a whole number and nothing else.
  void check_counts() { check_counts_of(app_); }

 private:
  void check_counts_of(CLI::App* command);

  CLI::App* app_;
  Context* context_;
  std::map<const CLI::App*, Run> runs_;
};

void add_all(Commands* commands);

}  // namespace socai::cli
