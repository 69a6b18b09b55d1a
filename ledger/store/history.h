// SPDX-License-Identifier: Apache-2.0
// Appends entries to the history, each with its leaf in the Merkle tree and the rows derived from it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/entry.h"
#include "ledger/merkle.h"
#include "ledger/store/database.h"
#include "ledger/store/derived.h"

namespace socai {

// Everything that one version adds. Works within a WriteTransaction that the caller holds.
class History {
 public:
  // Goes on from the newest version. Throws integrity where its row is no tree.
  explicit History(Database& db);

  // The number that the version to be sealed will have.
  VersionNumber next_version() const { return next_version_; }
  bool has_new_entries() const { return range_.size() > first_; }

  // Appends; gives the entry's number. The first entry of a version must be its VersionEntry.
  std::int64_t append(const Entry& entry);
  // Keeps a title or text that an entry binds by its hash.
  void keep_text(const Digest& digest, const std::string& bytes);

  // Takes out a title or text that a redaction entry, appended before, names.
  void drop_text(const Digest& digest);

  // Makes the version's claims so far readable; without it they may be so only when it is sealed.
  void settle() { derived_.settle(); }

  // Reads back what was added, and throws integrity where it is not what was meant. Then writes the version's row.
  Version seal();

 private:
  void append_subtree(int level, std::uint64_t index, const Hash& hash);
  void check_entries();
  void check_texts();
  void write_version(const Version& version);

  Database& db_;
  Derived derived_;
  Query insert_entry_;
  CompactRange range_;       // over all entries
  CompactRange before_;      // over those of earlier versions
  std::uint64_t first_ = 0;  // the version's first entry
  std::int64_t first_text_ = 0;
  std::int64_t next_text_ = 0;
  VersionNumber next_version_ = 1;
  Version counts_;
};

}  // namespace socai
