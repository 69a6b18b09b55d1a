// SPDX-License-Identifier: Apache-2.0
#include <stdexcept>

#include "extractor/claim/error.h"
#include "ledger/entry.h"
#include "ledger/merkle.h"
#include "ledger/store/check.h"
#include "ledger/store/derived.h"
#include "ledger/store/migrations.h"
#include "ledger/store/reader.h"

namespace socai {
namespace {

// Compares the row of each entry with what the entry gives, and counts, so that a row too many shows.
class DerivedCheck {
 public:
  DerivedCheck(Database& db, Problems* problems) : db_(db), problems_(*problems) {}

  void entry(std::int64_t seq, const Entry& entry) {
    std::visit([&](const auto& one) { check(seq, one); }, entry);
  }

  void end() {
    check_count("article", articles_);
    check_count("revision", revisions_);
    check_count("claim", claims_);
    check_count("position", positions_);
    check_count("retirement", retirements_);
    check_count("alias", aliases_);
    check_count("decision", decisions_);
    check_count("redaction", redactions_);
  }

 private:
  void differs(std::int64_t seq, const char* table) { problems_.add_entry("table.differs", seq, table); }

  void check_count(const std::string& table, std::int64_t expected) {
    Query query(db_, "SELECT count(*) FROM " + table);
    query.step();
    if (query.integer(0) == expected) return;
    problems_.add({"table.differs", "table " + table, std::nullopt,
                   std::to_string(query.integer(0)) + " rows, not " + std::to_string(expected)});
  }

  void check(std::int64_t, const VersionEntry& entry) { time_ = entry.info.time; }

  void check(std::int64_t seq, const ArticleEntry& entry) {
    ++revisions_;
    last_article_ = entry;
    articles_ += entry.revision == 1 ? 1 : 0;
    const auto row = read_article(db_, entry.article, seq + 1);
    const auto before = read_article(db_, entry.article, seq);
    if (!row || row->revision_entry != seq || row->entry != entry) return differs(seq, "revision");
    if ((entry.revision == 1) != (row->first_entry == seq)) return differs(seq, "article");
    const auto expected = before ? before->entry.revision + 1 : 1;
    if (entry.revision != expected) problems_.add_entry("entry.order", seq, "revision");
  }

  void check(std::int64_t seq, const ClaimEntry& entry) {
    ++claims_;
    Query query(
        db_,
        "SELECT claim.id, claim.kind, claimant.id, subject.id, metric.id, claim.currency, claim.low, claim.high,"
        " claim.day, article.id FROM claim LEFT JOIN name AS claimant ON claimant.number = claim.claimant"
        " LEFT JOIN name AS subject ON subject.number = claim.subject"
        " LEFT JOIN metric ON metric.number = claim.metric"
        " LEFT JOIN article ON article.number = claim.article WHERE claim.entry = ?");
    query.bind(seq);
    if (!query.step()) return differs(seq, "claim");
    if (!last_article_ || last_article_->article != entry.record.article) {
      const auto row = read_article(db_, entry.record.article, seq);
      if (!row) return problems_.add_entry("entry.order", seq, "no article " + entry.record.article);
      last_article_ = row->entry;
    }
    const ClaimRow stored{query.text(0),          query.text(1),          query.text(2),
                          query.optional_text(3), query.optional_text(4), query.optional_text(5),
                          query.optional_text(6), query.optional_text(7), query.text(8)};
    const bool same_article = query.text(9) == entry.record.article;
    if (stored != claim_row(entry, last_article_->published, time_) || !same_article) differs(seq, "claim");
  }

  // The claim that an entry names must be the newest one of that id before it, and not have been retired by then.
  void check_reference(std::int64_t seq, const std::string& id, std::int64_t claim_entry, const char* table) {
    Query query(db_,
                "SELECT claim.entry, retirement.entry FROM claim"
                " LEFT JOIN retirement ON retirement.claim = claim.entry"
                " WHERE claim.id = ? AND claim.entry < ? ORDER BY claim.entry DESC LIMIT 1");
    const auto bytes = id_bytes(id).value_or(std::string());
    query.bind(Blob{bytes}, seq);
    if (!query.step()) return problems_.add_entry("entry.order", seq, "no claim " + id);
    if (query.integer(0) != claim_entry) return differs(seq, table);
    if (!query.is_null(1) && query.integer(1) < seq) problems_.add_entry("entry.order", seq, "retired claim " + id);
  }

  void check(std::int64_t seq, const PositionEntry& entry) {
    ++positions_;
    Query query(db_, "SELECT claim FROM position WHERE entry = ?");
    query.bind(seq);
    if (!query.step()) return differs(seq, "position");
    check_reference(seq, entry.claim, query.integer(0), "position");
  }

  void check(std::int64_t seq, const RetirementEntry& entry) {
    ++retirements_;
    Query query(
        db_,
        "SELECT retirement.claim, retirement.reason FROM claim JOIN retirement ON retirement.claim = claim.entry"
        " WHERE claim.id = ? AND retirement.entry = ?");
    const auto bytes = id_bytes(entry.claim).value_or(std::string());
    query.bind(Blob{bytes}, seq);
    if (!query.step() || query.text(1) != entry.reason) return differs(seq, "retirement");
    check_reference(seq, entry.claim, query.integer(0), "retirement");
  }

  void check(std::int64_t seq, const AliasEntry& entry) {
    ++aliases_;
    Query query(db_, "SELECT a, b, joined FROM alias WHERE entry = ?");
    query.bind(seq);
    if (query.step() && query.text(0) == entry.a && query.text(1) == entry.b &&
        query.integer(2) == (entry.joined ? 1 : 0)) {
      return;
    }
    differs(seq, "alias");
  }

  void check(std::int64_t seq, const DecisionEntry& entry) {
    ++decisions_;
    Query query(db_, "SELECT finding, judgement, reason FROM decision WHERE entry = ?");
    query.bind(seq);
    if (query.step() && query.text(0) == entry.finding && query.text(1) == entry.judgement &&
        query.text(2) == entry.reason) {
      return;
    }
    differs(seq, "decision");
  }

  // Each text must be one of the article's, bound by then, and stand in the table as this entry's.
  void check(std::int64_t seq, const RedactionEntry& entry) {
    for (const auto& digest : entry.texts) {
      ++redactions_;
      Query query(db_,
                  "SELECT redaction.entry, EXISTS (SELECT 1 FROM article JOIN revision ON revision.article ="
                  " article.number WHERE article.id = ?1 AND revision.entry < ?2 AND (revision.text = ?3 OR"
                  " revision.title = ?3)) FROM redaction WHERE sha256 = ?3");
      const auto key = hash_to_bytes(digest);
      query.bind(entry.article, seq, Blob{key});
      if (!query.step() || query.integer(0) != seq) {
        differs(seq, "redaction");
      } else if (query.integer(1) == 0) {
        problems_.add_entry("entry.order", seq, "no text of " + entry.article);
      }
    }
  }

  Database& db_;
  Problems& problems_;
  std::string time_;
  std::optional<ArticleEntry> last_article_;  // that the entries are at, in its newest revision
  std::int64_t articles_ = 0;
  std::int64_t revisions_ = 0;
  std::int64_t claims_ = 0;
  std::int64_t positions_ = 0;
  std::int64_t retirements_ = 0;
  std::int64_t aliases_ = 0;
  std::int64_t decisions_ = 0;
  std::int64_t redactions_ = 0;
};

// The tables of ids hold those that claims use, and their words.
void check_names(Database& db, Problems* problems) {
  Query unused(db,
               "SELECT 'name', id FROM name WHERE number NOT IN (SELECT claimant FROM claim UNION"
               " SELECT subject FROM claim WHERE subject IS NOT NULL)"
               " UNION ALL SELECT 'metric', id FROM metric"
               " WHERE number NOT IN (SELECT metric FROM claim WHERE metric IS NOT NULL)"
               " UNION ALL SELECT 'name_word', word FROM name_word WHERE name NOT IN (SELECT number FROM name)");
  while (unused.step()) problems->add({"table.differs", "table " + unused.text(0), std::nullopt, unused.text(1)});
  std::int64_t words = 0;
  Query names(db, "SELECT number, id FROM name ORDER BY number");
  while (names.step()) {
    for (const auto& word : words_of(names.text(1))) {
      ++words;
      Query stored(db, "SELECT 1 FROM name_word WHERE word = ? AND name = ?");
      stored.bind(word, names.integer(0));
      if (!stored.step()) problems->add({"table.differs", "table name_word", std::nullopt, names.text(1)});
    }
  }
  Query count(db, "SELECT count(*) FROM name_word");
  count.step();
  if (count.integer(0) != words) problems->add({"table.differs", "table name_word", std::nullopt, "rows too many"});
}

void check_migrations(Database& db, Problems* problems) {
  std::vector<std::string> names;
  Query query(db, "SELECT name FROM migration ORDER BY number");
  while (query.step()) names.push_back(query.text(0));
  std::vector<std::string> expected;
  for (const auto& migration : migrations()) expected.push_back(migration.name);
  if (names != expected) problems->add({"table.differs", "table migration", std::nullopt, ""});
}

}  // namespace

void check_derived(Database& db, const EntrySeen& seen, Problems* problems) {
  check_migrations(db, problems);
  DerivedCheck check(db, problems);
  Query entries(db, "SELECT seq, body FROM entry ORDER BY seq");
  while (entries.step()) {
    seen(entries.integer(0));
    try {
      check.entry(entries.integer(0), entry_from_json(entries.text(1)));
    } catch (const std::invalid_argument&) {  // check_history has reported it
    }
  }
  check.end();
  check_names(db, problems);
}

}  // namespace socai
