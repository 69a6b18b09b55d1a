// SPDX-License-Identifier: Apache-2.0
// Scores the audit against pairs that a person has judged.
//
// A figure is found when a money claim overlaps its place (the longest overlap counts). A pair that the audit does not
// relate counts as "not comparable"; one of which a figure was not found has no answer, and is wrong. "Copied" is
// right where the finding names both passages one report. Pairs that nobody judged do not count, but the conflicts
// among them are kept, to be read.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/score/judged.h"
#include "ledger/audit/audit.h"

namespace socai::cli {

inline constexpr std::size_t kVerdicts = static_cast<std::size_t>(Verdict::not_comparable) + 1;

// What the audit says of one judged pair.
struct Answer {
  const RecordedClaim* a = nullptr;  // nothing: no claim stands there
  const RecordedClaim* b = nullptr;
  std::optional<Verdict> verdict;  // nothing where a claim is missing
  std::string rule;                // of the finding; empty where nothing relates the two
  std::optional<Keys> keys;
  bool copied = false;
};

struct VerdictRow {
  std::size_t gold = 0;
  std::size_t said = 0;
  std::size_t right = 0;
};

struct VerdictScore {
  std::size_t pairs = 0;
  std::size_t right = 0;
  std::size_t missing = 0;  // pairs of which a claim was not found
  std::array<VerdictRow, kVerdicts> rows;
  VerdictRow conflicts;  // refuted, contradicts, part exceeds whole and unit slip taken together
  VerdictRow copies;     // among pairs of two articles
  std::vector<Finding> unjudged_conflicts;

  void add(const JudgedPair& pair, const Answer& answer);
};

// The audit of all claims together, and its answers in the order of the pairs. `claims` must outlive the answers.
struct Answers {
  std::vector<Answer> list;
  std::vector<Finding> unjudged_conflicts;
};
Answers answer_pairs(const std::vector<JudgedPair>& pairs, const std::vector<RecordedClaim>& claims,
                     AuditOptions options);

VerdictScore score_of(const std::vector<JudgedPair>& pairs, const Answers& answers);

}  // namespace socai::cli
