// SPDX-License-Identifier: Apache-2.0
// What can be asked of a ledger.
#include "catch.h"
#include "ledger/ledger.h"
#include "tests/unit/ledger_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

const std::string kFive = "5 tỷ đồng";
const std::string kSix = "6 tỷ đồng";

ArticleClaims with_claims(const Article& article, std::vector<Claim> claims) { return {article, std::move(claims)}; }

std::vector<std::string> quotes(const Ledger& ledger, const ClaimQuery& query) {
  std::vector<std::string> all;
  for (const auto& row : ledger.claims(query).rows) all.push_back(row.claim.quote);
  return all;
}

}  // namespace

TEST_CASE("claims are found by every condition", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  auto a = article("a1", "A 5 tỷ đồng.\nB 6 tỷ đồng.\nC 7 tỷ đồng.");
  a.published = "2025-01-10T08:00:00+07:00";
  auto five = money(a, kFive, "5000000000");
  auto six = money(a, kSix, "6000000000");
  auto seven = money(a, "7 tỷ đồng", "7000000000");
  about(by(five, "SemiAnalysis"), "Công ty Tỷ Lệ", "cost.training");
  about(by(six, "Bộ Tài chính"), "DeepSeek", "cost");
  about(by(seven, "bộ tài chính"), "Đà Nẵng", "costume");
  six.amount->max.reset();  // ít nhất
  seven.amount->currency = "USD";
  auto said = six;
  said.kind = Kind::statement;
  said.amount.reset();
  said.metric.reset();
  ledger.ingest({with_claims(a, {five, six, said, seven})}, info());
  struct Row {
    const char* what;
    void (*ask)(ClaimQuery*);
    std::vector<std::string> quotes;
  };
  const std::string seven_quote = "7 tỷ đồng";
  const Row rows[] = {
      {"all", [](ClaimQuery*) {}, {kFive, kSix, kSix, seven_quote}},
      {"by, folded", [](ClaimQuery* q) { q->by = {"BO TAI CHINH"}; }, {kSix, kSix, seven_quote}},
      {"by either of two",
       [](ClaimQuery* q) {
         q->by = {"tài chính", "semianalysis"};
       },
       {kFive, kSix, kSix, seven_quote}},
      {"by half a word", [](ClaimQuery* q) { q->by = {"semi"}; }, {}},
      {"about words within", [](ClaimQuery* q) { q->about = {"ty le"}; }, {kFive}},
      {"about with d", [](ClaimQuery* q) { q->about = {"da nang"}; }, {seven_quote}},
      {"about an exact id", [](ClaimQuery* q) { q->about = {"ty-le"}, q->exact_ids = true; }, {}},
      {"about nothing known", [](ClaimQuery* q) { q->about = {"xyz"}; }, {}},
      {"metric and below", [](ClaimQuery* q) { q->metric = "cost"; }, {kFive, kSix}},
      {"currency", [](ClaimQuery* q) { q->currency = "USD"; }, {seven_quote}},
      {"kind", [](ClaimQuery* q) { q->kind = Kind::statement; }, {kSix}},
      {"min", [](ClaimQuery* q) { q->min = Decimal::parse("6500000000"); }, {kSix, seven_quote}},
      {"max", [](ClaimQuery* q) { q->max = Decimal::parse("5999999999.9"); }, {kFive}},
      {"since", [](ClaimQuery* q) { q->since = "2025-01-11"; }, {}},
      {"until", [](ClaimQuery* q) { q->until = "2025-01-10"; }, {kFive, kSix, kSix, seven_quote}},
      {"article", [](ClaimQuery* q) { q->article = "a2"; }, {}},
      {"limit", [](ClaimQuery* q) { q->limit = 2; }, {kFive, kSix}},
      {"newest first", [](ClaimQuery* q) { q->limit = 1, q->newest_first = true; }, {seven_quote}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    ClaimQuery query;
    row.ask(&query);
    CHECK(quotes(ledger, query) == row.quotes);
  }
  ClaimQuery limited;
  limited.limit = 2;
  CHECK(ledger.claims(limited).truncated);
  limited.limit = 4;
  CHECK_FALSE(ledger.claims(limited).truncated);
  ClaimQuery wrong;
  wrong.since = "hôm qua";
  CHECK(code_of([&] { ledger.claims(wrong); }) == ExitCode::invalid_data);
  CHECK(ledger.metric_ids() == std::vector<std::string>{"cost", "cost.training", "costume"});
}

TEST_CASE("aliases lead from one name to the other, as of the version that says so", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  const auto a = article("a1", "Chi phí là 5 tỷ đồng.");
  auto claim = money(a, kFive, "5000000000");
  about(claim, "Vietcombank", "cost");
  ledger.ingest({with_claims(a, {claim})}, info());
  auto writer = ledger.begin(info());
  writer.alias("vcb", "vietcombank", true);
  CHECK(writer.seal().version == 2);
  ClaimQuery query;
  query.about = {"VCB"};
  CHECK(ledger.claims(query).rows.size() == 1);
  query.as_of = 1;
  CHECK(ledger.claims(query).rows.empty());
  auto parting = ledger.begin(info());
  parting.alias("vietcombank", "vcb", false);
  parting.seal();
  CHECK(ledger.aliases().empty());
  CHECK_FALSE(ledger.aliases(2).empty());
  CHECK(ledger.verify().ok());
}

TEST_CASE("ids and their beginnings are found", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  auto a = article("tin-01", "Chi phí là 5 tỷ đồng.");
  a.url = "https://x.vn/1";
  ledger.ingest({with_claims(a, {money(a, kFive, "5000000000")})}, info());
  const auto id = ledger.claims({}).rows.at(0).id;
  const IdMatch claim{IdMatch::Kind::claim, id};
  const IdMatch found{IdMatch::Kind::article, "tin-01"};
  CHECK(ledger.find(id) == std::vector<IdMatch>{claim});
  CHECK(ledger.find(id.substr(0, 5)) == std::vector<IdMatch>{claim});
  CHECK(ledger.find("tin-01") == std::vector<IdMatch>{found});
  CHECK(ledger.find("tin") == std::vector<IdMatch>{found});
  CHECK(ledger.find("https://x.vn/1") == std::vector<IdMatch>{found});
  CHECK(ledger.find("").empty());
  CHECK(ledger.find("zz").empty());
  CHECK(ledger.article("https://x.vn/1")->info.id == "tin-01");
  CHECK_FALSE(ledger.article("tin").has_value());
  CHECK_FALSE(ledger.claim("0000000000000000").has_value());
}

TEST_CASE("many names and metrics give the claims that one by one would, in order and cut alike", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  const char* const metrics[] = {"cost", "cost.training", "cost.hardware", "revenue"};
  for (int version = 0; version < 3; ++version) {
    std::vector<ArticleClaims> batch;
    for (int i = 0; i < 120; ++i) {
      const auto quote = std::to_string(1 + i) + " tỷ đồng";
      const auto a = article("a" + std::to_string(version) + "." + std::to_string(i), "Chi " + quote + ".");
      auto claim = money(a, quote, std::to_string(1 + i) + "000000000");
      batch.push_back({a, {about(claim, "Cầu " + std::to_string(i % 7), metrics[i % 4])}});
    }
    ledger.ingest(batch, info());
  }
  const auto all = ledger.claims({}).rows;
  REQUIRE(all.size() == 360);
  for (const bool newest_first : {false, true}) {
    for (const std::size_t limit : {0, 1, 7, 50}) {
      CAPTURE(newest_first, limit);
      ClaimQuery query;
      query.about = {"Cầu"};  // seven of them
      query.metric = "cost";  // and what stands below it
      query.min = Decimal::parse("20000000000");
      query.as_of = 2;
      query.newest_first = newest_first;
      query.limit = limit;
      std::vector<RecordedClaim> expected;
      for (const auto& row : all) {
        const bool wanted =
            row.claim.metric->id != "revenue" && row.recorded <= 2 && !(*row.claim.amount->max < *query.min);
        if (wanted) expected.insert(newest_first ? expected.begin() : expected.end(), row);
      }
      const bool cut = limit != 0 && expected.size() > limit;
      if (cut) expected.resize(limit);
      const auto page = ledger.claims(query);
      CHECK(page.rows == expected);
      CHECK(page.truncated == cut);
    }
  }
}
