// SPDX-License-Identifier: Apache-2.0
// Claims of articles as they would come out of a ledger that had just taken them in, without a ledger.
#pragma once

#include <vector>

#include "extractor/claim/article.h"
#include "ledger/query.h"

namespace socai::cli {

std::vector<RecordedClaim> record_claims(const Article& article, const std::vector<Claim>& claims);

}  // namespace socai::cli
