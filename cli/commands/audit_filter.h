// SPDX-License-Identifier: Apache-2.0
// Which findings socai audit shows, and which make it fail.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/audit/audit.h"

namespace socai::cli {

// All that is given must hold; of several names, one.
struct AuditFilter {
  std::vector<std::string> verdicts;  // empty: any
  std::vector<std::string> sources;   // ids: claimants, in whose names these words stand, or outlets
  std::string metric;                 // this id and all below it
  std::string severity;               // this one or worse
  std::string since, until;           // days: a side was published within
  bool undecided = false;             // only findings on which no person has judged

  bool passes(const Finding& finding) const;
};

// Names of --fail-on: verdicts, severities, "conflict", "any". Findings that a person has judged fail nothing.
bool fails(const Finding& finding, const std::vector<std::string>& fail_on);
std::vector<std::string> fail_names();

// "unit-slip": the verdicts as they are written on the command line.
std::vector<std::string> verdict_names();

}  // namespace socai::cli
