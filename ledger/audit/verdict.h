// SPDX-License-Identifier: Apache-2.0
// The verdict on a pair of claims of one subject, given the keys compared. The rules stand in the order in which they
// are asked; the first that holds decides.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/audit/audit.h"
#include "ledger/audit/keys.h"

namespace socai {

struct Judgement {
  Verdict verdict = Verdict::not_comparable;
  std::string rule;
  std::vector<Reason> reasons;
};

struct Pair {
  const Item& a;  // the earlier
  const Item& b;
  const Keys& keys;
  bool in_event = false;
  // Id of a denial that refutes the one side, where the text that denies it sets the other side in its place.
  std::optional<std::string> counter_denial;
};

Judgement judge(const Pair& pair, const AuditOptions& options);

// Whether `denial` denies the figure of `claim`: equal figures, a comparable unit, and not another period.
bool denies(const Item& denial, const Item& claim, const Keys& keys);

}  // namespace socai
