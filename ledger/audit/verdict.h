// SPDX-License-Identifier: Apache-2.0
// The verdict on a pair of claims, given the keys compared. The rules stand in the order in which they are asked; the
// first that holds decides. docs/audit.md tells them in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/audit/audit.h"
#include "ledger/audit/evidence.h"
#include "ledger/audit/keys.h"

namespace socai {

struct Ruling {
  Verdict verdict = Verdict::not_comparable;
  std::string rule;
  std::vector<Reason> reasons;
};

struct Pair {
  const Item& a;  // the earlier
  const Item& b;
  const Keys& keys;
  bool in_event = false;
  Evidence evidence;
  // Id of a denial that refutes the one side, where the text that denies it sets the other side in its place.
  std::optional<std::string> counter_denial;
};

Ruling judge(const Pair& pair, const AuditOptions& options);

// Whether `denial` denies the figure of `claim`: equal figures, a comparable unit, and not another period.
bool denies(const Item& denial, const Item& claim, const Keys& keys);

// ---- the parts of judge(), for pairs whose figures are affirmed, of one currency and unit

// Figures that overlap.
Ruling judge_overlap(const Pair& pair, FigureRelation relation, const AuditOptions& options);

// Whether the figures of two articles have the same digits, a power of ten apart, and speak of one thing.
bool is_slip(const Pair& pair);
Ruling judge_slip(const Pair& pair);

// Disjoint figures of two articles, and of one.
Ruling judge_apart(const Pair& pair, const AuditOptions& options);
Ruling judge_within(const Pair& pair, const AuditOptions& options);

// ---- what the rules ask

bool is_open(KeyState state);  // different or unknown
// Outside of one event a key that neither side states is not known to be the same.
bool is_open(KeyState state, bool in_event);
bool one_source(const Pair& pair);
bool one_article(const Pair& pair);
// The sides speak of one thing by name, as far as they name it.
bool one_subject(const Pair& pair);
Ruling not_comparable(const Pair& pair, const char* rule);

}  // namespace socai
