// SPDX-License-Identifier: Apache-2.0
// The score of the audit, verdict by verdict, and the pairs behind its errors.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/score/verdicts.h"

namespace socai::cli {

// The same pairs judged twice: on extracted claims, and, of pairs whose articles a person has marked, on right claims.
struct AuditScore {
  std::vector<JudgedPair> pairs;
  Answers found;
  std::vector<JudgedPair> given_pairs;
  Answers given;

  // Of the pairs judged twice: wrong on extracted claims and right on right ones; wrong on right claims.
  std::size_t errors_of_claims() const;
  std::size_t errors_of_audit() const;
};

std::string audit_score_text(const AuditScore& score);
std::string audit_score_json(const AuditScore& score);

// The first `count` pairs judged wrongly, and the first conflicts that nobody judged, with what the claims say.
std::string audit_misses_text(const AuditScore& score, std::size_t count);

}  // namespace socai::cli
