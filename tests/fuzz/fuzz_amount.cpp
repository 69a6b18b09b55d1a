// SPDX-License-Identifier: Apache-2.0
// Any bytes as an amount on the command line and in a sentence: no crash, bounds in order, and a figure without a hedge
// is its own bounds.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "extractor/mention/number.h"
#include "extractor/read_amount.h"

using namespace socai;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const Amount& amount) {
  require(amount.value || amount.min || amount.max);
  require(!amount.min || !amount.max || *amount.min <= *amount.max);
  require(!amount.value || !amount.value->is_negative());
  switch (amount.relation) {
    case Relation::exact:
    case Relation::approx: require(amount.value == amount.min && amount.value == amount.max); break;
    case Relation::at_least:
    case Relation::more_than: require(amount.value == amount.min && !amount.max); break;
    case Relation::range:
    case Relation::vague: require(!amount.value && amount.min && amount.max); break;
    default: require(amount.value == amount.max && !amount.min); break;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Rules kRules = Rules::built_in();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto amount = read_amount(text, kRules)) check(*amount);
  std::string digits;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || c == '.' || c == ',') digits.push_back(c);
  }
  for (const bool scaled : {false, true}) {
    if (const auto value = read_digits(digits, scaled)) require(Decimal::parse(value->to_string()) == value);
  }
  return 0;
}
