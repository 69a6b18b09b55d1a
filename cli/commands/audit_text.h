// SPDX-License-Identifier: Apache-2.0
// Findings for people: a table of all of them, then each with its two quotes, and a chart.
#pragma once

#include <string>
#include <vector>

#include "cli/people/claim_text.h"
#include "cli/terminal/terminal.h"
#include "ledger/audit/finding.h"

namespace socai::cli {

class AuditText {
 public:
  AuditText(Lang lang, const Terminal& screen) : text_(lang, screen), screen_(screen) {}

  std::string table(const std::vector<Finding>& findings) const;
  std::string block(const Finding& finding) const;

 private:
  std::string distance(const Finding& finding) const;
  std::string side(const char* name, const RecordedClaim& row) const;

  ClaimText text_;
  Terminal screen_;
};

std::string finding_csv_header();
std::string finding_csv(const Finding& finding);

}  // namespace socai::cli
