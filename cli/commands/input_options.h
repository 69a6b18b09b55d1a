// SPDX-License-Identifier: Apache-2.0
// The options of commands that read articles: which files, in which form, on how many threads.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/program/commands.h"
#include "extractor/read/reader.h"

namespace socai::cli {

struct InputOptions {
  std::vector<std::string> names;
  std::string format = "auto";
  std::size_t threads = 0;

  void add_to(Commands* commands, CLI::App* command);

  InputFormat input_format() const;
  // --threads, else one for each processor.
  std::size_t thread_count() const;
};

}  // namespace socai::cli
