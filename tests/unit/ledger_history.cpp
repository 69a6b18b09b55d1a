// SPDX-License-Identifier: Apache-2.0
// What goes into a ledger, what stays, and what is asked of it at which version.
#include "catch.h"
#include "ledger/ledger.h"
#include "ledger/row_json.h"
#include "tests/unit/ledger_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

const std::string kFive = "5 tỷ đồng";
const std::string kSix = "6 tỷ đồng";

ArticleClaims with_claims(const Article& article, std::vector<Claim> claims) { return {article, std::move(claims)}; }

// One article, whose second version has a new paragraph in front and another figure.
struct TwoRevisions {
  Article first = article("a1", "Chi phí là 5 tỷ đồng.\nDoanh thu là 7 tỷ đồng.");
  Article second = article("a1", "Cập nhật.\nChi phí là 6 tỷ đồng.\nDoanh thu là 7 tỷ đồng.");
  Claim cost_before = money(first, kFive, "5000000000");
  Claim cost_after = money(second, kSix, "6000000000");
  Claim revenue_before = money(first, "7 tỷ đồng", "7000000000");
  Claim revenue_after = money(second, "7 tỷ đồng", "7000000000");

  TwoRevisions() {
    for (auto* claim : {&cost_before, &cost_after}) about(*claim, "Vingroup", "cost");
    for (auto* claim : {&revenue_before, &revenue_after}) about(*claim, "Vingroup", "revenue");
  }

  void ingest(Ledger* ledger) const {
    ledger->ingest({with_claims(first, {cost_before, revenue_before})}, info("2025-02-01T03:00:00Z"));
    ledger->ingest({with_claims(second, {cost_after, revenue_after})}, info("2025-02-02T03:00:00Z"));
  }
};

}  // namespace

TEST_CASE("an ingest makes one version, and the same again makes none", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  const auto a = article("a1", "Chi phí là 5 tỷ đồng.");
  const std::vector<ArticleClaims> batch = {with_claims(a, {money(a, kFive, "5000000000")})};
  const auto first = ledger.ingest(batch, info());
  CHECK(first.version == 1);
  CHECK(first.articles_new == 1);
  CHECK(first.claims_recorded == 1);
  CHECK(first.root == ledger.version(1).root);
  const auto again = ledger.ingest(batch, info("2025-03-01T00:00:00Z"));
  CHECK_FALSE(again.version.has_value());
  CHECK(again.articles_unchanged == 1);
  CHECK(again.claims_kept == 1);
  CHECK(ledger.head_number() == 1);
  CHECK(ledger.log().size() == 1);
  CHECK(ledger.verify().ok());
}

TEST_CASE("a dry run tells what an ingest would do, and does nothing", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  const auto a = article("a1", "Chi phí là 5 tỷ đồng.");
  const auto dry = ledger.ingest({with_claims(a, {money(a, kFive, "5000000000")})}, info(), true);
  CHECK(dry.version == 1);
  CHECK(dry.claims_recorded == 1);
  CHECK(dry.root.empty());
  CHECK(ledger.head_number() == 0);
  CHECK(ledger.claims({}).rows.empty());
}

TEST_CASE("a changed article keeps the claims that stand, wherever they stand, and retires the others", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  const TwoRevisions revisions;
  revisions.ingest(&ledger);
  const auto before = ledger.article("a1", 1).value();
  const auto after = ledger.article("a1", 2).value();
  REQUIRE(before.claims.size() == 2);
  REQUIRE(after.claims.size() == 2);
  CHECK(after.info.revision == 2);
  CHECK(after.text == revisions.second.text);
  CHECK(before.text == revisions.first.text);
  CHECK(after.claims[1].id == before.claims[1].id);  // the revenue stands
  CHECK(after.claims[1].recorded == 1);
  CHECK(after.claims[0].id != before.claims[0].id);
  for (const auto& detail : {before, after}) {
    for (const auto& row : detail.claims) {
      CHECK(detail.text.substr(row.claim.start, row.claim.end - row.claim.start) == row.claim.quote);
      CHECK(row.sentence.find(row.claim.quote) != std::string::npos);
    }
  }
  const auto gone = ledger.claim(before.claims[0].id).value();
  CHECK(gone.row.retired == 2);
  CHECK(gone.row.retired_reason == "article_changed");
  CHECK(gone.field_text == revisions.first.text);  // as it last stood
  CHECK_FALSE(ledger.claim(before.claims[0].id, 1)->row.retired.has_value());
  CHECK(ledger.verify().ok());
}

TEST_CASE("what newer rules no longer find is retired, in a version of its own", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  const auto a = article("a1", "Chi phí là 5 tỷ đồng.");
  auto claim = money(a, kFive, "5000000000");
  ledger.ingest({with_claims(a, {claim})}, info());
  about(claim, "Vingroup", "cost");
  const auto result = ledger.ingest({with_claims(a, {claim})}, info());
  CHECK(result.version == 2);
  CHECK(result.articles_unchanged == 1);
  CHECK(result.claims_retired == 1);
  CHECK(result.claims_recorded == 1);
  ClaimQuery all;
  all.with_retired = true;
  CHECK(ledger.claims(all).rows.at(0).retired_reason == "rules_changed");
  SECTION("and comes back with its id when the rules do") {
    const auto id = ledger.claims(all).rows.at(0).id;
    ledger.ingest({with_claims(a, {money(a, kFive, "5000000000")})}, info());
    CHECK(ledger.claims({}).rows.at(0).id == id);
    CHECK(ledger.claims({}).rows.at(0).recorded == 3);
    CHECK_FALSE(ledger.claim(id)->row.retired.has_value());
    CHECK(ledger.verify().ok());
  }
}

TEST_CASE("diff tells figures that moved from those that came and went", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  TwoRevisions().ingest(&ledger);
  const auto diff = ledger.diff(1, 2);
  REQUIRE(diff.articles.size() == 1);
  const auto& changed = diff.articles[0];
  CHECK(changed.text_changed);
  CHECK_FALSE(changed.is_new);
  REQUIRE(changed.moved.size() == 1);
  CHECK(changed.moved[0].before.claim.quote == kFive);
  CHECK(changed.moved[0].before.retired_reason == "article_changed");
  CHECK(changed.moved[0].after.claim.quote == kSix);
  CHECK(changed.appeared.empty());
  CHECK(changed.gone.empty());
  CHECK(ledger.diff(2, 2).empty());
  const auto back = ledger.diff(2, 1);
  REQUIRE(back.articles.size() == 1);
  CHECK(back.articles[0].moved.at(0).after.claim.quote == kFive);
  CHECK(ledger.diff(0, 1).articles.at(0).is_new);
  CHECK(ledger.diff(0, 1).articles.at(0).appeared.size() == 2);
}

TEST_CASE("a question is answered for a version for ever as it was when that was the newest", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  const auto answer = [&](std::optional<VersionNumber> as_of) {
    ClaimQuery query;
    query.as_of = as_of;
    query.with_sentence = true;
    std::string all;
    for (const auto& row : ledger.claims(query).rows) all += row_to_json(row) + row.sentence + "\n";
    return all;
  };
  std::vector<std::string> golden;
  for (int version = 1; version <= 60; ++version) {
    auto a = article("a" + std::to_string(version % 7), std::string(static_cast<std::size_t>(version % 5), '-') +
                                                            "Chi phí là " + std::to_string(version) +
                                                            " tỷ đồng.\nThu 7 tỷ.");
    auto cost = money(a, std::to_string(version) + " tỷ đồng", std::to_string(version) + "000000000");
    auto revenue = money(a, "7 tỷ.", "7000000000");
    about(cost, "Vingroup", "cost");
    REQUIRE(ledger.ingest({with_claims(a, {cost, revenue})}, info()).version == version);
    golden.push_back(answer(std::nullopt));
  }
  for (VersionNumber version = 1; version <= 60; ++version) {
    CAPTURE(version);
    REQUIRE(answer(version) == golden[static_cast<std::size_t>(version - 1)]);
  }
  const auto report = ledger.verify();
  CHECK(report.ok());
  CHECK(report.versions == 60);
  CHECK(report.root == ledger.version(60).root);
}

TEST_CASE("a person retires a claim, and judges a finding", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  const auto a = article("a1", "Chi phí là 5 tỷ đồng.");
  ledger.ingest({with_claims(a, {money(a, kFive, "5000000000")})}, info());
  const auto id = ledger.claims({}).rows.at(0).id;
  auto writer = ledger.begin(info());
  writer.retire(id, "máy đọc nhầm");
  writer.decide("f00d", "not a conflict", "hai dự án khác nhau");
  CHECK(writer.seal().claims_retired == 1);
  CHECK(ledger.claims({}).rows.empty());
  CHECK(ledger.decisions().at("f00d") == "not a conflict");
  CHECK(ledger.decisions(1).empty());
  auto back = ledger.begin(info());
  back.decide("f00d", "open", "");
  back.seal();
  CHECK(ledger.decisions().empty());
  CHECK(ledger.decisions(2).size() == 1);
  CHECK(ledger.decided().at(0).judgement == "open");
  CHECK(ledger.claim(id)->row.retired_reason == "person");
  auto twice = ledger.begin(info());
  CHECK(code_of([&] { twice.retire(id, "lần nữa"); }) == ExitCode::not_found);
  twice.discard();
  CHECK(ledger.verify().ok());
}

TEST_CASE("versions are named by number, day and time", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  TwoRevisions().ingest(&ledger);  // 10:00 on the 1st and the 2nd in Vietnam
  CHECK(ledger.resolve_as_of("2") == 2);
  CHECK(ledger.resolve_as_of("2025-02-01") == 1);
  CHECK(ledger.resolve_as_of("2025-02-02T09:59") == 1);
  CHECK(ledger.resolve_as_of("2025-02-02T10:00") == 2);
  CHECK(ledger.resolve_as_of("2025-02-02T02:59:59Z") == 1);
  CHECK(code_of([&] { ledger.resolve_as_of("3"); }) == ExitCode::not_found);
  CHECK(code_of([&] { ledger.resolve_as_of("2025-01-31"); }) == ExitCode::not_found);
  CHECK(code_of([&] { ledger.resolve_as_of("hôm qua"); }) == ExitCode::usage);
  ClaimQuery query;
  query.as_of = 9;
  CHECK(code_of([&] { ledger.claims(query); }) == ExitCode::not_found);
}

TEST_CASE("an article without an id is followed by its URL", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  auto first = article("", "Giá 5 tỷ đồng.");
  auto second = article("", "Giá 5 tỷ đồng. Đã sửa.");
  first.url = second.url = "https://x.vn/1";
  ledger.ingest({with_claims(first, {money(first, kFive, "5000000000")})}, info());
  const auto result = ledger.ingest({with_claims(second, {})}, info());
  CHECK(result.articles_updated == 1);
  CHECK(ledger.article("https://x.vn/1")->info.revision == 2);
}

TEST_CASE("what cannot be recorded is refused, and leaves no trace", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  const auto a = article("a1", "Chi phí là 5 tỷ đồng.");
  auto beyond = money(a, kFive, "5000000000");
  beyond.end = a.text.size() + 1;
  CHECK(code_of([&] { ledger.ingest({with_claims(a, {beyond})}, info()); }) == ExitCode::invalid_data);
  auto other = money(a, kFive, "5000000000");
  other.quote = kSix;
  CHECK(code_of([&] { ledger.ingest({with_claims(a, {other})}, info()); }) == ExitCode::invalid_data);
  CHECK(code_of([&] { ledger.ingest({}, info("hôm nay")); }) == ExitCode::invalid_data);
  CHECK(ledger.head_number() == 0);
  {
    auto writer = ledger.begin(info());
    writer.add(a, {money(a, kFive, "5000000000")});
  }  // not sealed
  CHECK(ledger.head_number() == 0);
  CHECK(ledger.verify().ok());
}
