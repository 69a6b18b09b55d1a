// SPDX-License-Identifier: Apache-2.0
// The second half of socai eval: how right the audit is on pairs of figures that a person has judged.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/program/context.h"

namespace socai::cli {

struct EvalAuditOptions {
  std::vector<std::string> articles;  // files and folders, with or without marked claims
  std::vector<std::string> pairs;     // files and folders
  std::string format;
  std::size_t misses = 0;
};

// Articles that no pair names are left out. Where an article stands twice, the one with marked claims is taken.
ExitCode run_eval_audit(const EvalAuditOptions& options, Context* context);

}  // namespace socai::cli
