// SPDX-License-Identifier: Apache-2.0
// The audit of the corpus' events is the same bytes whatever the order, repeats and threads, and its figures keep the
// laws of intervals.
#include <algorithm>
#include <random>
#include <thread>

#include "catch.h"
#include "cli/score/event_claims.h"
#include "extractor/extractor.h"
#include "ledger/audit/audit.h"
#include "ledger/audit/finding_json.h"
#include "ledger/audit/interval.h"
#include "tests/unit/audit_fixtures.h"
#include "tests/unit/extractor_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

const std::vector<RecordedClaim>& corpus_claims() {
  static const auto kClaims = [] {
    const Rules rules = Rules::built_in();
    Extractor extractor(rules);
    std::vector<RecordedClaim> claims;
    for (const auto& article : corpus_articles()) {
      if (article.id.rfind("event-", 0) != 0) continue;  // corpus/gold holds two states of one page, a ledger one
      for (auto& row : cli::record_claims(article, extractor.extract(article))) claims.push_back(std::move(row));
    }
    return claims;
  }();
  return kClaims;
}

std::string audited(const std::vector<RecordedClaim>& claims) {
  AuditOptions options;
  options.all = true;
  std::string all;
  for (const auto& finding : audit(claims, options)) all += finding_to_json(finding) + "\n";
  return all;
}

Amount random_amount(std::mt19937_64* random) {
  const auto pick = [&](std::uint64_t below) { return static_cast<std::int64_t>((*random)() % below); };
  Amount amount;
  amount.currency = "VND";
  amount.relation = static_cast<Relation>(pick(10));
  const auto value = Decimal::from_int(1 + pick(40)).times_power_of_ten(static_cast<int>(pick(3)));
  const bool plain = amount.relation != Relation::range && amount.relation != Relation::vague;
  if (plain) amount.value = value;
  const auto relation = amount.relation;
  const bool below = relation == Relation::nearly || relation == Relation::at_most || relation == Relation::less_than ||
                     relation == Relation::up_to;
  const bool above = relation == Relation::at_least || relation == Relation::more_than;
  if (!below) amount.min = value;
  if (!above) amount.max = plain ? value : value->plus(Decimal::from_int(1 + pick(500)));
  return amount;
}

}  // namespace

TEST_CASE("the audit of the corpus does not depend on order, batches or repeats", "[audit]") {
  const auto& claims = corpus_claims();
  const auto expected = audited(claims);
  REQUIRE(std::count(expected.begin(), expected.end(), '\n') > 50);
  std::mt19937_64 random(11);
  for (int round = 0; round < 5; ++round) {
    auto shuffled = claims;
    for (int i = 0; i < 10; ++i) shuffled.push_back(claims[random() % claims.size()]);
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    REQUIRE(audited(shuffled) == expected);
  }
}

TEST_CASE("two threads audit alike", "[audit]") {
  const auto expected = audited(corpus_claims());
  std::string one;
  std::string two;
  std::thread first([&] { one = audited(corpus_claims()); });
  std::thread second([&] { two = audited(corpus_claims()); });
  first.join();
  second.join();
  CHECK(one == expected);
  CHECK(two == expected);
}

TEST_CASE("an event's findings stay the same whatever else the ledger holds", "[audit]") {
  const auto& claims = corpus_claims();
  std::vector<RecordedClaim> one;
  std::copy_if(claims.begin(), claims.end(), std::back_inserter(one),
               [](const RecordedClaim& row) { return row.article.id.rfind("event-17-", 0) == 0; });
  REQUIRE_FALSE(one.empty());
  std::istringstream lines(audited(one));
  const auto all = audited(claims);
  for (std::string line; std::getline(lines, line);) CHECK(all.find(line) != std::string::npos);
}

TEST_CASE("figures relate alike both ways, and to themselves as the same", "[audit]") {
  std::mt19937_64 random(3);
  for (int i = 0; i < 20000; ++i) {
    const auto x = figure_of(random_amount(&random));
    const auto y = figure_of(random_amount(&random));
    REQUIRE(relate(x, y) == relate(y, x));
    REQUIRE(relate(x, x) == FigureRelation::same);
    REQUIRE(state_one_figure(x, y) == state_one_figure(y, x));
    REQUIRE(are_near(x, y) == are_near(y, x));
    REQUIRE(power_of_ten_apart(x, y) == power_of_ten_apart(y, x));
    REQUIRE(overlap(x.committed, y.committed) == overlap(y.committed, x.committed));
    REQUIRE(overlap(x.committed, x.committed));
    // What a reader takes from a figure reaches into what it commits to.
    REQUIRE(overlap(x.reading, x.committed));
    // What agrees is not apart, and what is apart does not overlap as written but by rounding.
    const bool agrees = relate(x, y) == FigureRelation::same || relate(x, y) == FigureRelation::refines;
    if (agrees) REQUIRE(state_one_figure(x, y));
    if (!overlap(x.committed, y.committed)) REQUIRE(relate(x, y) != FigureRelation::refines);
  }
}

TEST_CASE("a figure scaled by a power of ten relates as before", "[audit]") {
  std::mt19937_64 random(4);
  for (int i = 0; i < 5000; ++i) {
    const auto a = random_amount(&random);
    const auto b = random_amount(&random);
    const auto scaled = [](Amount amount) {
      for (auto* bound : {&amount.value, &amount.min, &amount.max}) {
        if (*bound) *bound = (*bound)->times_power_of_ten(3);
      }
      return amount;
    };
    REQUIRE(relate(figure_of(a), figure_of(b)) == relate(figure_of(scaled(a)), figure_of(scaled(b))));
    const auto distance = distance_of(a, b);
    const auto larger = distance_of(scaled(a), scaled(b));
    REQUIRE(distance.has_value() == larger.has_value());
    if (distance) REQUIRE(distance->ratio == larger->ratio);
  }
}
