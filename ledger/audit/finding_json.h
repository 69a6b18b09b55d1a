// SPDX-License-Identifier: Apache-2.0
// The finding record "socai.finding/1" as JSON: one object, keys in a fixed order, absent values null.
#pragma once

#include <string>

#include "ledger/audit/finding.h"

namespace socai {

inline constexpr const char* kFindingSchema = "socai.finding/1";

// {"schema":"socai.finding/1","id":…,"verdict":…,"a":{claim row},"b":{claim row},"keys":{…},
//  "distance":null|{"absolute":"494424000","ratio":"89.67"},"severity":"high","lineages":{"a":1,"b":1},
//  "rule":"audit.disjoint","decision":null,"reasons":[{"code":"metric_part","part":…,"whole":…},…]}
std::string finding_to_json(const Finding& finding);

}  // namespace socai
