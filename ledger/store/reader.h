// SPDX-License-Identifier: Apache-2.0
// Reads what stands in a ledger. "As of" is a number of entries here: what was appended behind it does not exist.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/aliases.h"
#include "ledger/entry.h"
#include "ledger/judgement.h"
#include "ledger/query.h"
#include "ledger/store/database.h"

namespace socai {

// ---- versions

std::optional<Version> read_newest_version(Database& db);
std::optional<Version> read_version(Database& db, VersionNumber number);
std::vector<Version> read_log(Database& db, std::size_t limit);  // newest first; 0: all
std::optional<VersionNumber> newest_version_until(Database& db, const std::string& utc_moment);

// ---- articles and texts

// An article, and the newest of its revisions as of a number of entries.
struct ArticleRow {
  std::int64_t number = 0;
  std::int64_t first_entry = 0;  // of its first revision
  std::int64_t revision_entry = 0;
  VersionNumber recorded = 0;  // version of that entry
  ArticleEntry entry;
  std::optional<std::string> title;  // in words; nothing where redacted
  bool has_text = false;             // false: redacted
};

std::optional<ArticleRow> read_article(Database& db, const std::string& id, std::int64_t size);
std::optional<ArticleRow> read_article(Database& db, std::int64_t number, std::int64_t size);
std::optional<std::string> article_id_by_url(Database& db, const std::string& url, std::int64_t size);

// The numbers of the articles of which a revision came in behind `from` entries and within `to`.
std::set<std::int64_t> articles_between(Database& db, std::int64_t from, std::int64_t to);

// Sorted, at most `limit`. An empty prefix finds nothing.
std::vector<std::string> article_ids_beginning_with(Database& db, const std::string& prefix, std::int64_t size,
                                                    std::size_t limit);
std::vector<std::string> claim_ids_beginning_with(Database& db, const std::string& prefix, std::int64_t size,
                                                  std::size_t limit);

// For Ledger::standing().
std::vector<std::uint64_t> read_standing(Database& db, const std::string& rules);
std::size_t count_standing_claims(Database& db, std::int64_t article);

// The titles and texts of an article that the ledger still has.
std::vector<Digest> read_kept_texts(Database& db, const std::string& article);
bool is_redacted(Database& db, const Digest& digest);

// nullopt where it is redacted.
std::optional<std::string> read_text(Database& db, const Digest& digest);

// ---- claims

// A claim that stands now.
struct StandingClaim {
  std::int64_t entry = 0;
  std::string id;
  Place place;
};

std::vector<StandingClaim> read_standing_claims(Database& db, std::int64_t article);

// The ids of an article's claims that a person retired.
std::set<std::string> read_withdrawn_claims(Database& db, std::int64_t article);

// A claim as the tables know it.
struct ClaimSlot {
  std::int64_t entry = 0;
  std::int64_t article = 0;
  VersionNumber recorded = 0;
  std::string body;
  std::optional<std::int64_t> retirement;  // its entry
  std::optional<VersionNumber> retired;
  std::string retired_reason;
};

// Makes rows of claims, keeping the article and text that it read last at hand.
class RowReader {
 public:
  // `size`: as of this number of entries.
  RowReader(Database& db, std::int64_t size) : db_(db), size_(size) {}

  // Goes to another number of entries, keeping at hand what it read.
  void go_to(std::int64_t size) { size_ = size; }

  RecordedClaim row(const ClaimSlot& slot, bool with_sentence);

  // The title or text that the claim of the row read last stands in; nullopt where redacted.
  std::optional<std::string> field_text(const Claim& claim);

 private:
  // What a claim that went is shown as of: the last version that it stood in.
  std::int64_t size_for(const ClaimSlot& slot, bool retired);
  void go_to_article(std::int64_t number, std::int64_t size);
  Place place_of_slot(const ClaimSlot& slot, std::int64_t size, const Claim& record);
  const std::string& version_time(VersionNumber number);

  Database& db_;
  std::int64_t size_;
  std::int64_t article_ = 0;
  std::int64_t article_size_ = -1;
  ArticleRow article_row_;
  ArticleInfo info_;
  bool text_at_hand_ = false;
  std::optional<std::string> text_;
  std::map<VersionNumber, std::string> times_;
};

ArticleInfo article_info(const ArticleRow& row);

// The words that the claim of an entry binds by their hash, as far as the ledger still has them: its statement, its
// caveats; or the whole field that it stands in.
std::vector<std::string> read_passages(Database& db, std::int64_t claim_entry, bool whole_field);

// ---- the rest

Aliases read_aliases(Database& db, std::int64_t size);
std::map<std::string, std::string> read_decisions(Database& db, std::int64_t size);  // finding -> newest judgement
std::vector<Judgement> read_decided(Database& db, std::int64_t size);                // by finding
std::vector<JoinedPair> read_joined_pairs(Database& db, std::int64_t size);
std::vector<std::string> read_ids(Database& db, const std::string& table);  // "name" or "metric", sorted

}  // namespace socai
