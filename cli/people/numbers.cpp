// SPDX-License-Identifier: Apache-2.0
#include "cli/people/numbers.h"

#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/stringpiece.h>

#include <array>
#include <utility>

namespace socai::cli {
namespace {

struct Scale {
  int exponent;
  Text word;  // empty: the language has no use for this scale
};

constexpr std::array<Scale, 4> kScales = {{
    {15, {"quadrillion", "triệu tỷ"}},
    {12, {"trillion", ""}},  // Vietnamese counts on in tỷ: 34.180 tỷ
    {9, {"billion", "tỷ"}},
    {6, {"million", "triệu"}},
}};

constexpr int kMostDecimals = 3;

constexpr std::array<std::pair<std::string_view, const char*>, 8> kVietnameseCurrencies = {{
    {"VND", "đồng"},
    {"EUR", "euro"},
    {"CNY", "nhân dân tệ"},
    {"JPY", "yên"},
    {"KRW", "won"},
    {"GBP", "bảng Anh"},
    {"THB", "baht"},
    {"INR", "rupee"},
}};

// The word or sign before a figure.
Text sign_of(Relation relation) {
  switch (relation) {
    case Relation::approx: return {"≈ ", "≈ "};
    case Relation::nearly: return {"nearly ", "gần "};
    case Relation::at_least: return {"≥ ", "≥ "};
    case Relation::more_than: return {"> ", "> "};
    case Relation::at_most: return {"≤ ", "≤ "};
    case Relation::less_than: return {"< ", "< "};
    case Relation::up_to: return {"up to ", "tới "};
    case Relation::exact:
    case Relation::range:
    case Relation::vague: break;
  }
  return {"", ""};
}

}  // namespace

struct Numbers::Formatter {
  icu::number::LocalizedNumberFormatter numbers;
};

struct Numbers::Scaled {
  std::string digits;
  std::string word;  // "tỷ"; empty: whole units
};

Numbers::Numbers(Lang lang) : lang_(lang) {
  const icu::Locale locale(lang == Lang::vi ? "vi_VN" : "en_US");
  formatter_ = std::make_unique<Formatter>(Formatter{icu::number::NumberFormatter::withLocale(locale)
                                                         .grouping(UNUM_GROUPING_ON_ALIGNED)
                                                         .precision(icu::number::Precision::unlimited())});
}

Numbers::~Numbers() = default;
Numbers::Numbers(Numbers&&) noexcept = default;

std::string Numbers::plain(const Decimal& value) const {
  const std::string exact = value.to_string();
  UErrorCode status = U_ZERO_ERROR;
  std::string text;
  const auto formatted =
      formatter_->numbers.formatDecimal(icu::StringPiece(exact.data(), static_cast<int>(exact.size())), status);
  formatted.toString(status).toUTF8String(text);
  return U_SUCCESS(status) ? text : exact;
}

std::string Numbers::count(std::size_t value) const {
  return plain(Decimal::from_int(static_cast<std::int64_t>(value)));
}

Numbers::Scaled Numbers::scaled(const Decimal& value) const {
  for (const Scale& scale : kScales) {
    const char* word = pick(lang_, scale.word);
    if (*word == '\0' || value.is_zero() || value.leading_exponent() < scale.exponent) continue;
    if (value.trailing_exponent() < scale.exponent - kMostDecimals) continue;
    if (const auto shifted = value.times_power_of_ten(-scale.exponent)) return {plain(*shifted), word};
  }
  return {plain(value), ""};
}

std::string Numbers::currency_word(std::string_view code) const {
  if (lang_ == Lang::vi) {
    for (const auto& [known, word] : kVietnameseCurrencies) {
      if (known == code) return word;
    }
  }
  return std::string(code);
}

std::string Numbers::joined(const Scaled& scaled, std::string_view currency) const {
  std::string text = scaled.digits;
  if (!scaled.word.empty()) text += " " + scaled.word;
  if (!currency.empty()) text += " " + currency_word(currency);
  return text;
}

std::string Numbers::figure(const Decimal& value, std::string_view currency) const {
  return joined(scaled(value), currency);
}

// "từ 2 đến 3 tỷ đồng"; a vague amount ends below its upper bound.
std::string Numbers::between(const Amount& amount) const {
  const Scaled low = scaled(*amount.min);
  const Scaled high = scaled(*amount.max);
  const std::string from = low.word == high.word ? low.digits : joined(low, "");
  const bool open = amount.relation == Relation::vague;
  const Text pattern = open ? Text{"{0} to under {1}", "từ {0} đến dưới {1}"} : Text{"{0} to {1}", "từ {0} đến {1}"};
  return fill(pick(lang_, pattern), {from, joined(high, amount.currency)});
}

std::string Numbers::amount(const Amount& amount) const {
  std::string text;
  if (amount.value) {
    text = pick(lang_, sign_of(amount.relation)) + figure(*amount.value, amount.currency);
  } else if (amount.min && amount.max) {
    text = between(amount);
  } else if (amount.min) {
    text = "≥ " + figure(*amount.min, amount.currency);
  } else if (amount.max) {
    text = "≤ " + figure(*amount.max, amount.currency);
  } else {
    text = "?";
  }
  if (amount.per) text += "/" + *amount.per;
  return text;
}

std::string Numbers::interval(const Amount& amount) {
  const bool open_low = !amount.min || amount.relation == Relation::more_than;
  const bool open_high = !amount.max || amount.relation == Relation::less_than || amount.relation == Relation::nearly ||
                         amount.relation == Relation::vague;
  return (open_low ? "(" : "[") + (amount.min ? amount.min->to_string() : "-∞") + ", " +
         (amount.max ? amount.max->to_string() : "∞") + (open_high ? ")" : "]");
}

}  // namespace socai::cli
