// SPDX-License-Identifier: Apache-2.0
// Claims in the words of schema.org (Claim, MonetaryAmount), as JSON-LD. Amounts are strings of decimal digits: a
// number of JSON loses them behind 2^53. What schema.org has no word for (polarity, modality, caveats) is an
// additionalProperty.
#pragma once

#include <string>

#include "ledger/query.h"

namespace socai::cli {

// One document: the begin, the claims with commas between, the end.
std::string json_ld_begin();
std::string claim_json_ld(const RecordedClaim& row);
std::string json_ld_end();

}  // namespace socai::cli
