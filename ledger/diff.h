// SPDX-License-Identifier: Apache-2.0
// What changed between two versions of a ledger, by article.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ledger/query.h"
#include "ledger/version.h"

namespace socai {

// A figure that moved: the claim that went, and the one that took its place. They agree in field, subject, metric,
// claimant, unit and polarity, and differ in the amount.
struct MovedFigure {
  RecordedClaim before;
  RecordedClaim after;
};

struct ArticleDiff {
  ArticleInfo article;  // as of the later version
  bool is_new = false;  // the earlier version did not have it
  bool text_changed = false;
  std::vector<MovedFigure> moved;
  std::vector<RecordedClaim> appeared;  // without those in `moved`
  std::vector<RecordedClaim> gone;      // likewise; with `retired` and its reason
};

struct LedgerDiff {
  VersionNumber from = 0;
  VersionNumber to = 0;
  std::vector<ArticleDiff> articles;  // those with a change, in the order of their first recording

  bool empty() const { return articles.empty(); }
};

}  // namespace socai
