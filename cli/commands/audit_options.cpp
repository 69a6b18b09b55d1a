// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/audit_options.h"

namespace socai::cli {

AuditOptions audit_options(Context* context) {
  AuditOptions options;
  options.words = &context->audit_words();
  for (const Rules::PartOf& pair : context->rules().metric_parts()) options.part_of.emplace(pair.part, pair.whole);
  return options;
}

std::vector<RecordedClaim> claims_to_audit(const Ledger& ledger, std::optional<VersionNumber> as_of) {
  ClaimQuery query;
  query.with_sentence = true;
  query.as_of = as_of;
  return ledger.claims(query).rows;
}

}  // namespace socai::cli
