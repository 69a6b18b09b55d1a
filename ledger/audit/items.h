// SPDX-License-Identifier: Apache-2.0
// The money claims that the audit compares, as it wants them.
#pragma once

#include <vector>

#include "ledger/audit/keys.h"

namespace socai {

// In an order that does not depend on that of the claims: by day, article, place. A claim given twice counts once, and
// so does the headline that a page gives as its title and again in its text; a subject that is nothing but a head is
// named as far as its article does. What becomes of a claim depends on the claims of its article alone. The claims must
// outlive the items.
std::vector<Item> items_of(const std::vector<const RecordedClaim*>& claims, const AuditOptions& options);

}  // namespace socai
