// SPDX-License-Identifier: Apache-2.0
// Amounts as people write them, always exact: no figure passes through binary floating point, none is rounded.
//
//   vi: "1,6 tỷ USD"  "từ 2 đến 3 tỷ đồng"  "≥ 500 triệu USD"  "200.000 đồng/kg"  "gần 34.180 tỷ đồng"
//   en: "1.6 billion USD"  "2 to 3 billion VND"  "≥ 500 million USD"
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "cli/people/text.h"
#include "extractor/claim/claim.h"

namespace socai::cli {

class Numbers {
 public:
  explicit Numbers(Lang lang);
  ~Numbers();
  Numbers(Numbers&&) noexcept;

  // A plain number in full: "1.234.567,5".
  std::string plain(const Decimal& value) const;
  std::string count(std::size_t value) const;

  // One figure with scale and currency: "1,6 tỷ USD". The largest scale that needs no more than three decimals.
  std::string figure(const Decimal& value, std::string_view currency) const;

  // The amount with its hedge and what it is per.
  std::string amount(const Amount& amount) const;

  // The bounds that the text commits to, in digits: "[500000000, ∞)", "[10000000, 100000000)". Not translated.
  static std::string interval(const Amount& amount);

 private:
  struct Formatter;
  struct Scaled;
  Scaled scaled(const Decimal& value) const;
  std::string currency_word(std::string_view code) const;
  std::string joined(const Scaled& scaled, std::string_view currency) const;
  std::string between(const Amount& amount) const;

  Lang lang_;
  std::unique_ptr<Formatter> formatter_;
};

}  // namespace socai::cli
