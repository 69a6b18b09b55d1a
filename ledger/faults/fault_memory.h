// SPDX-License-Identifier: Apache-2.0
// Memory that runs out when it is told to: SQLite's, and that of operator new. For tests alone. Linking it replaces
// operator new of the whole program.
#pragma once

namespace socai::faults {

// Puts itself under SQLite. Once a process, before SQLite is used.
void install_memory();

// From now on the allocation with this number fails, counted from 1; with `lasts` all behind it too. 0: none.
void fail_allocation(long number, bool lasts);

// Allocations since then.
long allocations();

}  // namespace socai::faults
