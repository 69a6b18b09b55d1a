// SPDX-License-Identifier: Apache-2.0
#include "extractor/claim/decimal.h"

#include <algorithm>

namespace socai {
namespace {

constexpr int kMaxScale = 30;
constexpr int kMaxPower = 38;

__extension__ using Int = __int128;

bool multiply(Int a, Int b, Int* product) { return !__builtin_mul_overflow(a, b, product); }

// 10^n, or nullopt past 128 bits.
std::optional<Int> power_of_ten(int n) {
  if (n < 0 || n > kMaxPower) return std::nullopt;
  Int power = 1;
  for (int i = 0; i < n; ++i) power *= 10;
  return power;
}

// The coefficient of a number with scale `from`, written with the larger scale `to`.
std::optional<Int> rescaled(Int coefficient, int from, int to) {
  if (coefficient == 0) return Int{0};
  const auto power = power_of_ten(to - from);
  Int product = 0;
  if (!power || !multiply(coefficient, *power, &product)) return std::nullopt;
  return product;
}

std::string digits_of(Int magnitude) {
  std::string digits;
  do {
    digits.push_back(static_cast<char>('0' + static_cast<int>(magnitude % 10)));
    magnitude /= 10;
  } while (magnitude != 0);
  std::reverse(digits.begin(), digits.end());
  return digits;
}

}  // namespace

std::optional<Decimal> Decimal::make(Int coefficient, int scale) {
  while (scale > 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    --scale;
  }
  if (scale > kMaxScale) return std::nullopt;
  Decimal result;
  result.coefficient_ = coefficient;
  result.scale_ = coefficient == 0 ? 0 : scale;
  return result;
}

Decimal Decimal::from_int(std::int64_t value) { return *make(value, 0); }

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  Int coefficient = 0;
  int scale = 0;
  bool digit_seen = false;
  bool point_seen = false;
  for (const char c : text) {
    if (c == '.' && !point_seen && digit_seen) {
      point_seen = true;
      digit_seen = false;  // a digit must follow the point
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    if (!multiply(coefficient, 10, &coefficient)) return std::nullopt;
    if (__builtin_add_overflow(coefficient, static_cast<Int>(c - '0'), &coefficient)) return std::nullopt;
    digit_seen = true;
    if (point_seen) ++scale;
  }
  if (!digit_seen) return std::nullopt;
  return make(negative ? -coefficient : coefficient, scale);
}

std::string Decimal::to_string() const {
  const bool negative = coefficient_ < 0;
  // The smallest 128-bit value has no positive twin; make() can never have stored it, since parse() builds magnitudes.
  std::string digits = digits_of(negative ? -coefficient_ : coefficient_);
  const auto scale = static_cast<std::size_t>(scale_);
  if (scale > 0) {
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    digits.insert(digits.size() - scale, 1, '.');
  }
  return negative ? "-" + digits : digits;
}

std::optional<Decimal> Decimal::times_power_of_ten(int exponent) const {
  if (exponent < 0) return make(coefficient_, scale_ - exponent);
  if (exponent <= scale_) return make(coefficient_, scale_ - exponent);
  const auto coefficient = rescaled(coefficient_, scale_, exponent);
  if (!coefficient) return std::nullopt;
  return make(*coefficient, 0);
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
  const int scale = std::max(scale_, other.scale_);
  const auto a = rescaled(coefficient_, scale_, scale);
  const auto b = rescaled(other.coefficient_, other.scale_, scale);
  Int sum = 0;
  if (!a || !b || __builtin_add_overflow(*a, *b, &sum)) return std::nullopt;
  return make(sum, scale);
}

std::optional<Decimal> Decimal::minus(const Decimal& other) const {
  Decimal negated = other;
  negated.coefficient_ = -negated.coefficient_;
  return plus(negated);
}

std::optional<Decimal> Decimal::times(const Decimal& other) const {
  Int product = 0;
  if (!multiply(coefficient_, other.coefficient_, &product)) return std::nullopt;
  return make(product, scale_ + other.scale_);
}

std::optional<Decimal> Decimal::ratio_to(const Decimal& other, int digits) const {
  if (other.is_zero()) return std::nullopt;
  const int scale = std::max(scale_, other.scale_);
  const auto a = rescaled(coefficient_, scale_, scale);
  const auto b = rescaled(other.coefficient_, other.scale_, scale);
  if (!a || !b) return std::nullopt;
  // Whole part first, then digit by digit: the numerator never grows by more than one digit.
  Int quotient = *a / *b;
  Int remainder = *a % *b;
  for (int i = 0; i < digits; ++i) {
    if (!multiply(quotient, 10, &quotient) || !multiply(remainder, 10, &remainder)) return std::nullopt;
    quotient += remainder / *b;
    remainder %= *b;
  }
  return make(quotient, digits);
}

int Decimal::trailing_exponent() const {
  if (coefficient_ == 0) return 0;
  int exponent = -scale_;
  for (Int rest = coefficient_; rest % 10 == 0; rest /= 10) ++exponent;
  return exponent;
}

int Decimal::leading_exponent() const {
  if (coefficient_ == 0) return 0;
  int exponent = -scale_ - 1;
  for (Int rest = coefficient_; rest != 0; rest /= 10) ++exponent;
  return exponent;
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  if (scale_ == other.scale_) return coefficient_ <=> other.coefficient_;
  const int scale = std::max(scale_, other.scale_);
  const auto a = rescaled(coefficient_, scale_, scale);
  const auto b = rescaled(other.coefficient_, other.scale_, scale);
  if (a && b) return *a <=> *b;
  // Only the number with the smaller scale can overflow when rescaled; it is then the larger in magnitude.
  if (!a) return coefficient_ > 0 ? std::strong_ordering::greater : std::strong_ordering::less;
  return other.coefficient_ > 0 ? std::strong_ordering::less : std::strong_ordering::greater;
}

}  // namespace socai
