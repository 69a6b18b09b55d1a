// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/tree.h"

#include "extractor/claim/error.h"

namespace socai {
namespace {

constexpr int kStoredLevels = 8;

Hash read_node(Database& db, int level, std::uint64_t index) {
  const int stored = level - level % kStoredLevels;  // the nearest level below that is stored
  const auto count = std::uint64_t{1} << (level - stored);
  Query query(db, stored == 0
                      ? "SELECT leaf FROM entry WHERE ? = 0 AND seq >= ? AND seq < ? ORDER BY seq"
                      : "SELECT hash FROM subtree WHERE level = ? AND number >= ? AND number < ? ORDER BY number");
  query.bind(stored, static_cast<std::int64_t>(index * count), static_cast<std::int64_t>((index + 1) * count));
  CompactRange range;
  while (query.step()) {
    const auto hash = hash_from_bytes(query.text(0));
    if (hash) range.push(*hash);
  }
  if (range.size() != count) throw Error(ExitCode::integrity, db.path(), "a hash of the tree is missing", "run verify");
  return range.root();
}

}  // namespace

NodeSource stored_nodes(Database& db) {
  return [&db](int level, std::uint64_t index) { return read_node(db, level, index); };
}

}  // namespace socai
