// SPDX-License-Identifier: Apache-2.0
// What the rules tell the audit, and the claims that it takes.
#pragma once

#include <optional>
#include <vector>

#include "cli/program/context.h"
#include "ledger/audit/audit.h"
#include "ledger/ledger.h"

namespace socai::cli {

// The metric tree, and the words of --rules; the context must outlive the options.
AuditOptions audit_options(Context* context);

// All that stood at the version (default: the newest), statements too: they tell which articles are of one event.
std::vector<RecordedClaim> claims_to_audit(const Ledger& ledger, std::optional<VersionNumber> as_of = {});

}  // namespace socai::cli
