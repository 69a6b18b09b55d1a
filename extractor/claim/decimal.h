// SPDX-License-Identifier: Apache-2.0
// Exact decimal numbers for amounts of money.
//
// A Decimal is coefficient x 10^-scale with a 128-bit coefficient, always normalized: no trailing zeros behind the
// point, one zero. It holds every amount that news writes (up to 38 digits) without rounding. An operation whose exact
// result does not fit gives std::nullopt: a figure is right or it is not there.
//
//   Decimal::parse("5576000")->to_string()            == "5576000"
//   Decimal::parse("1.60")->times_power_of_ten(9)     == 1600000000
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace socai {

class Decimal {
 public:
  Decimal() = default;
  static Decimal from_int(std::int64_t value);

  // Reads "-12.5": an optional sign, digits, optionally a point and digits. Nothing else: no exponent, no separators.
  static std::optional<Decimal> parse(std::string_view text);

  // The shortest plain decimal string: "1600000000", "0.5", "-3". Never an exponent.
  std::string to_string() const;

  // Exact, or nullopt where the result does not fit.
  std::optional<Decimal> times_power_of_ten(int exponent) const;
  std::optional<Decimal> plus(const Decimal& other) const;
  std::optional<Decimal> minus(const Decimal& other) const;
  std::optional<Decimal> times(const Decimal& other) const;

  // this / other, cut (not rounded) behind `digits` decimals: for people to read, never for a decision.
  // nullopt where other is zero or the quotient does not fit.
  std::optional<Decimal> ratio_to(const Decimal& other, int digits) const;

  bool is_zero() const { return coefficient_ == 0; }
  bool is_negative() const { return coefficient_ < 0; }

  // The decimal exponent of the last non-zero digit: 34180 -> 1, 34000 -> 3, 0.25 -> -2; 0 for zero.
  int trailing_exponent() const;
  // The decimal exponent of the first digit: 34180 -> 4, 0.25 -> -1; 0 for zero.
  int leading_exponent() const;

  std::strong_ordering operator<=>(const Decimal& other) const;
  bool operator==(const Decimal& other) const = default;

 private:
  __extension__ using Int = __int128;
  static std::optional<Decimal> make(Int coefficient, int scale);

  Int coefficient_ = 0;
  int scale_ = 0;  // >= 0
};

}  // namespace socai
