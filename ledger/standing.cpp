// SPDX-License-Identifier: Apache-2.0
// What an ingest that comes again need not read again.
#include <algorithm>

#include "ledger/identity.h"
#include "ledger/ledger.h"
#include "ledger/state.h"
#include "ledger/store/reader.h"
#include "ledger/writer.h"

namespace socai {

std::vector<std::uint64_t> Ledger::standing(const std::string& rules) const { return read_standing(state_->db, rules); }

bool Writer::keep(const Article& article) { return state_->keep(article); }

bool Writer::State::keep(const Article& article) {
  const auto known = read_article(db, article_identity(article), kEveryEntry);
  if (!known) return false;
  auto entry = entry_of(article, known->entry.article);
  entry.revision = known->entry.revision;
  if (entry != known->entry) return false;
  ++result.articles_unchanged;
  if (!is_redacted(db, entry.text)) result.claims_kept += count_standing_claims(db, known->number);
  return true;
}

}  // namespace socai
