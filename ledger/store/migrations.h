// SPDX-License-Identifier: Apache-2.0
// The steps that make a ledger file, in order: each file of ledger/schema/, built into the program.
#pragma once

#include <string>
#include <vector>

namespace socai {

struct Migration {
  std::string name;  // "001_ledger"
  std::string sql;
};

// The number of a format is the number of its last migration: PRAGMA user_version.
std::vector<Migration> migrations();

}  // namespace socai
