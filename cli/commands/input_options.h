// SPDX-License-Identifier: Apache-2.0
// The options of commands that read articles: which files, in which form, on how many threads.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/input/slices.h"
#include "cli/program/commands.h"

namespace socai::cli {

struct InputOptions {
  std::vector<std::string> names;
  std::string format = "auto";
  std::string encoding;
  std::vector<std::string> maps;
  bool title_line = false;
  std::size_t threads = 0;

  void add_to(Commands* commands, CLI::App* command);

  // Throws Error(usage) for an encoding or a field that nobody knows.
  InputForm form() const;
  // --threads, else one for each processor.
  std::size_t thread_count() const;
};

}  // namespace socai::cli
