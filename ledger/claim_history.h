// SPDX-License-Identifier: Apache-2.0
// What became of a claim, event by event.
#pragma once

#include <optional>
#include <string>

#include "ledger/query.h"
#include "ledger/version.h"

namespace socai {

struct ClaimEvent {
  enum class Kind {
    recorded,  // first, or again after it was retired
    moved,     // stands on, elsewhere in the article's new text
    retired,
  };
  Kind kind = Kind::recorded;
  Version version;
  std::int64_t entry = 0;
  RecordedClaim claim;  // as it stood with that version; of a retired one, as it last stood
  std::string reason;   // of a retirement: "article_changed", "rules_changed", "person"
  std::string note;     // and that person's words
  // The figure that it took the place of (recorded), or that took its place (retired): same claimant, subject, metric,
  // unit and polarity in the same article and version, another amount.
  std::optional<RecordedClaim> counterpart;
};

}  // namespace socai
