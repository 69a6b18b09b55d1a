// SPDX-License-Identifier: Apache-2.0
// What a Ledger holds. Not for users of the library: see ledger.h.
#pragma once

#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "ledger/store/claim_search.h"
#include "ledger/store/database.h"
#include "ledger/store/reader.h"

namespace socai {

struct Ledger::State {
  explicit State(Database database) : db(std::move(database)) {}

  // Entries of that version and all earlier ones; of the head where none is given. Throws not_found.
  std::int64_t size_at(std::optional<VersionNumber> as_of);

  // The next rows of a search, read at one go: the file is free while the caller works on them.
  std::vector<RecordedClaim> read_page(ClaimSearch* search, RowReader* reader, std::size_t count, bool with_sentence);

  // Claims and articles whose id begins with `prefix`.
  std::vector<IdMatch> beginning_with(const std::string& prefix, std::int64_t size, std::size_t limit);

  Database db;
};

}  // namespace socai
