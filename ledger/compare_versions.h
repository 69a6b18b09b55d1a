// SPDX-License-Identifier: Apache-2.0
// The diff of two versions. Not for users of the library: see ledger.h and diff.h.
#pragma once

#include <string>

#include "ledger/diff.h"
#include "ledger/store/database.h"

namespace socai {

// `from` may be version 0, with no entries. Either order: the answer tells what it takes to go from one to the other.
LedgerDiff compare_versions(Database& db, const Version& from, const Version& to);

// The same for one article, by its id.
ArticleDiff compare_article(Database& db, const std::string& article, const Version& from, const Version& to);

}  // namespace socai
