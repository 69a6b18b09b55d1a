// SPDX-License-Identifier: Apache-2.0
// What the rules tell the audit.
#pragma once

#include "extractor/rules/rules.h"
#include "ledger/audit/audit.h"

namespace socai::cli {

AuditOptions audit_options(const Rules& rules);

}  // namespace socai::cli
