// SPDX-License-Identifier: Apache-2.0
// Which names a person means.
#include <set>

#include "extractor/claim/entity_id.h"
#include "ledger/store/claim_search.h"
#include "ledger/store/derived.h"

namespace socai {
namespace {

constexpr std::int64_t kCommonWord = 1000;  // names; how much commoner a word is does not matter

// The word of an id that the fewest names hold.
std::string rarest_word(Database& db, std::string_view id) {
  std::string rarest;
  std::int64_t fewest = kCommonWord + 1;
  for (const auto& word : words_of(id)) {
    Query query(db, "SELECT count(*) FROM (SELECT 1 FROM name_word WHERE word = ? LIMIT ?)");
    query.bind(word, kCommonWord);
    query.step();
    if (query.integer(0) >= fewest) continue;
    fewest = query.integer(0);
    rarest = word;
  }
  return rarest;
}

void add_exact(Database& db, const std::string& id, std::set<std::int64_t>* numbers) {
  Query query(db, "SELECT number FROM name WHERE id = ?");
  query.bind(id);
  if (query.step()) numbers->insert(query.integer(0));
}

void add_with_aliases(Database& db, const std::string& id, const Aliases& aliases, std::set<std::int64_t>* numbers) {
  for (const auto& other : aliases.group(id)) add_exact(db, other, numbers);
}

}  // namespace

std::vector<std::int64_t> matching_names(Database& db, const std::vector<std::string>& names, bool exact,
                                         const Aliases& aliases) {
  std::set<std::int64_t> numbers;
  for (const auto& name : names) {
    const auto wanted = entity_id(name);
    if (wanted.empty()) continue;
    add_with_aliases(db, wanted, aliases, &numbers);
    if (exact) continue;
    Query query(db,
                "SELECT name.number, name.id FROM name_word JOIN name ON name.number = name_word.name"
                " WHERE name_word.word = ?");
    query.bind(rarest_word(db, wanted));
    while (query.step()) {
      const auto id = query.text(1);
      if (!id_contains(id, wanted)) continue;
      numbers.insert(query.integer(0));
      add_with_aliases(db, id, aliases, &numbers);
    }
  }
  return {numbers.begin(), numbers.end()};
}

}  // namespace socai
