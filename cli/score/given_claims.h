// SPDX-License-Identifier: Apache-2.0
// The right claims of an article whose claims a person has marked, as the extractor would give them if it made no
// mistake: what the audit says of these is the audit's own doing.
#pragma once

#include <vector>

#include "cli/score/gold.h"
#include "extractor/claim/claim.h"

namespace socai::cli {

// Of each name the fullest and of each metric the best. What gold does not say (the sentence, caveats, the days of a
// period) is taken from the extracted claim of the same place, if there is one.
std::vector<Claim> given_claims(const GoldArticle& gold, const std::vector<Claim>& extracted);

}  // namespace socai::cli
