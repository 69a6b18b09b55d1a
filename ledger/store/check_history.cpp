// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "ledger/entry.h"
#include "ledger/merkle.h"
#include "ledger/store/check.h"
#include "ledger/store/derived.h"
#include "ledger/store/reader.h"

namespace socai {
namespace {

constexpr std::size_t kKeptProblems = 100;

// Walks the entries in order and closes each version where its row says that it ends.
class HistoryCheck {
 public:
  HistoryCheck(Database& db, const std::optional<Checkpoint>& earlier, VerifyReport* report, Problems* problems)
      : db_(db), earlier_(earlier), report_(*report), problems_(*problems) {
    versions_ = read_log(db, 0);
    std::reverse(versions_.begin(), versions_.end());
    check_version_numbers();
  }

  void entry(std::int64_t seq, VersionNumber version, const std::string& kind, const std::string& body,
             const std::string& leaf) {
    if (seq != next_) problems_.add_entry("entry.missing", next_, "the next is " + std::to_string(seq));
    next_ = seq + 1;
    const auto hash = leaf_hash(body);
    if (hash_to_bytes(hash) != leaf) problems_.add_entry("entry.hash", seq, "stored " + id_hex(leaf));
    close_versions();
    check_earlier();
    check_version(seq, version);
    check_body(seq, kind, body);
    range_.push(hash, [&](int level, std::uint64_t index, const Hash& node) { check_subtree(level, index, node); });
    ++report_.entries;
  }

  void end() {
    close_versions();
    check_earlier();
    if (earlier_ && range_.size() < earlier_->size) {
      problems_.add({"checkpoint.ahead", "checkpoint", std::nullopt,
                     std::to_string(range_.size()) + " entries, not " + std::to_string(earlier_->size)});
    }
    for (; open_ < versions_.size(); ++open_) {
      problems_.add({"entry.missing", where(versions_[open_]), next_, "the entries end before the version does"});
    }
    const auto last = versions_.empty() ? 0 : versions_.back().entries;
    if (report_.entries > last) problems_.add_entry("entry.order", last, "belongs to no sealed version");
    report_.root = to_hex(range_.root());
    report_.versions = static_cast<VersionNumber>(versions_.size());
    check_subtree_count();
  }

 private:
  static std::string where(const Version& version) { return "version " + std::to_string(version.number); }

  void check_version_numbers() {
    VersionNumber expected = 1;
    for (const auto& version : versions_) {
      if (version.number != expected) {
        problems_.add({"version.missing", "version " + std::to_string(expected), std::nullopt, ""});
      }
      expected = version.number + 1;
    }
  }

  void check_earlier() {
    if (!earlier_ || range_.size() != earlier_->size || range_.root() == earlier_->root) return;
    problems_.add({"checkpoint.differs", "checkpoint", std::nullopt,
                   "the first " + std::to_string(earlier_->size) + " entries give " + to_hex(range_.root())});
  }

  // The version that ends with the entry before this one is complete: its root must be that of its entries.
  void close_versions() {
    for (; open_ < versions_.size() && static_cast<std::int64_t>(range_.size()) >= versions_[open_].entries; ++open_) {
      const auto& version = versions_[open_];
      const auto size = static_cast<std::int64_t>(range_.size());
      if (size != version.entries || to_hex(range_.root()) != version.root) {
        problems_.add({"version.root", where(version), std::nullopt, "recomputed " + to_hex(range_.root())});
      }
      check_version_row(version);
      counted_ = Version();
    }
  }

  void check_version_row(const Version& version) {
    Query query(db_, "SELECT peaks FROM version WHERE number = ?");
    query.bind(version.number);
    std::string peaks;
    for (const auto& peak : range_.peaks()) peaks += hash_to_bytes(peak);
    const bool peaks_differ = !query.step() || query.text(0) != peaks;
    const bool counts_differ = std::tie(version.articles, version.claims, version.retired) !=
                               std::tie(counted_.articles, counted_.claims, counted_.retired);
    const bool words_differ =
        std::tie(version.number, version.time, version.author, version.message, version.rules) !=
        std::tie(counted_.number, counted_.time, counted_.author, counted_.message, counted_.rules);
    if (peaks_differ) problems_.add({"version.differs", where(version), std::nullopt, "peaks"});
    if (counts_differ) problems_.add({"version.differs", where(version), std::nullopt, "counts"});
    if (words_differ)
      problems_.add({"version.differs", where(version), std::nullopt, "time, author, message or rules"});
  }

  void check_version(std::int64_t seq, VersionNumber version) {
    const auto expected = open_ < versions_.size() ? versions_[open_].number : static_cast<VersionNumber>(open_) + 1;
    if (version != expected) problems_.add_entry("entry.order", seq, "stands in version " + std::to_string(version));
  }

  void check_body(std::int64_t seq, const std::string& kind, const std::string& body) {
    try {
      const auto entry = entry_from_json(body);
      const auto* version = std::get_if<VersionEntry>(&entry);
      const bool first = counted_.number == 0;
      if (kind != kind_of(entry)) problems_.add_entry("entry.order", seq, "stored as " + kind);
      if (first != (version != nullptr)) problems_.add_entry("entry.order", seq, "each version begins with its entry");
      count(entry);
    } catch (const std::invalid_argument& error) {
      problems_.add_entry("entry.unreadable", seq, error.what());
      if (counted_.number == 0) counted_.number = -1;
    }
  }

  void count(const Entry& entry) {
    if (const auto* version = std::get_if<VersionEntry>(&entry)) {
      counted_.number = version->number;
      counted_.time = version->info.time;
      counted_.author = version->info.author;
      counted_.message = version->info.message;
      counted_.rules = version->info.rules;
    } else if (const auto* article = std::get_if<ArticleEntry>(&entry)) {
      ++counted_.articles;
      report_.articles += article->revision == 1 ? 1 : 0;
    } else if (std::holds_alternative<ClaimEntry>(entry)) {
      ++counted_.claims;
      ++report_.claims;
    } else if (std::holds_alternative<RetirementEntry>(entry)) {
      ++counted_.retired;
    }
  }

  void check_subtree(int level, std::uint64_t index, const Hash& node) {
    if (level == 0 || level % 8 != 0) return;
    ++subtrees_;
    Query query(db_, "SELECT hash FROM subtree WHERE level = ? AND number = ?");
    query.bind(level, static_cast<std::int64_t>(index));
    if (query.step() && query.text(0) == hash_to_bytes(node)) return;
    problems_.add({"tree.differs", "subtree " + std::to_string(level) + " " + std::to_string(index), std::nullopt, ""});
  }

  void check_subtree_count() {
    Query query(db_, "SELECT count(*) FROM subtree");
    query.step();
    if (query.integer(0) != subtrees_) problems_.add({"tree.differs", "table subtree", std::nullopt, "rows too many"});
  }

  Database& db_;
  const std::optional<Checkpoint>& earlier_;
  VerifyReport& report_;
  Problems& problems_;
  std::vector<Version> versions_;
  std::size_t open_ = 0;  // the version that the entries are at
  Version counted_;       // what its entries say so far; number 0: none yet
  CompactRange range_;
  std::int64_t next_ = 0;
  std::int64_t subtrees_ = 0;
};

}  // namespace

void Problems::add(Problem problem) {
  if (problems_.size() < kKeptProblems) {
    problems_.push_back(std::move(problem));
  } else {
    more_ = true;
  }
}

void Problems::add_entry(const char* code, std::int64_t entry, std::string detail) {
  add({code, "entry " + std::to_string(entry), entry, std::move(detail)});
}

std::vector<Problem> Problems::sorted() const {
  auto problems = problems_;
  std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    if (a.entry.has_value() != b.entry.has_value()) return a.entry.has_value();
    return a.entry < b.entry;
  });
  return problems;
}

void check_file(Database& db, Problems* problems) {
  if (const auto damage = db.page_damage()) problems->add({"file.damaged", "file", std::nullopt, *damage});
  const auto present = db.schema();
  const auto expected = Database::expected_schema();
  std::vector<std::string> different;
  std::set_symmetric_difference(present.begin(), present.end(), expected.begin(), expected.end(),
                                std::back_inserter(different));
  for (const auto& object : different) {
    const bool missing = std::binary_search(expected.begin(), expected.end(), object);
    const auto name_end = object.find(' ', object.find(' ') + 1);
    problems->add(
        {"schema.changed", object.substr(0, name_end), std::nullopt, missing ? "missing" : "unknown or altered"});
  }
}

void check_history(Database& db, const std::optional<Checkpoint>& earlier, const EntrySeen& seen, VerifyReport* report,
                   Problems* problems) {
  HistoryCheck check(db, earlier, report, problems);
  Query entries(db, "SELECT seq, version, kind, body, leaf FROM entry ORDER BY seq");
  while (entries.step()) {
    check.entry(entries.integer(0), entries.integer(1), entries.text(2), entries.text(3), entries.text(4));
    seen(entries.integer(0));
  }
  check.end();
}

}  // namespace socai
