// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/rates.h"

#include <algorithm>

#include "extractor/claim/error.h"
#include "ledger/times.h"

namespace socai {
namespace {

constexpr int kDecimals = 6;  // of a division by a rate

std::vector<std::string> fields_of(std::string_view line) {
  line = line.substr(0, line.find('#'));
  constexpr std::string_view kSeparators = " \t,;\r";
  std::vector<std::string> fields;
  for (std::size_t at = line.find_first_not_of(kSeparators); at != std::string_view::npos;) {
    const auto end = std::min(line.find_first_of(kSeparators, at), line.size());
    fields.emplace_back(line.substr(at, end - at));
    at = line.find_first_not_of(kSeparators, end);
  }
  return fields;
}

bool is_currency(const std::string& code) {
  return code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<Decimal> times_percent(const Decimal& value, int percent) {
  const auto product = value.times(Decimal::from_int(percent));
  return product ? product->times_power_of_ten(-2) : std::nullopt;
}

}  // namespace

Rates Rates::parse(std::string_view text, const std::string& file) {
  Rates rates;
  std::size_t number = 0;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find('\n', start), text.size());
    const auto fields = fields_of(text.substr(start, end - start));
    start = end + 1;
    ++number;
    if (fields.empty()) continue;
    const auto value = fields.size() == 4 ? Decimal::parse(fields[3]) : std::nullopt;
    const bool good = value && !value->is_zero() && !value->is_negative() && leading_day(fields[0]) &&
                      is_currency(fields[1]) && is_currency(fields[2]) && fields[1] != fields[2];
    if (!good) {
      throw Error(ExitCode::invalid_data, file + ":" + std::to_string(number), "no rate",
                  "A rate is a day, two currencies and a number: 2024-03-01 USD VND 24650");
    }
    rates.rates_.push_back({fields[0], fields[1], fields[2], *value});
  }
  std::stable_sort(rates.rates_.begin(), rates.rates_.end(),
                   [](const Rate& a, const Rate& b) { return a.date < b.date; });
  return rates;
}

const Rate* Rates::find(const std::string& a, const std::string& b, std::optional<std::int64_t> day) const {
  const Rate* found = nullptr;
  for (const auto& rate : rates_) {
    if (day && day_number(*leading_day(rate.date)) > *day) break;
    if ((rate.from == a && rate.to == b) || (rate.from == b && rate.to == a)) found = &rate;
  }
  return found;
}

std::optional<Amount> convert(const Amount& amount, const Rate& rate, int tolerance) {
  const bool forward = amount.currency == rate.from;
  const auto converted = [&](const Decimal& value, int percent) -> std::optional<Decimal> {
    const auto other = forward ? value.times(rate.value) : value.ratio_to(rate.value, kDecimals);
    return other ? times_percent(*other, percent) : std::nullopt;
  };
  Amount result = amount;
  result.value.reset();
  result.relation = Relation::range;
  result.currency = forward ? rate.to : rate.from;
  if (amount.min) result.min = converted(*amount.min, 100 - tolerance);
  if (amount.max) result.max = converted(*amount.max, 100 + tolerance);
  if (amount.min.has_value() != result.min.has_value() || amount.max.has_value() != result.max.has_value()) return {};
  return result;
}

}  // namespace socai
