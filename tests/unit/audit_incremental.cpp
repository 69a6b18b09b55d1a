// SPDX-License-Identifier: Apache-2.0
// Auditing what changed gives what auditing everything gives, over random ledgers that grow, change and shrink.
#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "catch.h"
#include "ledger/audit/finding_json.h"
#include "ledger/audit/incremental.h"
#include "tests/unit/audit_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

class RandomNews {
 public:
  explicit RandomNews(unsigned seed) : random_(seed) {}

  std::size_t pick(std::size_t below) { return random_() % below; }

  // Few subjects, days and figures, so that much is compared; some claims have no day, period or subject.
  std::vector<RecordedClaim> article(const std::string& id) {
    static const std::vector<std::string> subjects = {"Cầu Sông Lam", "Sông Lam", "Công ty Mai Hoa", "Mai Hoa",
                                                      "Đà Lạt"};
    static const std::vector<std::string> metrics = {"cost", "cost.training", "cost.development", "price", "debt"};
    static const std::vector<std::string> words = {"chi phí",   "cho cầu", "Mai Hoa", "nợ cũ",   "theo Trần Hà",
                                                   "của dự án", "đã trả",  "còn lại", "Vĩnh Hà", "năm nay"};
    std::vector<RecordedClaim> rows;
    const std::string day =
        pick(5) == 0 ? "" : "2025-0" + std::to_string(1 + pick(2)) + "-0" + std::to_string(1 + pick(9));
    const auto count = 1 + pick(3);
    for (std::size_t i = 0; i < count; ++i) {
      Told told{id + "#" + std::to_string(i),
                id,
                day,
                pick(2) == 0 ? "" : "Nguồn " + std::to_string(pick(4)),
                metrics[pick(metrics.size())],
                Relation::exact,
                values()[pick(values().size())],
                pick(8) == 0 ? "" : subjects[pick(subjects.size())]};
      auto row = tell(told);
      row.article.outlet = "Báo " + std::to_string(pick(3));
      row.sentence = "Số";
      for (int word = 0; word < 6; ++word) row.sentence += " " + words[pick(words.size())];
      row.claim.sentence_start = 100 * i;
      row.claim.start = row.claim.sentence_start + row.sentence.size() + 1;
      row.sentence += " " + row.claim.quote;
      row.claim.end = row.claim.start + row.claim.quote.size();
      if (pick(6) == 0) row.claim.polarity = Polarity::denied;
      if (pick(5) == 0) row.claim.modality = Modality::plan;
      if (pick(4) == 0) row.claim.period = Period{"năm 2024", "2024-01-01", "2024-12-31"};
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  static const std::vector<std::string>& values() {
    static const std::vector<std::string> all = {"5000000", "5200000", "5250000", "5600000",
                                                 "52000",   "9000000", "480000"};
    return all;
  }

  std::mt19937_64 random_;
};

std::string json_of(const std::vector<Finding>& findings) {
  std::string all;
  for (const auto& finding : findings) all += finding_to_json(finding) + "\n";
  return all;
}

std::map<std::string, Verdict> verdicts_of(const std::vector<Finding>& findings) {
  std::map<std::string, Verdict> verdicts;
  for (const auto& finding : findings) verdicts.emplace(finding.id, finding.verdict);
  return verdicts;
}

// A ledger of `start` articles, then `changes` updates of one to three; after each both audits must say the same.
void compare_audits(unsigned seed, std::size_t start, int changes) {
  RandomNews news(seed);
  AuditOptions options;
  options.all = true;
  options.with_support = true;
  IncrementalAudit incremental(options);
  IncrementalAudit::Articles known;
  const auto apply = [&](const IncrementalAudit::Articles& articles) {
    const auto before = verdicts_of(incremental.findings());
    const auto change = incremental.update(articles);
    for (const auto& [id, claims] : articles) {
      if (claims.empty())
        known.erase(id);
      else
        known[id] = claims;
    }
    std::vector<RecordedClaim> all;
    for (const auto& [id, claims] : known) all.insert(all.end(), claims.begin(), claims.end());
    const auto expected = audit(all, options);
    REQUIRE(json_of(incremental.findings()) == json_of(expected));

    const auto after = verdicts_of(expected);
    std::set<std::string> appeared;
    for (const auto& finding : change.appeared) appeared.insert(finding.id);
    for (const auto& [id, verdict] : after) {
      const auto old = before.find(id);
      REQUIRE(appeared.contains(id) == (old == before.end() || old->second != verdict));
    }
    for (const auto& id : change.gone) REQUIRE((before.contains(id) && !after.contains(id)));
    const auto lost =
        std::count_if(before.begin(), before.end(), [&](const auto& it) { return !after.contains(it.first); });
    REQUIRE(change.gone.size() == static_cast<std::size_t>(lost));
  };
  const auto name = [](std::size_t number) { return "article-" + std::to_string(number); };
  IncrementalAudit::Articles first;
  for (std::size_t i = 0; i < start; ++i) first[name(i)] = news.article(name(i));
  apply(first);
  for (int round = 0; round < changes; ++round) {
    CAPTURE(seed, round);
    IncrementalAudit::Articles articles;
    for (std::size_t i = 0, count = 1 + news.pick(3); i < count; ++i) {
      const auto id = name(news.pick(start + start / 2 + 2));
      articles[id] = news.pick(4) == 0 ? std::vector<RecordedClaim>() : news.article(id);
    }
    apply(articles);
  }
}

}  // namespace

TEST_CASE("auditing what changed gives what auditing everything gives", "[audit]") {
  for (unsigned seed = 1; seed <= 12; ++seed) compare_audits(seed, seed % 3 == 0 ? 0 : 4 + seed, 25);
}

TEST_CASE("it does where more articles share a thing than are looked at", "[audit]") { compare_audits(99, 130, 12); }
