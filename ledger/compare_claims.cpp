// SPDX-License-Identifier: Apache-2.0
#include "ledger/compare_claims.h"

#include <algorithm>
#include <set>

#include "ledger/identity.h"

namespace socai {
namespace {

bool same_words(const Claim& a, const Claim& b) {
  return a.kind == b.kind && a.field == b.field && a.start == b.start && a.end == b.end;
}

std::vector<std::string> differing_keys(const Claim& a, const Claim& b) {
  std::vector<std::string> keys;
  const auto compare = [&](const char* key, bool same) {
    if (!same) keys.emplace_back(key);
  };
  compare("amount", a.amount == b.amount);
  compare("claimant", a.claimant == b.claimant);
  compare("subject", a.subject == b.subject);
  compare("metric", a.metric == b.metric);
  compare("polarity", a.polarity == b.polarity);
  compare("modality", a.modality == b.modality);
  compare("zone", a.zone == b.zone);
  compare("period", a.period == b.period);
  compare("caveats", a.caveats == b.caveats);
  compare("sentence", a.sentence_start == b.sentence_start && a.sentence_end == b.sentence_end);
  compare("confidence", a.confidence_percent == b.confidence_percent);
  return keys;
}

}  // namespace

ClaimsCompared compare_claims(const StoredArticle& stored, const std::vector<Claim>& now) {
  ClaimsCompared result;
  const auto ids = claim_ids(stored.article.id, now);
  const std::set<std::string> present(ids.begin(), ids.end());
  std::set<std::string> before;
  std::vector<Claim> gone;
  for (const auto& row : stored.claims) {
    before.insert(row.id);
    if (present.contains(row.id)) {
      ++result.kept;
    } else {
      gone.push_back(row.claim);
    }
  }
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (before.contains(ids[i]) || stored.withdrawn.contains(ids[i])) continue;
    const auto old =
        std::find_if(gone.begin(), gone.end(), [&](const Claim& claim) { return same_words(claim, now[i]); });
    if (old == gone.end()) {
      result.gained.push_back(now[i]);
    } else {
      result.altered.push_back({*old, now[i], differing_keys(*old, now[i])});
      gone.erase(old);
    }
  }
  result.lost = std::move(gone);
  return result;
}

}  // namespace socai
