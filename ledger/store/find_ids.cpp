// SPDX-License-Identifier: Apache-2.0
// Ids by how they begin.
#include "ledger/store/claim_search.h"
#include "ledger/store/derived.h"
#include "ledger/store/reader.h"

namespace socai {

std::vector<std::string> claim_ids_beginning_with(Database& db, const std::string& prefix, std::int64_t size,
                                                  std::size_t limit) {
  std::vector<std::string> ids;
  const auto range = id_range(prefix);
  if (!range) return ids;
  Query query(db, "SELECT DISTINCT id FROM claim WHERE id BETWEEN ? AND ? AND entry < ? ORDER BY id LIMIT ?");
  query.bind(Blob{range->first}, Blob{range->second}, size, static_cast<std::int64_t>(limit));
  while (query.step()) ids.push_back(id_hex(query.text(0)));
  return ids;
}

std::vector<std::string> article_ids_beginning_with(Database& db, const std::string& prefix, std::int64_t size,
                                                    std::size_t limit) {
  std::vector<std::string> ids;
  if (prefix.empty()) return ids;
  Query query(db,
              "SELECT id FROM article WHERE id >= ?1 AND substr(id, 1, length(?1)) = ?1 AND id < ?1 || char(0x10FFFF)"
              " AND entry < ?2 ORDER BY id LIMIT ?3");
  query.bind(prefix, size, static_cast<std::int64_t>(limit));
  while (query.step()) ids.push_back(query.text(0));
  return ids;
}

}  // namespace socai
