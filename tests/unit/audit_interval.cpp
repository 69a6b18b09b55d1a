// SPDX-License-Identifier: Apache-2.0
// Figures as intervals: what relates two of them.
#include "ledger/audit/interval.h"

#include <random>

#include "catch.h"

using namespace socai;

namespace {

Amount amount(Relation relation, const char* low, const char* high = nullptr) {
  Amount made;
  made.relation = relation;
  made.currency = "VND";
  const auto value = Decimal::parse(low);
  switch (relation) {
    case Relation::range:
    case Relation::vague:
      made.min = value;
      made.max = Decimal::parse(high);
      return made;
    case Relation::at_least:
    case Relation::more_than: made.min = value; break;
    case Relation::at_most:
    case Relation::less_than:
    case Relation::up_to:
    case Relation::nearly: made.max = value; break;
    default: made.min = made.max = value;
  }
  made.value = value;
  return made;
}

constexpr auto kExact = Relation::exact;

}  // namespace

TEST_CASE("two figures relate as a reader of XBRL, and of Vietnamese news, would say", "[audit]") {
  struct Row {
    const char* what;
    Amount a;
    Amount b;
    FigureRelation relation;
  };
  const Row rows[] = {
      {"equal", amount(kExact, "891"), amount(kExact, "891.0"), FigureRelation::same},
      {"khoảng X beside X", amount(Relation::approx, "891"), amount(kExact, "891"), FigureRelation::same},
      {"6 and 5,576", amount(kExact, "6000000"), amount(kExact, "5576000"), FigureRelation::refines},
      {"34 nghìn tỷ and 34.180 tỷ", amount(kExact, "34000"), amount(kExact, "34180"), FigureRelation::refines},
      {"1.048,8 and 1.049", amount(kExact, "1048.8"), amount(kExact, "1049"), FigureRelation::refines},
      {"900 and 891", amount(kExact, "900"), amount(kExact, "891"), FigureRelation::refines},
      {"16,5 and 16,6", amount(kExact, "16.5"), amount(kExact, "16.6"), FigureRelation::disjoint},
      {"13.750 and 13.740", amount(kExact, "13750"), amount(kExact, "13740"), FigureRelation::disjoint},
      {"6 and 7", amount(kExact, "6"), amount(kExact, "7"), FigureRelation::disjoint},
      {"1.000 is not 1.400 rounded", amount(kExact, "1000"), amount(kExact, "1400"), FigureRelation::disjoint},
      {"khoảng 500 and 560", amount(Relation::approx, "500"), amount(kExact, "560"), FigureRelation::compatible},
      {"gần 900 and 891", amount(Relation::nearly, "900"), amount(kExact, "891"), FigureRelation::compatible},
      {"gần 800 and 891", amount(Relation::nearly, "800"), amount(kExact, "891"), FigureRelation::disjoint},
      {"gần 900 and 200", amount(Relation::nearly, "900"), amount(kExact, "200"), FigureRelation::strained},
      {"hơn 500 and 550", amount(Relation::more_than, "500"), amount(kExact, "550"), FigureRelation::compatible},
      {"hơn 500 and 5.000", amount(Relation::more_than, "500"), amount(kExact, "5000"), FigureRelation::strained},
      {"ít nhất 500 and 5.000", amount(Relation::at_least, "500"), amount(kExact, "5000"), FigureRelation::compatible},
      {"ít nhất 500 and 6", amount(Relation::at_least, "500"), amount(kExact, "6"), FigureRelation::disjoint},
      {"ít nhất 500 twice", amount(Relation::at_least, "500"), amount(Relation::at_least, "500"), FigureRelation::same},
      {"lên tới 1.600 and 5", amount(Relation::up_to, "1600"), amount(kExact, "5"), FigureRelation::strained},
      {"lên tới 1.600 and 1.000", amount(Relation::up_to, "1600"), amount(kExact, "1000"), FigureRelation::compatible},
      {"tối đa 100 and 6", amount(Relation::at_most, "100"), amount(kExact, "6"), FigureRelation::compatible},
      {"2 đến 3 and 2,5", amount(Relation::range, "2", "3"), amount(kExact, "2.5"), FigureRelation::compatible},
      {"2 đến 3 twice", amount(Relation::range, "2", "3"), amount(Relation::range, "2", "3"), FigureRelation::same},
      {"2 đến 3 and 4 đến 5", amount(Relation::range, "2", "3"), amount(Relation::range, "4", "5"),
       FigureRelation::disjoint},
      {"hàng chục and 55", amount(Relation::vague, "10", "100"), amount(kExact, "55"), FigureRelation::compatible},
      {"hàng chục and 5", amount(Relation::vague, "10", "100"), amount(kExact, "5"), FigureRelation::disjoint},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    CHECK(relate(figure_of(row.a), figure_of(row.b)) == row.relation);
    CHECK(relate(figure_of(row.b), figure_of(row.a)) == row.relation);
  }
}

TEST_CASE("relations are symmetric, reflexive, and do not depend on the scale", "[audit]") {
  std::mt19937_64 random(12);
  const Relation relations[] = {kExact,
                                Relation::approx,
                                Relation::nearly,
                                Relation::at_least,
                                Relation::more_than,
                                Relation::at_most,
                                Relation::less_than,
                                Relation::up_to};
  const auto any = [&] {
    const auto digits = std::to_string(1 + random() % 9999) + std::string(random() % 3, '0');
    return amount(relations[random() % std::size(relations)], digits.c_str());
  };
  const auto scaled = [](Amount a) {
    for (auto* bound : {&a.value, &a.min, &a.max}) {
      if (*bound) *bound = (*bound)->times_power_of_ten(9);
    }
    return a;
  };
  for (int i = 0; i < 3000; ++i) {
    const auto a = any();
    const auto b = any();
    const auto relation = relate(figure_of(a), figure_of(b));
    REQUIRE(relate(figure_of(b), figure_of(a)) == relation);
    REQUIRE(relate(figure_of(a), figure_of(a)) == FigureRelation::same);
    REQUIRE(relate(figure_of(scaled(a)), figure_of(scaled(b))) == relation);
    const auto distance = distance_of(a, b);
    REQUIRE(distance == distance_of(b, a));
    if (distance) REQUIRE(relation != FigureRelation::same);
    if (relation == FigureRelation::disjoint) REQUIRE(distance.has_value());
  }
}

TEST_CASE("overlap is not transitive", "[audit]") {
  const auto a = figure_of(amount(kExact, "1"));
  const auto b = figure_of(amount(kExact, "1.05"));
  const auto c = figure_of(amount(kExact, "1.1"));
  CHECK(relate(a, b) == FigureRelation::refines);
  CHECK(relate(b, c) == FigureRelation::refines);
  CHECK(relate(figure_of(amount(kExact, "1.04")), c) == FigureRelation::disjoint);
}

TEST_CASE("the distance is that of the written bounds", "[audit]") {
  const auto distance = distance_of(amount(Relation::at_least, "500000000"), amount(kExact, "5576000"));
  REQUIRE(distance.has_value());
  CHECK(distance->absolute.to_string() == "494424000");
  CHECK(distance->ratio->to_string() == "89.67");
  CHECK_FALSE(distance_of(amount(Relation::at_least, "5"), amount(kExact, "6")).has_value());
  CHECK_FALSE(distance_of(amount(kExact, "0"), amount(kExact, "6"))->ratio.has_value());
}

TEST_CASE("figures a power of ten apart", "[audit]") {
  const auto apart = [](const char* a, const char* b) {
    return power_of_ten_apart(figure_of(amount(kExact, a)), figure_of(amount(kExact, b)));
  };
  CHECK(apart("103.3", "103300") == 3);
  CHECK(apart("103300", "103.3") == 3);
  CHECK(apart("85000000", "85") == 6);
  CHECK(apart("5", "5000") == 3);  // though one digit is alike by chance: the verdict asks for more
  CHECK_FALSE(apart("12", "12").has_value());
  CHECK_FALSE(apart("12", "1300").has_value());
}
