// SPDX-License-Identifier: Apache-2.0
// What the fault tests let go wrong: one more version of a small ledger; and what must be so afterwards.
#pragma once

#include <functional>
#include <string>

#include "ledger/ledger.h"

namespace socai::faults {

// A ledger of two versions at `path`, with an article of two revisions, a retirement, an alias and a redaction.
void make_ledger(const std::string& path);

// Adds one version with an entry of each kind; throws as the ledger does.
void add_version(const std::string& path);

// Copies make_ledger()'s file, which was made before, to `path`, without what stands beside it.
void put_back(const std::string& original, const std::string& path);

// Runs `work` in a process of its own. Gives its exit code: 0, that of the Error or of std::bad_alloc (io) that ended
// it, kCrashed; fails the test where a signal ended it.
int in_child(const std::function<void()>& work);

// Ends the test with what is wrong, unless the ledger verifies and stands at version `head` or, if `may_have_next`, at
// the one behind it. Gives the version it stands at.
VersionNumber expect_whole(const std::string& path, VersionNumber head, bool may_have_next, const std::string& where);

[[noreturn]] void fail(const std::string& what);

}  // namespace socai::faults
