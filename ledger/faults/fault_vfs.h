// SPDX-License-Identifier: Apache-2.0
// A file system under SQLite that fails when it is told to: for tests alone, not part of the program.
//
// In a crash the process ends at once, and what was not synced by then is applied, dropped or garbled, each write by
// itself, as the seed decides: any order in which a disk may have written it. Method after SQLite's own crash tests
// (sqlite.org/testing.html), written anew.
#pragma once

namespace socai::faults {

enum class Fault {
  none,
  io_error,   // the operation fails: reads, writes, syncs, deletions, openings
  disk_full,  // the write fails for want of space
  crash,      // at a write, truncation, sync or deletion the process ends with kCrashed
};

inline constexpr int kCrashed = 77;

struct Plan {
  Fault fault = Fault::none;
  long at = 0;         // the operation that fails, counted from 1
  bool lasts = false;  // and all behind it
  unsigned seed = 0;
};

// Puts it between SQLite and the system, for every connection opened from then on. Once a process, before the first.
void install();

// Begins to count. Without a plan everything works.
void begin(const Plan& plan);

// Operations that the plan's fault could have struck, since begin().
long operations();

}  // namespace socai::faults
