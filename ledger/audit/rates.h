// SPDX-License-Identifier: Apache-2.0
// Exchange rates that a user gives: the audit knows none of its own. A text file, one rate a line; what follows # is
// a remark:
//
//   2024-03-01  USD  VND  24650     # one dollar is 24650 dong from that day on
//
// Separators are spaces, tabs, commas or semicolons.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/claim/claim.h"
#include "extractor/claim/decimal.h"

namespace socai {

struct Rate {
  std::string date;  // "2024-03-01"
  std::string from;  // ISO 4217
  std::string to;
  Decimal value;  // so many of `to` for one of `from`

  bool operator==(const Rate&) const = default;
};

class Rates {
 public:
  // Throws Error(invalid_data) that names the line.
  static Rates parse(std::string_view text, const std::string& file);

  bool empty() const { return rates_.empty(); }

  // The newest rate between the two, whichever way round, that is not later than the day (days since 1970); the newest
  // of all where no day is told. Nothing where there is none.
  const Rate* find(const std::string& a, const std::string& b, std::optional<std::int64_t> day) const;

 private:
  std::vector<Rate> rates_;  // by date
};

// The amount in the rate's other currency, as a range that is wider by `tolerance` percent on either side; nothing
// where it does not fit. A rate of the day is not the rate that the writer used.
std::optional<Amount> convert(const Amount& amount, const Rate& rate, int tolerance);

}  // namespace socai
