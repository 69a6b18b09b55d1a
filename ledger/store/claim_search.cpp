// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/claim_search.h"

#include <algorithm>

#include "extractor/claim/error.h"
#include "extractor/claim/names.h"
#include "ledger/amount_key.h"
#include "ledger/store/derived.h"
#include "ledger/times.h"

namespace socai {
namespace {

constexpr std::size_t kIdDigits = 16;
constexpr std::size_t kMostBranches = 64;

const std::string kSlotColumns =
    "SELECT claim.entry, claim.article, entry.version, entry.body, retirement.entry, went.version, retirement.reason"
    " FROM claim JOIN entry ON entry.seq = claim.entry"
    " LEFT JOIN retirement ON retirement.claim = claim.entry"
    " LEFT JOIN entry AS went ON went.seq = retirement.entry";

ClaimSlot slot_of(const Query& row) {
  ClaimSlot slot;
  slot.entry = row.integer(0);
  slot.article = row.integer(1);
  slot.recorded = row.integer(2);
  slot.body = row.text(3);
  if (!row.is_null(4)) {
    slot.retirement = row.integer(4);
    slot.retired = row.integer(5);
    slot.retired_reason = row.text(6);
  }
  return slot;
}

std::string checked_day(const std::string& day, const std::string& path) {
  const auto checked = leading_day(day);
  if (checked && *checked == day) return day;
  throw Error(ExitCode::invalid_data, path, "not a day: " + day, "write it as 2025-02-01");
}

}  // namespace

std::optional<std::pair<std::string, std::string>> id_range(std::string_view hex_prefix) {
  if (hex_prefix.empty() || hex_prefix.size() > kIdDigits) return std::nullopt;
  const auto fill = kIdDigits - hex_prefix.size();
  const auto first = id_bytes(std::string(hex_prefix) + std::string(fill, '0'));
  const auto last = id_bytes(std::string(hex_prefix) + std::string(fill, 'f'));
  return first && last ? std::optional(std::pair(*first, *last)) : std::nullopt;
}

ClaimSearch::ClaimSearch(Database& db, const ClaimQuery& query, std::int64_t size)
    : db_(db), size_(size), newest_first_(query.newest_first) {
  add_conditions(query);
}

void ClaimSearch::add_conditions(const ClaimQuery& query) {
  where_ = " WHERE claim.entry < " + std::to_string(size_);
  if (!query.with_retired) {
    where_ += " AND (retirement.claim IS NULL OR retirement.entry >= " + std::to_string(size_) + ")";
  }
  if (query.kind) add("claim.kind = ?", std::string(to_string(*query.kind)));
  if (query.currency) add("claim.currency = ?", *query.currency);
  if (query.article) add("claim.article = (SELECT number FROM article WHERE id = ?)", *query.article);
  if (query.id_prefix) add_id_prefix(*query.id_prefix);
  add_names("claim.claimant", query.by, query.exact_ids);
  add_names("claim.subject", query.about, query.exact_ids);
  if (query.metric) add_metric(*query.metric);
  add_bounds(query);
  add_days(query);
}

void ClaimSearch::add_id_prefix(const std::string& prefix) {
  const auto range = id_range(prefix);
  nothing_ = nothing_ || !range;
  if (range) where_ += " AND claim.id BETWEEN x'" + id_hex(range->first) + "' AND x'" + id_hex(range->second) + "'";
}

void ClaimSearch::add_names(const std::string& column, const std::vector<std::string>& names, bool exact) {
  if (names.empty()) return;
  add_numbers(column, matching_names(db_, names, exact, read_aliases(db_, size_)));
}

void ClaimSearch::add_metric(const std::string& metric) {
  Query query(db_, "SELECT number FROM metric WHERE id = ?1 OR (id > ?1 || '.' AND id < ?1 || '/') ORDER BY number");
  query.bind(metric);
  std::vector<std::int64_t> numbers;
  while (query.step()) numbers.push_back(query.integer(0));
  add_numbers("claim.metric", numbers);
}

void ClaimSearch::add_bounds(const ClaimQuery& query) {
  if (!query.min && !query.max) return;
  where_ += " AND claim.currency IS NOT NULL";  // has an amount
  if (query.min) add("(claim.high IS NULL OR claim.high >= ?)", amount_key(*query.min));
  if (query.max) add("(claim.low IS NULL OR claim.low <= ?)", amount_key(*query.max));
}

void ClaimSearch::add_days(const ClaimQuery& query) {
  if (query.since) add("claim.day >= ?", checked_day(*query.since, db_.path()));
  if (query.until) add("claim.day <= ?", checked_day(*query.until, db_.path()));
}

void ClaimSearch::add(const std::string& condition, std::string parameter) {
  where_ += " AND " + condition;
  parameters_.push_back(std::move(parameter));
}

// Each number becomes a branch of its own, in which an index gives the claims in order; over a list of numbers SQLite
// would sort all that match before it gives the first.
void ClaimSearch::add_numbers(const std::string& column, const std::vector<std::int64_t>& numbers) {
  nothing_ = nothing_ || numbers.empty();
  if (branches_.size() * numbers.size() <= kMostBranches) {
    std::vector<std::string> branches;
    for (const auto& branch : branches_) {
      for (const auto number : numbers) branches.push_back(branch + " AND " + column + " = " + std::to_string(number));
    }
    branches_ = std::move(branches);
    return;
  }
  where_ += " AND " + column + " IN (";
  for (std::size_t i = 0; i < numbers.size(); ++i) where_ += (i == 0 ? "" : ",") + std::to_string(numbers[i]);
  where_ += ")";
}

std::vector<ClaimSlot> ClaimSearch::next(std::size_t count) {
  std::vector<ClaimSlot> slots;
  if (nothing_) return slots;
  if (branches_.size() == 1) {
    Query query(db_, kSlotColumns + ordered(branches_.front()));
    bind(&query, count);
    while (query.step()) slots.push_back(slot_of(query));
  } else {
    for (const auto entry : next_entries(count)) {
      Query query(db_, kSlotColumns + " WHERE claim.entry = ?");
      query.bind(entry);
      if (query.step()) slots.push_back(slot_of(query));
    }
  }
  if (!slots.empty()) last_ = slots.back().entry;
  return slots;
}

// The first of each branch, merged.
std::vector<std::int64_t> ClaimSearch::next_entries(std::size_t count) {
  std::vector<std::int64_t> entries;
  for (const auto& branch : branches_) {
    Query query(
        db_, "SELECT claim.entry FROM claim LEFT JOIN retirement ON retirement.claim = claim.entry" + ordered(branch));
    bind(&query, count);
    while (query.step()) entries.push_back(query.integer(0));
  }
  std::sort(entries.begin(), entries.end());
  if (newest_first_) std::reverse(entries.begin(), entries.end());
  entries.resize(std::min(entries.size(), count));
  return entries;
}

std::string ClaimSearch::ordered(const std::string& branch) const {
  auto sql = where_ + branch;
  if (last_) sql += newest_first_ ? " AND claim.entry < ?" : " AND claim.entry > ?";
  return sql + (newest_first_ ? " ORDER BY claim.entry DESC LIMIT ?" : " ORDER BY claim.entry LIMIT ?");
}

void ClaimSearch::bind(Query* query, std::size_t count) const {
  for (const auto& parameter : parameters_) query->bind_next(parameter);
  if (last_) query->bind_next(*last_);
  query->bind_next(static_cast<std::int64_t>(count));
}

std::vector<ClaimSlot> slots_standing_only_at(Database& db, std::int64_t size, std::int64_t other) {
  auto sql = kSlotColumns;
  if (size < other) {
    sql += " WHERE retirement.entry >= ?1 AND retirement.entry < ?2 AND claim.entry < ?1";
  } else {
    sql += " WHERE claim.entry >= ?2 AND claim.entry < ?1 AND (retirement.claim IS NULL OR retirement.entry >= ?1)";
  }
  Query query(db, sql + " ORDER BY claim.entry");
  query.bind(size, other);
  std::vector<ClaimSlot> slots;
  while (query.step()) slots.push_back(slot_of(query));
  return slots;
}

}  // namespace socai
