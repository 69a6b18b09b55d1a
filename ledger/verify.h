// SPDX-License-Identifier: Apache-2.0
// The answer of Ledger::verify(): everything recomputed from stored bytes, and what did not agree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/version.h"

namespace socai {

// `code` is one of:
//   file.damaged       SQLite cannot read the file's pages          schema.changed  a table, index, view or trigger is
//   entry.missing      a number in the row of entries is absent                     missing, added or altered
//   entry.hash         the bytes of an entry do not give its hash   entry.unreadable  they are no canonical entry
//   entry.order        an entry stands in a version, or refers to an article or claim, that cannot be
//   version.missing    a number in the row of versions is absent    version.root    its entries do not give its root
//   version.differs    its row is not what its entry says           tree.differs    a stored inner hash is wrong
//   text.hash          a stored text does not give its hash         text.missing    an article's text is absent
//   text.kept          a text that was taken out is there
//   claim.quote        the article at the claim's offsets is not its quote
//   table.differs      a table derived from the entries holds another row, a row too many or too few
//   checkpoint.differs the first entries do not give the root of the checkpoint: history was rewritten
//   checkpoint.ahead   the ledger has fewer entries than the checkpoint: its end was cut off
struct Problem {
  std::string code;
  std::string where;                  // "entry 17", "version 3", "text 9f…", "table claim"
  std::optional<std::int64_t> entry;  // the entry concerned, if it is one
  std::string detail;                 // data for a person to follow up: hashes, names; no sentence
};

struct VerifyReport {
  VersionNumber versions = 0;
  std::int64_t entries = 0;
  std::int64_t articles = 0;
  std::int64_t claims = 0;
  std::int64_t texts = 0;
  std::int64_t redacted = 0;
  std::string root;               // of the head, as recomputed
  std::vector<Problem> problems;  // by entry, the first bad one first; at most 100
  bool more_problems = false;     // there were more than that

  bool ok() const { return problems.empty(); }
};

}  // namespace socai
