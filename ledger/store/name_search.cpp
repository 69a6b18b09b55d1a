// SPDX-License-Identifier: Apache-2.0
// Which names a person means.
#include <algorithm>
#include <set>

#include "extractor/claim/entity_id.h"
#include "ledger/store/claim_search.h"

namespace socai {
namespace {

// The longest word of an id: the rarest, as a rule.
std::string longest_word(std::string_view id) {
  std::string_view longest;
  while (!id.empty()) {
    const auto end = std::min(id.find('-'), id.size());
    if (end > longest.size()) longest = id.substr(0, end);
    id.remove_prefix(std::min(end + 1, id.size()));
  }
  return std::string(longest);
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
    query.bind(longest_word(wanted));
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
