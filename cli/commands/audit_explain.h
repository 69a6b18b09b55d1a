// SPDX-License-Identifier: Apache-2.0
// One finding in full: everything that led to its verdict.
#pragma once

#include <string>

#include "cli/people/claim_text.h"
#include "cli/terminal/terminal.h"
#include "ledger/audit/finding.h"

namespace socai::cli {

// `finding` with its support (AuditOptions::with_support).
std::string explain_finding(const Finding& finding, Lang lang, const Terminal& screen);

}  // namespace socai::cli
