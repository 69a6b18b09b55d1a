// SPDX-License-Identifier: Apache-2.0
// The audit of claims whose articles are linked already.
#pragma once

#include <vector>

#include "ledger/audit/audit.h"
#include "ledger/audit/links.h"

namespace socai {

// As audit(), which finds the links itself. Links to articles that are not among the claims do not matter.
std::vector<Finding> audit_linked(const std::vector<const RecordedClaim*>& claims, const EventLinks& links,
                                  const AuditOptions& options);

// The order in which audit() gives its findings.
bool shown_before(const Finding& a, const Finding& b);

}  // namespace socai
