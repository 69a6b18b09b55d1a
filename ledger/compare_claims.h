// SPDX-License-Identifier: Apache-2.0
// What a new reading of a stored article, under other rules, changes in its claims.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extractor/claim/claim.h"
#include "ledger/ledger.h"

namespace socai {

// The same words of the article, read otherwise.
struct AlteredClaim {
  Claim before;
  Claim after;
  std::vector<std::string> keys;  // of the claim record, those whose values differ: "subject", "metric", "amount", …
};

struct ClaimsCompared {
  std::size_t kept = 0;
  std::vector<Claim> gained;
  std::vector<Claim> lost;
  std::vector<AlteredClaim> altered;
};

// Claims that a person retired count as neither gained nor lost: Writer::add() does not record them again.
ClaimsCompared compare_claims(const StoredArticle& stored, const std::vector<Claim>& now);

}  // namespace socai
