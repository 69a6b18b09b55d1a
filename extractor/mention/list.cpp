// SPDX-License-Identifier: Apache-2.0
// Lists that share a unit: "3, 5 và 7 tỷ đồng".
#include "extractor/mention/money.h"

namespace socai {

namespace {

constexpr std::uint32_t kLongestList = 8;

class ListReader {
 public:
  explicit ListReader(const MoneyReader& reader) : reader_(reader), words_(reader.words()), doc_(reader.doc()) {}

  std::optional<FoundMoney> read(std::uint32_t at) const {
    const bool opened = at > reader_.sentence().begin && words_.list_opener.has(doc_.tokens[at - 1].word);
    if (!opened || !doc_.tokens[at].is_number()) return std::nullopt;
    const auto number = reader_.numbers().read(at, reader_.sentence().end);
    if (!number || number->scaled || reader_.currency_behind(*number).currency != nullptr) return std::nullopt;
    const auto unit = unit_behind(number->tokens.end, 1);
    if (!unit || !unit->joined) return std::nullopt;
    const auto value = read_digits(doc_.words(number->tokens), unit->exponent > 0);
    const auto shared = value ? value->times_power_of_ten(unit->exponent) : std::nullopt;
    if (!shared) return std::nullopt;
    if (unit->exponent == 0 && *shared < Decimal::from_int(1000)) return std::nullopt;  // "3 và 500 đồng": unsure
    Money money{*number, unit->currency, number->tokens};
    money.quantity.value = *shared;
    return reader_.exact(money);
  }

 private:
  struct ListUnit {
    int exponent;
    CurrencyMatch currency;
    bool joined;  // an "and" stands in the list
  };

  // The unit at the end of the list that goes on at `at` with a comma or an "and".
  std::optional<ListUnit> unit_behind(std::uint32_t at, std::uint32_t depth) const {
    if (at + 1 >= reader_.sentence().end || depth > kLongestList) return std::nullopt;
    const bool joined = words_.list_and.has(doc_.tokens[at].word);
    if (!joined && !words_.list_comma.has(doc_.tokens[at].word)) return std::nullopt;
    if (!doc_.tokens[at + 1].is_number()) return std::nullopt;
    const auto next = reader_.read(at + 1);
    if (!next) return std::nullopt;
    if (next->has_currency() || next->quantity.scaled) {
      if (!reader_.is_money(*next)) return std::nullopt;
      return ListUnit{next->quantity.unit, next->currency, joined};
    }
    auto unit = unit_behind(next->tokens.end, depth + 1);
    if (unit) unit->joined = unit->joined || joined;
    return unit;
  }

  const MoneyReader& reader_;
  const AmountWords& words_;
  const Document& doc_;
};

}  // namespace

std::optional<FoundMoney> read_list_member(const MoneyReader& reader, std::uint32_t at) {
  return ListReader(reader).read(at);
}

}  // namespace socai
