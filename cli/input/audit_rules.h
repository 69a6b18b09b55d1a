// SPDX-License-Identifier: Apache-2.0
// The audit's part of a folder of rules: audit/words.toml and, for checking, audit/words.cases.
#pragma once

#include <string>

#include "ledger/audit/words.h"

namespace socai::cli {

// A folder of rules replaces the built-in ones as a whole, so one without the audit's words is refused: throws Error
// that names the file.
AuditWords load_audit_words(const std::string& folder);

// Empty where the folder has no cases.
std::string load_audit_cases(const std::string& folder);

}  // namespace socai::cli
