// SPDX-License-Identifier: Apache-2.0
// The verdicts on all pairs that are compared: each by itself, then what one pair's verdict says of others.
#pragma once

#include <vector>

#include "ledger/audit/pairs.h"
#include "ledger/audit/verdict.h"

namespace socai {

struct RuledPair {
  IndexPair pair;
  Keys keys;
  Ruling ruling;
};

// Sorted by pair, each once.
//
// Beyond judge():
//   where a denial refutes a claim, what the denying sentence affirms in its place stands against that claim;
//   where an article sets two of its figures against each other, it sets them against all that tell them too;
//   where two figures conflict, so do those that are the same as either in the same event.
std::vector<RuledPair> judge_all(const std::vector<Item>& items, const PairIndex& index, const AuditOptions& options);

}  // namespace socai
