// SPDX-License-Identifier: Apache-2.0
// What commands share that make one version by a person's hand: who, why, a dry run, and the line that tells of it.
#pragma once

#include <functional>
#include <string>

#include "cli/program/commands.h"
#include "ledger/ledger.h"

namespace socai::cli {

struct NewVersion {
  std::string author;
  std::string message;
  bool dry_run = false;

  void add_to(Commands* commands, CLI::App* command);

  // Time of now, author and message, which is `otherwise` where none was given; `rules` is the id of those at work, or
  // empty.
  VersionInfo info(const std::string& rules, const std::string& otherwise = {}) const;

  // The ledger to write; where there is none the error says how to make one.
  static Ledger open(const Context& context);

  // Seals the version, or in a dry run drops it, and says so in one line that ends in `done`.
  IngestResult finish(Writer* writer, const std::string& done, const Context& context) const;
};

}  // namespace socai::cli
