// SPDX-License-Identifier: Apache-2.0
// The ledger's answers as JSON: one object, keys in a fixed order, absent values null.
#pragma once

#include <string>

#include "ledger/query.h"
#include "ledger/version.h"

namespace socai {

// The claim record "socai.claim/1", with these keys behind its own:
//   "id":"9f86d081884c7d65","recorded":{"version":3,"time":"2025-02-01T03:15:00Z"},
//   "retired":null | {"version":4,"reason":"article_changed"},
//   "source":{"url":…,"outlet":…,"published":…,"title":…,"revision":1}
std::string row_to_json(const RecordedClaim& row);

// {"schema":"socai.version/1","version":3,"time":…,"author":…,"message":…,"rules":…,"entries":…,"root":…,
//  "articles":…,"claims":…,"retired":…}
std::string version_to_json(const Version& version);

}  // namespace socai
