// SPDX-License-Identifier: Apache-2.0
#include "ledger/state.h"

#include <algorithm>

#include "ledger/store/derived.h"
#include "ledger/store/reader.h"

namespace socai {

std::int64_t Ledger::State::size_at(std::optional<VersionNumber> as_of) {
  const auto newest = read_newest_version(db);
  if (!as_of) return newest ? newest->entries : 0;
  if (const auto version = read_version(db, *as_of)) return version->entries;
  throw Error(ExitCode::not_found, db.path(), "no version " + std::to_string(*as_of),
              "the newest is version " + std::to_string(newest ? newest->number : 0));
}

std::vector<RecordedClaim> Ledger::State::read_page(ClaimSearch* search, RowReader* reader, std::size_t count,
                                                    bool with_sentence) {
  const ReadTransaction transaction(db);
  std::vector<RecordedClaim> rows;
  for (const auto& slot : search->next(count)) rows.push_back(reader->row(slot, with_sentence));
  return rows;
}

std::vector<IdMatch> Ledger::State::beginning_with(const std::string& prefix, std::int64_t size, std::size_t limit) {
  std::vector<IdMatch> matches;
  for (auto& id : claim_ids_beginning_with(db, prefix, size, limit)) {
    matches.push_back({IdMatch::Kind::claim, std::move(id)});
  }
  for (auto& id : article_ids_beginning_with(db, prefix, size, limit - std::min(limit, matches.size()))) {
    matches.push_back({IdMatch::Kind::article, std::move(id)});
  }
  return matches;
}

}  // namespace socai
