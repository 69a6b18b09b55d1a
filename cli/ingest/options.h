// SPDX-License-Identifier: Apache-2.0
// What ingest and watch are told on the command line.
#pragma once

#include <cstddef>
#include <string>

#include "cli/commands/input_options.h"

namespace socai::cli {

struct IngestOptions {
  InputOptions input;
  bool dry_run = false;
  std::string message;
  std::string author;
  std::size_t batch = 0;  // articles a version; 0: all in one
  std::string report;     // a file; empty: none
  std::string progress = "auto";
};

}  // namespace socai::cli
