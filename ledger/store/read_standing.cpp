// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "ledger/identity.h"
#include "ledger/merkle.h"
#include "ledger/store/reader.h"

namespace socai {

std::vector<std::uint64_t> read_standing(Database& db, const std::string& rules) {
  // A version under other rules may have read any article anew; what persons decide has no rules.
  Query other(db, "SELECT coalesce(max(number), 0) FROM version WHERE rules <> ? AND rules <> ''");
  other.bind(rules);
  other.step();
  Query query(
      db,
      "SELECT article.id, url, outlet, published, title, text FROM entry JOIN revision ON revision.entry = entry.seq"
      " JOIN article ON article.number = revision.article"
      " WHERE entry.version > ? AND entry.seq >= (SELECT entries FROM version WHERE number = ? UNION ALL SELECT 0"
      " LIMIT 1) AND NOT EXISTS (SELECT 1 FROM revision AS later WHERE later.article = revision.article AND"
      " later.entry > revision.entry)");
  query.bind(other.integer(0), other.integer(0));
  std::vector<std::uint64_t> fingerprints;
  while (query.step()) {
    const auto title = query.optional_text(4);
    const auto title_hash = title ? hash_from_bytes(*title) : std::nullopt;
    const auto text_hash = hash_from_bytes(query.text(5));
    if (!text_hash) continue;  // damaged: it is read again, and that says so
    fingerprints.push_back(article_fingerprint(query.text(0),
                                               {query.optional_text(1), query.optional_text(2), query.optional_text(3)},
                                               title_hash, *text_hash));
  }
  std::sort(fingerprints.begin(), fingerprints.end());
  return fingerprints;
}

std::size_t count_standing_claims(Database& db, std::int64_t article) {
  Query query(db,
              "SELECT count(*) FROM claim LEFT JOIN retirement ON retirement.claim = claim.entry"
              " WHERE claim.article = ? AND retirement.claim IS NULL");
  query.bind(article);
  query.step();
  return static_cast<std::size_t>(query.integer(0));
}

}  // namespace socai
