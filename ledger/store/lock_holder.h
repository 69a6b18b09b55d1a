// SPDX-License-Identifier: Apache-2.0
// Who holds a ledger file that cannot be locked. Looks where the system lists its locks and opens no ledger file, which
// would drop this process's own locks on it (POSIX).
#pragma once

#include <optional>
#include <string>

namespace socai {

struct LockHolder {
  long process = 0;
  std::string command;  // its command line, on one line, cut; empty where the system does not tell
  bool writes = false;  // else it reads

  // "process 1234 (socai ingest archive.jsonl)"
  std::string words() const;
};

// Another process that writes the file, else one that reads it; nullopt where there is none (any more), or the system
// has no such list (it is Linux's).
std::optional<LockHolder> lock_holder(const std::string& path);

}  // namespace socai
