// SPDX-License-Identifier: Apache-2.0
#include "ledger/compare_versions.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "ledger/store/claim_search.h"
#include "ledger/store/reader.h"

namespace socai {
namespace {

// What must be alike for one figure to have taken the place of another.
using FigureKey = std::tuple<Field, Polarity, std::string, std::string, std::string, std::string>;

FigureKey key_of(const Claim& claim) {
  return {claim.field,
          claim.polarity,
          claim.claimant.entity.id,
          claim.subject ? claim.subject->id : std::string(),
          claim.metric ? claim.metric->id : std::string(),
          claim.amount && claim.amount->per ? *claim.amount->per : std::string()};
}

bool in_document_order(const RecordedClaim& a, const RecordedClaim& b) {
  return std::tie(a.claim.field, a.claim.start, a.claim.end, a.id) <
         std::tie(b.claim.field, b.claim.start, b.claim.end, b.id);
}

// Takes the pairs of figures that moved out of `gone` and `appeared`.
void pair_moved(ArticleDiff* diff) {
  std::vector<RecordedClaim> gone;
  for (auto& before : diff->gone) {
    auto after = diff->appeared.end();
    if (before.claim.amount) {
      after = std::find_if(diff->appeared.begin(), diff->appeared.end(), [&](const RecordedClaim& candidate) {
        return candidate.claim.amount && key_of(candidate.claim) == key_of(before.claim) &&
               candidate.claim.amount != before.claim.amount;
      });
    }
    if (after == diff->appeared.end()) {
      gone.push_back(std::move(before));
      continue;
    }
    diff->moved.push_back({std::move(before), std::move(*after)});
    diff->appeared.erase(after);
  }
  diff->gone = std::move(gone);
}

// Claims that stand as of `size` and do not as of `other`, by article. Only what lies between the two is read.
std::map<std::int64_t, std::vector<RecordedClaim>> only_at(Database& db, std::int64_t size, std::int64_t other) {
  std::map<std::int64_t, std::vector<RecordedClaim>> rows;
  RowReader reader(db, size);
  for (const auto& slot : slots_standing_only_at(db, size, other)) {
    auto row = reader.row(slot, true);
    row.retired = slot.retired;
    row.retired_reason = slot.retired_reason;
    rows[slot.article].push_back(std::move(row));
  }
  return rows;
}

// Ids that stand on both sides: a claim retired and recorded again.
void drop_common(std::vector<RecordedClaim>* gone, std::vector<RecordedClaim>* appeared) {
  const auto has = [](const std::vector<RecordedClaim>& rows, const std::string& id) {
    return std::any_of(rows.begin(), rows.end(), [&](const RecordedClaim& row) { return row.id == id; });
  };
  const auto before = *gone;
  std::erase_if(*gone, [&](const RecordedClaim& row) { return has(*appeared, row.id); });
  std::erase_if(*appeared, [&](const RecordedClaim& row) { return has(before, row.id); });
}

// Puts the two sides in order and pairs what moved.
void arrange(ArticleDiff* diff) {
  drop_common(&diff->gone, &diff->appeared);
  std::sort(diff->gone.begin(), diff->gone.end(), in_document_order);
  std::sort(diff->appeared.begin(), diff->appeared.end(), in_document_order);
  pair_moved(diff);
}

std::vector<RecordedClaim> standing_in(Database& db, const std::string& article, std::int64_t size) {
  ClaimQuery query;
  query.article = article;
  ClaimSearch search(db, query, size);
  RowReader reader(db, size);
  std::vector<RecordedClaim> rows;
  for (auto slots = search.next(1000); !slots.empty(); slots = search.next(1000)) {
    for (const auto& slot : slots) rows.push_back(reader.row(slot, true));
  }
  return rows;
}

ArticleDiff article_diff(Database& db, std::int64_t article, const Version& from, const Version& to) {
  ArticleDiff diff;
  const auto before = read_article(db, article, from.entries);
  const auto after = read_article(db, article, to.entries);
  diff.is_new = !before;
  diff.text_changed = before && after && before->entry.text != after->entry.text;
  diff.article = article_info(after ? *after : *before);
  return diff;
}

}  // namespace

LedgerDiff compare_versions(Database& db, const Version& from, const Version& to) {
  LedgerDiff diff;
  diff.from = from.number;
  diff.to = to.number;
  auto gone = only_at(db, from.entries, to.entries);
  auto appeared = only_at(db, to.entries, from.entries);
  auto articles = articles_between(db, std::min(from.entries, to.entries), std::max(from.entries, to.entries));
  for (const auto& [article, rows] : gone) articles.insert(article);
  for (const auto& [article, rows] : appeared) articles.insert(article);
  for (const auto article : articles) {
    auto one = article_diff(db, article, from, to);
    one.gone = std::move(gone[article]);
    one.appeared = std::move(appeared[article]);
    arrange(&one);
    const bool changed =
        one.is_new || one.text_changed || !one.gone.empty() || !one.appeared.empty() || !one.moved.empty();
    if (changed) diff.articles.push_back(std::move(one));
  }
  return diff;
}

ArticleDiff compare_article(Database& db, const std::string& article, const Version& from, const Version& to) {
  ArticleDiff diff;
  diff.gone = standing_in(db, article, from.entries);
  diff.appeared = standing_in(db, article, to.entries);
  arrange(&diff);
  return diff;
}

}  // namespace socai
