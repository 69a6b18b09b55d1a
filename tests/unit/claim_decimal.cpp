// SPDX-License-Identifier: Apache-2.0
// Exact decimals, against arithmetic on digit strings and on 64-bit integers.
#include <random>
#include <string>

#include "catch.h"
#include "extractor/claim/decimal.h"

using socai::Decimal;

namespace {

// An independent oracle: the plain decimal string of digits x 10^exponent.
std::string plain(std::string digits, int exponent) {
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  if (exponent >= 0) {
    digits.append(static_cast<std::size_t>(exponent), '0');
  } else {
    const auto decimals = static_cast<std::size_t>(-exponent);
    if (digits.size() <= decimals) digits.insert(0, decimals - digits.size() + 1, '0');
    digits.insert(digits.size() - decimals, ".");
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
  }
  const auto first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  digits.erase(0, digits[first] == '.' ? first - 1 : first);
  return negative && digits != "0" ? '-' + digits : digits;
}

}  // namespace

TEST_CASE("a decimal is read only in its plain form", "[decimal]") {
  for (const char* text :
       {"0", "7", "-3", "5576000", "0.5", "1.60", "-12.5", "00012", "99999999999999999999999999999999999999"}) {
    CAPTURE(text);
    CHECK(Decimal::parse(text));
  }
  for (const char* text : {"", "-", "+1", ".5", "5.", "1,5", "1e6", " 1", "1 ", "1.2.3", "--1", "0x1", "９"}) {
    CAPTURE(text);
    CHECK_FALSE(Decimal::parse(text));
  }
}

TEST_CASE("a decimal is written in its shortest form", "[decimal]") {
  struct Row {
    const char* given;
    const char* written;
  };
  for (const auto& [given, written] : {Row{"1.60", "1.6"}, Row{"007", "7"}, Row{"-0", "0"}, Row{"0.000", "0"},
                                       Row{"-0.50", "-0.5"}, Row{"1600000000.000", "1600000000"}}) {
    CAPTURE(given);
    CHECK(Decimal::parse(given)->to_string() == written);
  }
}

TEST_CASE("random digits at random powers of ten are written as the oracle writes them", "[decimal]") {
  std::mt19937_64 random(11);
  for (int i = 0; i < 20000; ++i) {
    std::string digits = std::to_string(static_cast<std::int64_t>(random()) >> (random() % 60));
    const int exponent = static_cast<int>(random() % 37) - 18;
    CAPTURE(digits, exponent);
    const auto value = Decimal::parse(digits)->times_power_of_ten(exponent);
    REQUIRE(value);
    REQUIRE(value->to_string() == plain(digits, exponent));
    REQUIRE(Decimal::parse(value->to_string()) == value);
  }
}

TEST_CASE("sums, differences and products are those of integers", "[decimal]") {
  std::mt19937_64 random(12);
  for (int i = 0; i < 20000; ++i) {
    const auto a = static_cast<std::int64_t>(random()) >> 34;
    const auto b = static_cast<std::int64_t>(random()) >> 34;
    const Decimal x = *Decimal::from_int(a).times_power_of_ten(-3);
    const Decimal y = *Decimal::from_int(b).times_power_of_ten(-3);
    CAPTURE(a, b);
    REQUIRE(x.plus(y) == Decimal::from_int(a + b).times_power_of_ten(-3));
    REQUIRE(x.minus(y) == Decimal::from_int(a - b).times_power_of_ten(-3));
    REQUIRE(x.times(y) == Decimal::from_int(a * b).times_power_of_ten(-6));
    REQUIRE((x < y) == (a < b));
    REQUIRE((x == y) == (a == b));
  }
}

TEST_CASE("order holds across scales", "[decimal]") {
  const char* sorted[] = {"-5000000000000000000000",
                          "-1.5",
                          "-1.49",
                          "0",
                          "0.000000000001",
                          "0.5",
                          "1",
                          "34000000000000",
                          "34180000000000",
                          "99999999999999999999999999999999999999"};
  for (std::size_t a = 0; a < std::size(sorted); ++a) {
    for (std::size_t b = 0; b < std::size(sorted); ++b) {
      CAPTURE(sorted[a], sorted[b]);
      CHECK((*Decimal::parse(sorted[a]) < *Decimal::parse(sorted[b])) == (a < b));
    }
  }
}

TEST_CASE("what does not fit is absent, never rounded", "[decimal]") {
  const Decimal large = *Decimal::parse("99999999999999999999999999999999999999");
  CHECK_FALSE(Decimal::parse("999999999999999999999999999999999999999999"));
  CHECK_FALSE(large.times_power_of_ten(2));
  CHECK_FALSE(large.times(large));
  CHECK_FALSE(large.plus(large));
  CHECK(large.times_power_of_ten(-5)->times_power_of_ten(5) == large);
}

TEST_CASE("the first and last digit tell a figure's precision", "[decimal]") {
  struct Row {
    const char* number;
    int trailing;
    int leading;
  };
  for (const auto& [number, trailing, leading] : {Row{"34180", 1, 4}, Row{"34000", 3, 4}, Row{"0.25", -2, -1},
                                                  Row{"0", 0, 0}, Row{"5576000", 3, 6}, Row{"-10", 1, 1}}) {
    CAPTURE(number);
    CHECK(Decimal::parse(number)->trailing_exponent() == trailing);
    CHECK(Decimal::parse(number)->leading_exponent() == leading);
  }
}

TEST_CASE("a ratio is cut behind the digits asked for", "[decimal]") {
  CHECK(Decimal::from_int(500).ratio_to(*Decimal::parse("5.576"), 2)->to_string() == "89.67");
}
