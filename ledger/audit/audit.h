// SPDX-License-Identifier: Apache-2.0
// The audit: which figures contradict each other, and why they do or only seem to. A pure function of claims: it reads
// no ledger, file or clock, and the order of the claims given does not matter.
//
//   ClaimQuery query;
//   query.kind = Kind::money;
//   query.with_sentence = true;
//   const std::vector<RecordedClaim> claims = ledger.claims(query).rows;
//   AuditOptions options;
//   options.aliases = ledger.aliases();
//   for (const Finding& finding : audit(claims, options)) …
//
// Two claims are compared when their subject is the same (equal ids, aliases, or the words of the one within the
// other) and their metrics are of one family (the first part of the id, or joined by part-of), within one event: the
// same article, or articles published within `event_days` of each other, or of which neither tells its day. A key
// stated on one side only is unknown, and what is unknown is no contradiction. Figures are compared exactly, with no
// rounding and no clustering: overlap is not transitive.
//
// Method: the interval rules follow XBRL's for inconsistent duplicates (equal precision must be equal, else the
// rounding intervals must overlap); lineages count a sentence copied by many outlets once (5-word shingles).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ledger/aliases.h"
#include "ledger/audit/finding.h"
#include "ledger/audit/rates.h"
#include "ledger/audit/words.h"
#include "ledger/query.h"

namespace socai {

struct AuditOptions {
  // {part, whole}: metric ids where the first is contained in the second. The tree gives more: what stands below an
  // id by dots is part of it, except for a change (".change"), which is another quantity.
  std::set<std::pair<std::string, std::string>> part_of = {{"cost.training", "cost.development"}};
  Aliases aliases;
  const AuditWords* words = &AuditWords::built_in();  // must outlive the audit
  int event_days = 7;
  // Figures of two currencies are compared through these alone, give or take the tolerance (in percent).
  Rates rates;
  int rate_tolerance = 3;
  // Every related pair, also those that agree; else only what calls for a look.
  bool all = false;
  bool with_support = false;    // findings name the claims behind either side
  std::optional<Verdict> only;  // only findings of this verdict (then `all` does not matter)
  // Only findings of which a side's subject matches this name (as ClaimQuery::about).
  std::optional<std::string> about;
  std::map<std::string, std::string> decisions;  // finding id -> a person's judgement
};

// Findings, conflicts first: by verdict, severity, distance, then id. Statements are passed over.
std::vector<Finding> audit(const std::vector<RecordedClaim>& claims, const AuditOptions& options = {});

}  // namespace socai
