// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/derived.h"

#include <algorithm>

#include "extractor/claim/error.h"
#include "extractor/claim/names.h"
#include "ledger/amount_key.h"
#include "ledger/merkle.h"
#include "ledger/times.h"

namespace socai {
namespace {

constexpr std::size_t kNamesAtHand = 200000;
constexpr std::size_t kMostWaiting = 2000;

std::int64_t next_number(Database& db, const std::string& table) {
  Query query(db, "SELECT coalesce(max(number), 0) + 1 FROM " + table);
  query.step();
  return query.integer(0);
}

std::optional<std::string> key_of(const std::optional<Decimal>& bound) {
  return bound ? std::optional(amount_key(*bound)) : std::nullopt;
}

int nibble(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::set<std::string> words_of(std::string_view id) {
  std::set<std::string> words;
  while (!id.empty()) {
    const auto end = std::min(id.find('-'), id.size());
    if (end > 0) words.emplace(id.substr(0, end));
    id.remove_prefix(std::min(end + 1, id.size()));
  }
  return words;
}

std::optional<std::string> id_bytes(std::string_view hex) {
  if (hex.size() != 16) return std::nullopt;
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const int high = nibble(hex[i]);
    const int low = nibble(hex[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes.push_back(static_cast<char>(high * 16 + low));
  }
  return bytes;
}

std::string id_hex(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex.push_back(kDigits[byte >> 4]);
    hex.push_back(kDigits[byte & 15]);
  }
  return hex;
}

ClaimRow claim_row(const ClaimEntry& entry, const std::optional<std::string>& published, const std::string& time) {
  const auto& claim = entry.record;
  ClaimRow row;
  row.id = id_bytes(entry.id).value_or(std::string());
  row.kind = to_string(claim.kind);
  row.claimant = claim.claimant.entity.id;
  if (claim.subject) row.subject = claim.subject->id;
  if (claim.metric) row.metric = claim.metric->id;
  if (claim.amount) {
    row.currency = claim.amount->currency;
    row.low = key_of(claim.amount->min);
    row.high = key_of(claim.amount->max);
  }
  const auto day = published ? leading_day(*published) : std::nullopt;
  row.day = day ? *day : local_day_of(time);
  return row;
}

Derived::Derived(Database& db)
    : db_(db), next_article_(next_number(db, "article")), next_name_(next_number(db, "name")),
      next_metric_(next_number(db, "metric")),
      insert_claim_(db,
                    "INSERT INTO claim (entry, id, article, kind, claimant, subject, metric, currency, low, high, day)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") {}

void Derived::add(std::int64_t seq, const Entry& entry) {
  std::visit([&](const auto& one) { add_row(seq, one); }, entry);
}

void Derived::add_row(std::int64_t, const VersionEntry& entry) { time_ = entry.info.time; }

void Derived::add_row(std::int64_t seq, const ArticleEntry& entry) {
  if (entry.revision == 1) {
    article_ = next_article_++;
    Query insert(db_, "INSERT INTO article (number, id, entry) VALUES (?, ?, ?)");
    insert.bind(article_, entry.article, seq).run();
  } else {
    article_ = article_number(entry.article);
  }
  article_id_ = entry.article;
  published_ = entry.published;
  const auto text = hash_to_bytes(entry.text);
  const auto title = entry.title ? std::optional(hash_to_bytes(*entry.title)) : std::nullopt;
  Query insert(db_,
               "INSERT INTO revision (entry, article, revision, url, outlet, published, title, text)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(seq, article_, entry.revision, entry.url, entry.outlet, entry.published,
              title ? std::optional(Blob{*title}) : std::nullopt, Blob{text});
  insert.run();
}

void Derived::add_row(std::int64_t seq, const ClaimEntry& entry) {
  const auto article = article_number(entry.record.article);
  auto row = claim_row(entry, published_, time_);
  const auto claimant = name_number(row.claimant);
  const auto subject = row.subject ? std::optional(name_number(*row.subject)) : std::nullopt;
  const auto metric = row.metric ? std::optional(metric_number(*row.metric)) : std::nullopt;
  waiting_.push_back({seq, article, claimant, subject, metric, std::move(row)});
  if (waiting_.size() >= kMostWaiting) settle();
}

void Derived::settle() {
  for (const auto& [entry, article, claimant, subject, metric, row] : waiting_) {
    insert_claim_.bind(entry, Blob{row.id}, article, row.kind, claimant, subject, metric, row.currency, row.low,
                       row.high, row.day);
    insert_claim_.run();
  }
  waiting_.clear();
}

void Derived::add_row(std::int64_t seq, const PositionEntry& entry) {
  Query insert(db_, "INSERT INTO position (entry, claim) VALUES (?, ?)");
  insert.bind(seq, standing_claim(entry.claim)).run();
}

void Derived::add_row(std::int64_t seq, const RetirementEntry& entry) {
  Query insert(db_, "INSERT INTO retirement (claim, entry, reason) VALUES (?, ?, ?)");
  insert.bind(standing_claim(entry.claim), seq, entry.reason).run();
}

void Derived::add_row(std::int64_t seq, const AliasEntry& entry) {
  Query insert(db_, "INSERT INTO alias (entry, a, b, joined) VALUES (?, ?, ?, ?)");
  insert.bind(seq, entry.a, entry.b, entry.joined ? 1 : 0).run();
}

void Derived::add_row(std::int64_t seq, const DecisionEntry& entry) {
  Query insert(db_, "INSERT INTO decision (entry, finding, judgement, reason) VALUES (?, ?, ?, ?)");
  insert.bind(seq, entry.finding, entry.judgement, entry.reason).run();
}

void Derived::add_row(std::int64_t seq, const RedactionEntry& entry) {
  for (const auto& digest : entry.texts) {
    const auto key = hash_to_bytes(digest);
    Query insert(db_, "INSERT INTO redaction (sha256, entry) VALUES (?, ?)");
    insert.bind(Blob{key}, seq).run();
  }
}

std::int64_t Derived::article_number(const std::string& id) {
  if (id == article_id_) return article_;
  Query query(
      db_,
      "SELECT article.number, revision.published FROM article JOIN revision ON revision.article = article.number"
      " WHERE article.id = ? ORDER BY revision.entry DESC LIMIT 1");
  query.bind(id);
  if (!query.step()) throw Error(ExitCode::integrity, db_.path(), "no article has the id " + id);
  article_id_ = id;
  article_ = query.integer(0);
  published_ = query.optional_text(1);
  return article_;
}

std::int64_t Derived::standing_claim(const std::string& id) {
  settle();
  const auto bytes = id_bytes(id).value_or(std::string());
  Query query(db_,
              "SELECT claim.entry FROM claim LEFT JOIN retirement ON retirement.claim = claim.entry"
              " WHERE claim.id = ? AND retirement.claim IS NULL");
  query.bind(Blob{bytes});
  if (!query.step()) throw Error(ExitCode::not_found, db_.path(), "no claim stands that has the id " + id);
  return query.integer(0);
}

std::int64_t Derived::name_number(const std::string& id) {
  if (const auto known = names_.find(id); known != names_.end()) return known->second;
  if (names_.size() >= kNamesAtHand) names_.clear();
  Query query(db_, "SELECT number FROM name WHERE id = ?");
  query.bind(id);
  if (query.step()) return names_[id] = query.integer(0);
  const auto number = next_name_++;
  Query insert(db_, "INSERT INTO name (number, id) VALUES (?, ?)");
  insert.bind(number, id).run();
  for (const auto& word : words_of(id)) {
    Query insert_word(db_, "INSERT INTO name_word (word, name) VALUES (?, ?)");
    insert_word.bind(word, number).run();
  }
  return names_[id] = number;
}

std::int64_t Derived::metric_number(const std::string& id) {
  if (const auto known = metrics_.find(id); known != metrics_.end()) return known->second;
  Query query(db_, "SELECT number FROM metric WHERE id = ?");
  query.bind(id);
  if (query.step()) return metrics_[id] = query.integer(0);
  Query insert(db_, "INSERT INTO metric (number, id) VALUES (?, ?)");
  insert.bind(next_metric_, id).run();
  return metrics_[id] = next_metric_++;
}

}  // namespace socai
