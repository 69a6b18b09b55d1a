// SPDX-License-Identifier: Apache-2.0
// The parts of verify(). Each reads stored bytes and reports what does not agree; none trusts another's result.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/proof/checkpoint.h"
#include "ledger/store/database.h"
#include "ledger/verify.h"

namespace socai {

// Problems found so far, the first hundred of each part kept.
class Problems {
 public:
  void add(Problem problem);
  void add_entry(const char* code, std::int64_t entry, std::string detail);

  // By entry, those without one behind.
  std::vector<Problem> sorted() const;
  bool more() const { return more_; }

 private:
  std::vector<Problem> problems_;
  bool more_ = false;
};

// The pages, and the tables, indexes, views and triggers.
void check_file(Database& db, Problems* problems);

// Told each entry that a part goes over, in order.
using EntrySeen = std::function<void(std::int64_t entry)>;

// The entries: numbers without gaps, bytes that give the leaf hash, roots, peaks and inner nodes, version rows; and the
// earlier checkpoint's root, where there is one.
void check_history(Database& db, const std::optional<Checkpoint>& earlier, const EntrySeen& seen, VerifyReport* report,
                   Problems* problems);

// The texts give their hashes, and each that an article names is there.
void check_texts(Database& db, VerifyReport* report, Problems* problems);

// The derived tables hold the rows that the entries give, and no others.
void check_derived(Database& db, const EntrySeen& seen, Problems* problems);

// Every claim's quote stands at its offsets: in the revision it was recorded with, where it moved to, and today.
void check_quotes(Database& db, const EntrySeen& seen, Problems* problems);

}  // namespace socai
