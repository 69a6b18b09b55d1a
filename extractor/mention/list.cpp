// SPDX-License-Identifier: Apache-2.0
// Lists that share a unit ("3, 5 và 7 tỷ đồng"), and the lower end of a change that shares it ("từ 2 lên 3 tỷ đồng").
#include "extractor/mention/money.h"

namespace socai {

namespace {

constexpr std::uint32_t kLongestList = 8;
constexpr std::uint32_t kChangeWords = 4;  // "lên tới mức", "xuống chỉ còn"
constexpr int kLargestChange = 2;          // powers of ten between the ends of a change that share a unit

class ListReader {
 public:
  explicit ListReader(const MoneyReader& reader) : reader_(reader), words_(reader.words()), doc_(reader.doc()) {}

  std::optional<FoundMoney> read(std::uint32_t at) const {
    const bool opened = at > reader_.sentence().begin && words_.list_opener.has(doc_.tokens[at - 1].word);
    if ((!opened && !behind_from(at)) || !doc_.tokens[at].is_number()) return std::nullopt;
    const auto number = reader_.numbers().read(at, reader_.sentence().end);
    if (!number || number->scaled || reader_.currency_behind(*number).currency != nullptr) return std::nullopt;
    if (behind_from(at)) {
      if (auto end = read_changed(*number)) return end;
    }
    const auto unit = opened ? unit_behind(number->tokens.end, 1) : std::nullopt;
    if (!unit || !(unit->joined || is_listed_before(at))) return std::nullopt;
    return shared(*number, *unit);
  }

 private:
  struct ListUnit {
    int exponent;
    CurrencyMatch currency;
    bool joined;    // an "and" stands in the list
    Decimal value;  // of the member that states the unit
  };

  std::optional<FoundMoney> shared(const Quantity& number, const ListUnit& unit) const {
    const auto value = read_digits(doc_.words(number.tokens), unit.exponent > 0);
    const auto scaled = value ? value->times_power_of_ten(unit.exponent) : std::nullopt;
    if (!scaled) return std::nullopt;
    if (unit.exponent == 0 && *scaled < Decimal::from_int(1000)) return std::nullopt;  // "3 và 500 đồng": unsure
    Money money{number, unit.currency, number.tokens};
    money.quantity.value = *scaled;
    return reader_.exact(money);
  }

  // "lần lượt 100, 200, 300 tỷ đồng", and a member behind one that was read.
  bool is_listed_before(std::uint32_t at) const {
    if (words_.list_respectively.has(doc_.tokens[at - 1].word)) return true;
    const AmountMention* before = reader_.previous();
    return before != nullptr && before->tokens.end + 1 == at && before->tokens.begin + 1 == before->tokens.end;
  }

  // The unit at the end of the list that goes on at `at` with a comma or an "and".
  std::optional<ListUnit> unit_behind(std::uint32_t at, std::uint32_t depth) const {
    if (at + 1 >= reader_.sentence().end || depth > kLongestList) return std::nullopt;
    const bool joined = words_.list_and.has(doc_.tokens[at].word);
    if (!joined && !words_.list_comma.has(doc_.tokens[at].word)) return std::nullopt;
    if (!doc_.tokens[at + 1].is_number()) return std::nullopt;
    auto unit = unit_of(at + 1);
    if (!unit) {
      const auto next = reader_.read(at + 1);
      const bool bare = next && !next->quantity.scaled && !next->has_currency();
      unit = bare ? unit_behind(next->tokens.end, depth + 1) : std::nullopt;
    }
    if (unit) unit->joined = unit->joined || joined;
    return unit;
  }

  // The unit of the money at `at`; nullopt also where the number there has none.
  std::optional<ListUnit> unit_of(std::uint32_t at) const {
    const auto money = reader_.read(at);
    const bool has_unit = money && (money->has_currency() || money->quantity.scaled);
    if (!has_unit || !reader_.is_money(*money)) return std::nullopt;
    return ListUnit{money->quantity.top, money->currency, false, money->quantity.value};
  }

  // "từ 2", "từ mức 2"
  bool behind_from(std::uint32_t at) const {
    if (at > reader_.sentence().begin && words_.hedge_filler.has(doc_.tokens[at - 1].word)) --at;
    return at > reader_.sentence().begin && words_.range_from.has(doc_.tokens[at - 1].word);
  }

  // "từ 2 lên 3 tỷ đồng": the lower or upper end that a change starts from.
  std::optional<FoundMoney> read_changed(const Quantity& number) const {
    const std::uint32_t at = number.tokens.end;
    const std::uint32_t limit = reader_.sentence().end;
    if (at >= limit || !words_.change_to.has(doc_.tokens[at].word) || reader_.may_be_year(number)) return std::nullopt;
    for (std::uint32_t next = at + 1; next < limit && next <= at + kChangeWords; ++next) {
      if (!doc_.tokens[next].is_number()) {
        if (doc_.tokens[next].is_word()) continue;
        return std::nullopt;
      }
      const auto unit = unit_of(next);
      if (!unit || !unit->currency.currency) return std::nullopt;
      return changed(number, *unit);
    }
    return std::nullopt;
  }

  // Ends that are far apart do not share a unit: "từ 500 lên 1,2 tỷ đồng".
  std::optional<FoundMoney> changed(const Quantity& number, const ListUnit& unit) const {
    const auto value = read_digits(doc_.words(number.tokens), unit.exponent > 0);
    const auto scaled = value ? value->times_power_of_ten(unit.exponent) : std::nullopt;
    const auto most = scaled ? scaled->times_power_of_ten(kLargestChange) : std::nullopt;
    const auto least = unit.value.times_power_of_ten(kLargestChange);
    if (!most || !least || !(unit.value < *most) || !(*scaled < *least)) return std::nullopt;
    Money money{number, unit.currency, number.tokens};
    money.quantity.value = *scaled;
    return reader_.exact(money);
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
