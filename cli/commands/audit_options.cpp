// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/audit_options.h"

namespace socai::cli {

AuditOptions audit_options(const Rules& rules) {
  AuditOptions options;
  for (const Rules::PartOf& pair : rules.metric_parts()) options.part_of.emplace(pair.part, pair.whole);
  return options;
}

}  // namespace socai::cli
