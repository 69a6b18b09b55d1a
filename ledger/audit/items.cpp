// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/items.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "extractor/claim/entity_id.h"

namespace socai {
namespace {

// "The group" is the one group that the article names; where it names none, its one subject.
void name_vague_subjects(std::vector<Item>* items) {
  std::map<std::string, std::map<std::string, std::string>> named;  // article -> id as told -> core name
  for (const auto& item : *items) {
    if (!item.subject.empty() && !item.vague_subject) named[item.article()][item.claim().subject->id] = item.subject;
  }
  for (auto& item : *items) {
    if (!item.vague_subject) continue;
    std::set<std::string> names;
    std::set<std::string> groups;
    for (const auto& [id, name] : named[item.article()]) {
      names.insert(name);
      if (id_contains(id, item.subject)) groups.insert(name);
    }
    if (groups.empty()) groups = names;
    if (groups.size() != 1) continue;
    item.subject = *groups.begin();
    item.vague_subject = item.common_subject = false;
  }
}

// Takes out the claims of a title that opens the text too: one headline is told once.
void drop_titles_told_again(std::vector<Item>* items) {
  const auto place = [](const Item& item) {
    const auto& claim = item.claim();
    return std::tuple(std::string_view(item.article()), std::string_view(item.row->sentence),
                      claim.start - claim.sentence_start, std::string_view(claim.quote));
  };
  std::set<std::tuple<std::string_view, std::string_view, std::size_t, std::string_view>> headlines;
  for (const auto& item : *items) {
    if (item.claim().field == Field::text && item.claim().zone == Zone::headline) headlines.insert(place(item));
  }
  std::erase_if(*items, [&](const Item& item) {
    return item.claim().field == Field::title && !item.row->sentence.empty() && headlines.contains(place(item));
  });
}

}  // namespace

std::vector<Item> items_of(const std::vector<const RecordedClaim*>& claims, const AuditOptions& options) {
  std::vector<Item> items;
  for (const auto* row : claims) {
    if (row->claim.amount) items.push_back(item_of(*row, options));
  }
  const auto key = [](const Item& item) {
    return std::tie(item.day, item.row->article.id, item.row->claim.field, item.row->claim.start, item.row->id);
  };
  std::sort(items.begin(), items.end(), [&](const Item& a, const Item& b) { return key(a) < key(b); });
  const auto twice = [](const Item& a, const Item& b) { return a.row->id == b.row->id; };
  items.erase(std::unique(items.begin(), items.end(), twice), items.end());
  drop_titles_told_again(&items);
  name_vague_subjects(&items);
  return items;
}

}  // namespace socai
