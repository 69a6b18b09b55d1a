// SPDX-License-Identifier: Apache-2.0
// What the ranking of candidates counts on.
#include <string>
#include <vector>

#include "catch.h"
#include "extractor/attribute/between.h"
#include "extractor/rank/linear.h"
#include "tests/unit/extractor_fixtures.h"

using namespace socai;
using socai::testing::built_in_rules;
using socai::testing::Prepared;

TEST_CASE("amounts and marks between two places are those that lie wholly there", "[ranking]") {
  const Prepared prepared(std::string("Lãi 5 tỷ đồng, lỗ 3 triệu USD (năm ngoái: 2 tỷ đồng); thu 700 triệu đồng."));
  std::vector<AmountMention> amounts;
  AmountFinder(built_in_rules().tables()).find(prepared.doc, prepared.marks, &amounts);
  REQUIRE(amounts.size() == 4);
  Between between;
  between.count(prepared.doc, AttributionWords(built_in_rules().tables()), amounts);
  const auto size = static_cast<std::uint32_t>(prepared.doc.tokens.size());
  for (std::uint32_t from = 0; from <= size; ++from) {
    for (std::uint32_t to = 0; to <= size; ++to) {
      std::uint32_t within = 0;
      std::uint32_t marks = 0;
      for (const auto& amount : amounts) within += amount.tokens.begin >= from && amount.tokens.end <= to ? 1 : 0;
      for (std::uint32_t at = from; at < to; ++at) marks += prepared.doc.tokens[at].kind == TokenKind::mark ? 1 : 0;
      REQUIRE(between.amounts(from, to) == within);
      REQUIRE(between.marks(from, to) == marks);
    }
  }
}

TEST_CASE("the best candidate is the first of the highest, with its lead over the second", "[ranking]") {
  struct Scored {
    double score;
  };
  struct Row {
    std::vector<Scored> list;
    std::size_t index;
    double margin;
  };
  const Row rows[] = {
      {{{1}, {3}, {2}}, 1, 1},
      {{{3}, {3}}, 0, 0},
      {{{-5}, {-7}, {-6}}, 0, 1},
      {{{0}, {1}, {4}, {9}}, 3, 5},
  };
  for (const Row& row : rows) {
    const Best best = best_of(row.list);
    CHECK(best.index == row.index);
    CHECK(best.margin == row.margin);
  }
  CHECK(best_of(std::vector<Scored>{{2}}).index == 0);
  CHECK(best_of(std::vector<Scored>{{2}}).margin > 1e6);
}

TEST_CASE("buckets are closed above", "[ranking]") {
  constexpr std::uint32_t kBounds[] = {0, 2, 5};
  const std::vector<unsigned> expected = {0, 1, 1, 2, 2, 2, 3, 3};
  for (std::uint32_t value = 0; value < expected.size(); ++value) CHECK(bucket_of(value, kBounds) == expected[value]);
}
