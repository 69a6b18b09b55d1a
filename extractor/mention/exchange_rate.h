// SPDX-License-Identifier: Apache-2.0
// Exchange rates: an amount of one currency per unit of another.
#pragma once

#include <optional>

#include "extractor/mention/money.h"

namespace socai {

class ExchangeRates {
 public:
  explicit ExchangeRates(const MoneyReader& reader) : reader_(reader), words_(reader.words()), doc_(reader.doc()) {}

  // "1 USD = 25.400 đồng", of which `one` is the first amount: what the second is per, and where it begins. `end`: the
  // end of both; `states_rate` is false where they state none that can be read ("1 USD = 100 xu", "= 6,882 tệ").
  struct Equation {
    TokenRange base;
    std::uint32_t rate = 0;
    std::uint32_t end = 0;
    bool states_rate = true;
  };
  std::optional<Equation> opened_by(const Money& one) const;

  // "212 đồng đổi 1 yên", "25.400 đồng/1 USD": the one unit behind the amount that it is per.
  struct Base {
    TokenRange currency;
    std::uint32_t end = 0;
  };
  std::optional<Base> base_behind(const Money& money) const;

  // "6,882": a foreign rate may have three decimals, so that a comma before three digits has two readings.
  bool has_two_readings(const Money& money) const;

  // "tỷ giá … ở mức 23,076": a number without a currency that is the implied one's. Its `per` is empty where the
  // sentence names no other currency.
  std::optional<FoundMoney> read_bare(const Money& number) const;

 private:
  bool is_one(const Money& money) const;
  bool behind_rate_noun(std::uint32_t at, std::uint32_t* noun) const;
  std::optional<TokenRange> foreign_currency(TokenRange tokens) const;

  const MoneyReader& reader_;
  const AmountWords& words_;
  const Document& doc_;
};

}  // namespace socai
