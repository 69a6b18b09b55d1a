// SPDX-License-Identifier: Apache-2.0
// The rows that an entry gives to the tables which questions are put to. They hold nothing that the entries do not say:
// verify() makes them again and compares.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/entry.h"
#include "ledger/store/database.h"

namespace socai {

// What table `claim` holds of a claim, besides the numbers that stand for ids.
struct ClaimRow {
  std::string id;  // 8 bytes
  std::string kind;
  std::string claimant;
  std::optional<std::string> subject;
  std::optional<std::string> metric;
  std::optional<std::string> currency;
  std::optional<std::string> low;
  std::optional<std::string> high;
  std::string day;

  bool operator==(const ClaimRow&) const = default;
};

// `published` is of the article revision that the claim was recorded with, `time` of the version.
ClaimRow claim_row(const ClaimEntry& entry, const std::optional<std::string>& published, const std::string& time);

// The words of an id, sorted, each once: what table `name_word` holds of it.
std::set<std::string> words_of(std::string_view id);

// A claim's id as 8 bytes and as 16 hex digits; nullopt for what is no id.
std::optional<std::string> id_bytes(std::string_view hex);
std::string id_hex(std::string_view bytes);

class Derived {
 public:
  explicit Derived(Database& db);

  // Writes the rows of an entry just appended; entries come in order. Rows of claims wait for others, because SQLite
  // puts many of one table into its indexes faster than one of each table in turn.
  void add(std::int64_t seq, const Entry& entry);

  // Writes the rows that wait: before table `claim` is read, and before the version is sealed.
  void settle();

 private:
  void add_row(std::int64_t seq, const VersionEntry& entry);
  void add_row(std::int64_t seq, const ArticleEntry& entry);
  void add_row(std::int64_t seq, const ClaimEntry& entry);
  void add_row(std::int64_t seq, const PositionEntry& entry);
  void add_row(std::int64_t seq, const RetirementEntry& entry);
  void add_row(std::int64_t seq, const AliasEntry& entry);
  void add_row(std::int64_t seq, const DecisionEntry& entry);
  void add_row(std::int64_t seq, const RedactionEntry& entry);

  std::int64_t article_number(const std::string& id);
  std::int64_t standing_claim(const std::string& id);  // its entry
  std::int64_t name_number(const std::string& id);
  std::int64_t metric_number(const std::string& id);

  Database& db_;
  std::string time_;  // of the version
  // The article that the entries are at.
  std::string article_id_;
  std::int64_t article_ = 0;
  std::optional<std::string> published_;
  std::unordered_map<std::string, std::int64_t> names_;  // emptied when it grows large
  std::unordered_map<std::string, std::int64_t> metrics_;
  std::int64_t next_article_ = 0;
  std::int64_t next_name_ = 0;
  std::int64_t next_metric_ = 0;
  struct NumberedRow {
    std::int64_t entry = 0;
    std::int64_t article = 0;
    std::int64_t claimant = 0;
    std::optional<std::int64_t> subject;
    std::optional<std::int64_t> metric;
    ClaimRow row;
  };
  std::vector<NumberedRow> waiting_;
  Query insert_claim_;
};

}  // namespace socai
