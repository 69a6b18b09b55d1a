// SPDX-License-Identifier: Apache-2.0
// What the audit says of pairs of claims.
#include <algorithm>
#include <random>

#include "catch.h"
#include "ledger/audit/audit.h"
#include "ledger/audit/finding_json.h"
#include "ledger/audit/lineage.h"
#include "tests/unit/audit_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

Finding only_finding(const std::vector<RecordedClaim>& claims) {
  AuditOptions options;
  options.all = true;
  const auto findings = audit(claims, options);
  REQUIRE(findings.size() == 1);
  return findings[0];
}

}  // namespace

TEST_CASE("each verdict where it belongs, and no conflict where a key is open", "[audit]") {
  struct Row {
    const char* what;
    void (*change)(RecordedClaim* a, RecordedClaim* b);  // of 100 against 250 million
    Verdict verdict;
  };
  const Row rows[] = {
      {"everything alike", [](auto*, auto*) {}, Verdict::contradicts},
      {"the same figure", [](auto* a, auto* b) { b->claim.amount = a->claim.amount; }, Verdict::same},
      {"a rounded figure", [](auto*, auto* b) { b->claim.amount = left("101000000").claim.amount; }, Verdict::refines},
      {"a hedge that takes it in",
       [](auto* a, auto*) { a->claim.amount->relation = Relation::at_least, a->claim.amount->max.reset(); },
       Verdict::compatible},
      {"a hedge that hardly takes it in",
       [](auto* a, auto* b) {
         a->claim.amount->relation = Relation::more_than, a->claim.amount->max.reset();
         b->claim.amount = left("5000000000").claim.amount;
       },
       Verdict::strained},
      {"hedges of the same digits, a thousand apart",
       [](auto* a, auto* b) {
         a->claim.amount = left("16000000").claim.amount, b->claim.amount = left("16000000000").claim.amount;
         for (auto* row : {a, b}) row->claim.amount->relation = Relation::more_than, row->claim.amount->max.reset();
       },
       Verdict::unit_slip},
      {"one source, later", [](auto* a, auto* b) { b->claim.claimant = a->claim.claimant; }, Verdict::revised},
      {"one outlet's own voice, later",
       [](auto* a, auto* b) {
         a->claim.claimant = b->claim.claimant =
             Claimant{{kNarratorName, kNarratorId, ""}, EntityType::narrator, Attribution::narrator, "", {}};
         a->article.outlet = b->article.outlet = "Báo";
       },
       Verdict::revised},
      {"one source on one day in two outlets",
       [](auto* a, auto* b) { b->claim.claimant = a->claim.claimant, b->article.published = a->article.published; },
       Verdict::contradicts},
      {"a forecast, then the figure", [](auto* a, auto*) { a->claim.modality = Modality::forecast; },
       Verdict::superseded},
      {"a figure, then a plan", [](auto*, auto* b) { b->claim.modality = Modality::plan; }, Verdict::not_comparable},
      {"an estimate is no forecast", [](auto* a, auto*) { a->claim.modality = Modality::estimate; },
       Verdict::contradicts},
      {"what if", [](auto* a, auto*) { a->claim.modality = Modality::hypothetical; }, Verdict::not_comparable},
      {"a thousandfold",
       [](auto* a, auto* b) { *a = left("103300000"), b->claim.amount = left("103300").claim.amount; },
       Verdict::unit_slip},
      {"the digits in another currency",
       [](auto* a, auto* b) {
         *a = left("17000"), b->claim.amount = a->claim.amount, b->claim.amount->currency = "EUR";
       },
       Verdict::unit_slip},
      {"another currency", [](auto*, auto* b) { b->claim.amount->currency = "VND"; }, Verdict::not_comparable},
      {"a unit on one side", [](auto* a, auto*) { a->claim.amount->per = "tháng"; }, Verdict::not_comparable},
      {"a period on one side",
       [](auto* a, auto*) {
         a->claim.period = Period{"năm 2024", {}, {}};
       },
       Verdict::apparent},
      {"two periods",
       [](auto* a, auto* b) {
         a->claim.period = Period{"2024", "2024-01-01", "2024-12-31"};
         b->claim.period = Period{"2025", "2025-01-01", "2025-12-31"};
       },
       Verdict::not_comparable},
      {"one period in other words",
       [](auto* a, auto* b) {
         a->claim.period = Period{"2024", "2024-01-01", "2024-12-31"};
         b->claim.period = Period{"năm ngoái", "2024-01-01", "2024-12-31"};
       },
       Verdict::contradicts},
      {"a caveat on one side",
       [](auto* a, auto*) {
         a->claim.caveats.push_back({0, 1, "chưa gồm VAT"});
       },
       Verdict::apparent},
      {"another metric of the family",
       [](auto* a, auto* b) { a->claim.metric->id = "cost.hardware", b->claim.metric->id = "cost.training"; },
       Verdict::apparent},
      {"the part smaller than the whole", [](auto* a, auto*) { a->claim.metric->id = "cost.training"; },
       Verdict::apparent},
      {"the part larger than the whole", [](auto*, auto* b) { b->claim.metric->id = "cost.training"; },
       Verdict::part_exceeds_whole},
      {"a subject within the other's name", [](auto* a, auto*) { a->claim.subject = entity("DeepSeek châu Á"); },
       Verdict::apparent},
      {"a subject with its head", [](auto* a, auto*) { a->claim.subject = entity("Công ty DeepSeek"); },
       Verdict::contradicts},
      {"a denial", [](auto* a, auto* b) { b->claim.amount = a->claim.amount, b->claim.polarity = Polarity::denied; },
       Verdict::refuted},
      {"a denial of another figure", [](auto*, auto* b) { b->claim.polarity = Polarity::denied; },
       Verdict::not_comparable},
      {"one article, one source",
       [](auto* a, auto* b) { b->article = a->article, b->claim.claimant = a->claim.claimant; },
       Verdict::not_comparable},
      {"one article, two sources", [](auto* a, auto* b) { b->article = a->article; }, Verdict::contradicts},
      {"undated both, with names in common",
       [](auto* a, auto* b) {
         a->article.published.reset(), b->article.published.reset();
         a->sentence = "Theo Liang Wenfeng của High-Flyer, DeepSeek tốn 100 triệu USD";
         b->sentence = "Quỹ High-Flyer của Liang Wenfeng cho biết DeepSeek tốn 250 triệu USD";
       },
       Verdict::contradicts},
      {"months apart, one period stated",
       [](auto* a, auto* b) {
         b->article.published = "2025-06-01";
         a->claim.period = b->claim.period = Period{"2024", "2024-01-01", "2024-12-31"};
       },
       Verdict::contradicts},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    auto a = left("100000000");
    auto b = right("250000000");
    row.change(&a, &b);
    CHECK(to_string(only_finding({a, b}).verdict) == to_string(row.verdict));
  }
}

TEST_CASE("claims that nothing relates are not compared", "[audit]") {
  struct Row {
    const char* what;
    void (*change)(RecordedClaim* a, RecordedClaim* b);
  };
  const Row rows[] = {
      {"another subject", [](auto* a, auto*) { a->claim.subject = entity("OpenAI"); }},
      {"no subject", [](auto* a, auto*) { a->claim.subject.reset(); }},
      {"another family", [](auto* a, auto*) { a->claim.metric->id = "revenue"; }},
      {"a change and a level", [](auto* a, auto*) { a->claim.metric->id = "cost.change"; }},
      {"weeks apart", [](auto*, auto* b) { b->article.published = "2025-03-01"; }},
      {"undated both, with nothing in common",
       [](auto* a, auto* b) { a->article.published.reset(), b->article.published.reset(); }},
      {"dated and undated", [](auto* a, auto*) { a->article.published.reset(); }},
      {"a statement", [](auto* a, auto*) { a->claim.kind = Kind::statement, a->claim.amount.reset(); }},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    auto a = left("100000000");
    auto b = right("250000000");
    row.change(&a, &b);
    AuditOptions options;
    options.all = true;
    CHECK(audit({a, b}, options).empty());
  }
}

TEST_CASE("aliases make one subject and one source of two", "[audit]") {
  auto a = left("100000000");
  auto b = right("250000000");
  a.claim.subject = entity("VCB");
  b.claim.subject = entity("Vietcombank");
  AuditOptions options;
  options.all = true;
  CHECK(audit({a, b}, options).empty());
  options.aliases.join("vcb", "vietcombank");
  REQUIRE(audit({a, b}, options).size() == 1);
  CHECK(audit({a, b}, options)[0].keys.subject == KeyState::equal);
  options.aliases.join("semianalysis", "deepseek");
  CHECK(audit({a, b}, options)[0].verdict == Verdict::revised);
}

TEST_CASE("a part may be joined to its whole across families", "[audit]") {
  auto part = left("250000000");
  auto whole = right("100000000");
  part.claim.metric->id = "profit";
  whole.claim.metric->id = "revenue";
  AuditOptions options;
  CHECK(audit({part, whole}, options).empty());
  options.part_of.insert({"profit", "revenue"});
  const std::vector<RecordedClaim> claims = {part, whole};
  const auto findings = audit(claims, options);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].verdict == Verdict::part_exceeds_whole);
}

TEST_CASE("copies count once, and so does a source that many quote", "[audit]") {
  const std::string sentence = "Tổng chi phí của dự án theo công bố sáng nay là một trăm triệu USD cho giai đoạn đầu";
  std::vector<RecordedClaim> claims;
  for (int i = 0; i < 5; ++i) {
    auto copy = tell(
        {"c" + std::to_string(i), "a" + std::to_string(i), "2025-02-01", "", "cost", Relation::exact, "100000000"});
    copy.sentence = sentence + (i == 0 ? "" : ", báo " + std::to_string(i));
    claims.push_back(copy);
  }
  auto own = tell({"own", "a8", "2025-02-01", "", "cost", Relation::exact, "100000000"});
  own.sentence = "Một nguồn khác cũng nói tới con số một trăm triệu";
  claims.push_back(own);
  for (int i = 0; i < 3; ++i) {
    claims.push_back(tell({"s" + std::to_string(i), "b" + std::to_string(i), "2025-02-01", "SemiAnalysis", "cost",
                           Relation::exact, "250000000"}));
  }
  const auto findings = audit(claims);
  REQUIRE(findings.size() == 18);
  for (const auto& finding : findings) {
    CHECK(finding.verdict == Verdict::contradicts);
    CHECK(finding.lineages_a + finding.lineages_b == 3);
  }
  const auto copied = [](const RecordedClaim& a, const RecordedClaim& b) {
    return is_copy(item_of(a, AuditOptions()), item_of(b, AuditOptions()));
  };
  CHECK(copied(claims[0], claims[1]));
  CHECK_FALSE(copied(claims[0], own));
  CHECK_FALSE(copied(left("5"), right("5")));  // no sentence tells nothing
}

TEST_CASE("the audit does not depend on the order of its input, nor on repeats", "[audit]") {
  auto claims = seed();
  claims.push_back(left("100000000"));
  claims.push_back(right("250000000"));
  AuditOptions options;
  options.all = true;
  const auto text = [&](const std::vector<RecordedClaim>& input) {
    std::string all;
    for (const auto& finding : audit(input, options)) all += finding_to_json(finding) + "\n";
    return all;
  };
  const auto expected = text(claims);
  std::mt19937_64 random(5);
  for (int round = 0; round < 20; ++round) {
    auto shuffled = claims;
    shuffled.push_back(claims[random() % claims.size()]);
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    REQUIRE(text(shuffled) == expected);
  }
}

TEST_CASE("findings are chosen by verdict and subject, and carry a person's judgement", "[audit]") {
  const auto claims = seed();
  AuditOptions options;
  options.only = Verdict::refines;
  CHECK(audit(claims, options).size() == 1);
  options.only.reset();
  options.about = "nvidia";
  CHECK(audit(claims, options).empty());
  options.about = "deep seek";
  CHECK(audit(claims, options).empty());
  options.about = "DEEPSEEK";
  const auto findings = audit(claims, options);
  REQUIRE_FALSE(findings.empty());
  CHECK_FALSE(findings[0].decision.has_value());
  options.decisions[findings[0].id] = "not a conflict";
  CHECK(audit(claims, options)[0].decision == "not a conflict");
}

TEST_CASE("a finding as JSON has the names of the schema", "[audit]") {
  const std::vector<RecordedClaim> claims = {left("5576000"), right("500000000")};
  const auto findings = audit(claims);
  REQUIRE(findings.size() == 1);
  const auto json = finding_to_json(findings[0]);
  CHECK(json.find(R"({"schema":"socai.finding/1","id":")") == 0);
  CHECK(json.find(R"("verdict":"contradicts","a":{"schema":"socai.claim/1",)") != std::string::npos);
  CHECK(json.find(R"("keys":{"subject":"equal","metric":"equal","period":"unstated","unit":"equal",)"
                  R"("currency":"equal","scope":"unstated","modality":"equal"},)"
                  R"("distance":{"absolute":"494424000","ratio":"89.67"},"severity":"high",)"
                  R"("lineages":{"a":1,"b":1},"rule":"audit.disjoint","decision":null,)"
                  R"("reasons":[{"code":"one_thing","strength":"13","words":"0"}]})") != std::string::npos);
}

TEST_CASE("verdicts are read back from their names", "[audit]") {
  for (int i = 0; i <= static_cast<int>(Verdict::not_comparable); ++i) {
    const auto verdict = static_cast<Verdict>(i);
    CHECK(parse_verdict(to_string(verdict)) == verdict);
  }
  CHECK(parse_verdict("unit-slip") == Verdict::unit_slip);
  CHECK(parse_verdict("part_exceeds_whole") == Verdict::part_exceeds_whole);
  CHECK_FALSE(parse_verdict("wrong").has_value());
}
