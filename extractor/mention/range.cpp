// SPDX-License-Identifier: Apache-2.0
// Ranges: "2 đến 3 tỷ đồng", "200.000/tháng đến 1,5 triệu đồng", "10-15 triệu", "giữa 2 và 3 tỷ", "hai ba triệu", "từ
// vài trăm nghìn đến hơn 1 triệu đồng".
#include "extractor/mention/money.h"
#include "extractor/mention/per_unit.h"

namespace socai {

using rules::Currency;
using rules::NumberRole;

namespace {

constexpr int kThousand = 3;
constexpr int kWhole = 1000;  // a lower end as large as this, behind its currency, shares no scale
constexpr int kFarthest = 4;  // a shared scale puts the lower bound at most four powers of ten below the upper

class RangeReader {
 public:
  explicit RangeReader(const MoneyReader& reader) : reader_(reader), words_(reader.words()), doc_(reader.doc()) {}

  std::optional<FoundMoney> read(std::uint32_t at, const std::optional<Money>& low) const {
    if (auto open = read_open_range(at)) return open;
    if (!low) return std::nullopt;
    const bool between = at > 0 && words_.range_between.has(doc_.tokens[at - 1].word);
    const auto connector = connector_behind(low->tokens.end, between);
    if (!connector) return read_neighbours(*low);
    const auto high = reader_.read(connector->end);
    if (!high || is_year_before(*low, *connector, *high)) return std::nullopt;
    auto range = join(*low, *high);
    if (range) range->per = connector->per;
    return range;
  }

 private:
  struct Connector {
    std::uint32_t end;
    bool dash;
    TokenRange per = {};  // what the lower end is per
  };
  std::optional<Connector> connector_at(std::uint32_t at, bool between) const {
    if (at >= reader_.sentence().end) return std::nullopt;
    const WordId word = doc_.tokens[at].word;
    if (words_.range_dash.has(word)) return Connector{at + 1, true};
    if (words_.range_to.has(word) || (between && words_.range_and.has(word))) return Connector{at + 1, false};
    return std::nullopt;
  }

  // The connector behind the lower end and what that is per: "5 triệu đồng/tháng đến …".
  std::optional<Connector> connector_behind(std::uint32_t at, bool between) const {
    if (auto connector = connector_at(at, between)) return connector;
    const TokenRange per = units_behind_slash(words_, doc_, reader_.marks(), {at, reader_.sentence().end});
    auto connector = per.empty() ? std::nullopt : connector_at(per.end, between);
    if (connector) connector->per = per;
    return connector;
  }

  // "2010 - 15 tỷ đồng", "năm 1990 đến 2.587 USD": a year is no lower end.
  bool is_year_before(const Money& low, const Connector& connector, const Money& high) const {
    if (low.has_currency() || !reader_.may_be_year(low.quantity)) return false;
    const std::uint32_t at = low.tokens.begin;
    if (connector.dash || (at > 0 && reader_.numbers().is_year(at - 1))) return true;
    const bool grouped = doc_.words(high.quantity.tokens).find_first_of(".,") != std::string_view::npos;
    return grouped && !high.quantity.scaled && high.quantity.value >= Decimal::from_int(1000);
  }

  // "hai ba tỷ", "hai, ba tỷ", "năm sáu trăm triệu": neighbouring digits in words are a range without a connector.
  std::optional<FoundMoney> read_neighbours(const Money& low) const {
    const bool digit = low.quantity.spelled && !low.quantity.scaled && !low.has_currency() &&
                       low.quantity.tokens.end == low.quantity.tokens.begin + 1;
    if (!digit) return std::nullopt;
    const std::uint32_t at = low.tokens.end;
    const bool comma = at < reader_.sentence().end && words_.list_comma.has(doc_.tokens[at].word);
    const std::uint32_t second = comma ? at + 1 : at;
    if (!is_next_digit(low.quantity.tokens.begin, second)) return std::nullopt;
    const auto high = reader_.read(second);
    return high ? join(low, *high) : std::nullopt;
  }

  bool is_next_digit(std::uint32_t first, std::uint32_t second) const {
    const auto limit = reader_.sentence().end;
    const auto& a = reader_.numbers().word_at(first, limit);
    const auto& b = reader_.numbers().word_at(second, limit);
    return a.role == NumberRole::digit && b.role == NumberRole::digit && a.value > 0 && b.value == a.value + 1;
  }

  // Behind "từ" the ends may be hedged or vague: "từ 730 triệu đồng đến hơn 800 triệu đồng", "từ vài triệu đến cả trăm
  // triệu đồng". So may vague ones without it: "hàng chục đến hàng trăm tỷ đồng". The range runs from the least to the
  // most that they say.
  std::optional<FoundMoney> read_open_range(std::uint32_t at) const {
    if (!behind_from(at) && reader_.marks().starting_at(PhraseClass::vague, at) == nullptr) return std::nullopt;
    const auto low = read_end(at);
    if (!low) return std::nullopt;
    const auto connector = connector_behind(low->money.tokens.end, false);
    if (!connector || connector->dash) return std::nullopt;
    const std::uint32_t second = reader_.skip_hedge(connector->end);
    const auto high = read_end(second);
    if (!high || (low->rule.empty() && high->rule.empty() && second == connector->end)) return std::nullopt;
    auto range = join_open(*low, *high);
    if (range) range->per = connector->per;
    return range;
  }

  bool behind_from(std::uint32_t at) const {
    const Match* hedge = reader_.marks().ending_at(PhraseClass::hedge_before, at);
    if (hedge != nullptr && reader_.tables().hedges[hedge->index].threshold) return true;
    return hedge != nullptr && hedge->tokens.begin > 0 &&
           words_.range_from.has(doc_.tokens[hedge->tokens.begin - 1].word);
  }

  std::optional<FoundMoney> read_end(std::uint32_t at) const {
    if (at >= reader_.sentence().end) return std::nullopt;
    if (const auto money = reader_.read(at))
      return money->quantity.loose ? std::nullopt : std::optional(reader_.exact(*money));
    if (reader_.marks().starting_at(PhraseClass::vague, at) == nullptr) return std::nullopt;
    return read_vague_end(reader_, at);
  }

  std::optional<FoundMoney> join_open(const FoundMoney& low, const FoundMoney& high) const {
    const Currency* currency = high.money.currency.currency;
    const bool same =
        !low.money.has_currency() || (currency != nullptr && low.money.currency.currency->code == currency->code);
    const bool whole = low.money.quantity.scaled || low.money.quantity.value >= Decimal::from_int(1000);
    if (!same || !whole || !high.money.quantity.scaled || reader_.may_be_year(low.money.quantity)) return std::nullopt;
    if (currency == nullptr && !reader_.is_implied(high.money.quantity)) return std::nullopt;
    FoundMoney range = high;
    range.money.tokens.begin = low.money.tokens.begin;
    range.money.quantity.tokens = range.money.tokens;
    range.amount.value = std::nullopt;
    range.amount.relation = Relation::range;
    range.amount.min = shared_min(low, high);
    if (!range.amount.min || !range.amount.max || !(*range.amount.min < *range.amount.max)) return std::nullopt;
    return range;
  }

  // "vài chục đến vài trăm nghìn": tens and hundreds share the thousands of the upper end.
  static std::optional<Decimal> shared_min(const FoundMoney& low, const FoundMoney& high) {
    const bool shares = !low.money.has_currency() && low.money.quantity.scaled && low.money.quantity.unit < kThousand;
    if (!shares || !low.amount.min) return low.amount.min;
    const int thousands = high.money.quantity.unit / kThousand * kThousand;
    for (const int exponent : {thousands, thousands - kThousand}) {
      const auto shared = low.amount.min->times_power_of_ten(exponent);
      if (shared && high.amount.max && is_little_below(*shared, *high.amount.max)) return shared;
    }
    return std::nullopt;
  }

  static bool is_little_below(const Decimal& low, const Decimal& high) {
    const auto far_below = low.times_power_of_ten(kFarthest);
    return low < high && far_below && high < *far_below;
  }

  std::optional<FoundMoney> join(const Money& low, const Money& high) const {
    if (low.quantity.loose || high.quantity.loose) return std::nullopt;
    const Currency* currency = high.has_currency() ? high.currency.currency : low.currency.currency;
    // "5 tỷ đồng - 7 …": what follows the currency is not its upper bound
    if (!high.has_currency() && low.has_currency() && !currency->before) return std::nullopt;
    if (low.has_currency() && low.currency.currency->code != currency->code) return std::nullopt;
    Money whole = high;
    whole.quantity.tokens.begin = low.tokens.begin;
    whole.currency.currency = currency;
    if (!reader_.is_money(whole)) return std::nullopt;
    const auto min = lower_bound(low, high);
    if (!min) return std::nullopt;
    FoundMoney range;
    range.money = {high.quantity, {currency, high.currency.tokens}, {low.tokens.begin, high.tokens.end}};
    range.amount.relation = Relation::range;
    range.amount.min = reader_.in_units(*min, currency);
    range.amount.max = reader_.in_units(high.quantity.value, currency);
    if (!range.amount.min || !range.amount.max) return std::nullopt;
    return range;
  }

  // The lower bound of a range shares the scale of the upper where it has none: "2 đến 3 tỷ", "500 triệu - 1 tỷ",
  // "500 đến 1 tỷ" (triệu), "500.000 - 1 triệu", "một đến hai trăm tỷ". nullopt where no reading puts it below the
  // upper.
  std::optional<Decimal> lower_bound(const Money& low, const Money& high) const {
    const Decimal& top = high.quantity.value;
    const Decimal& stated = low.quantity.value;
    const bool states_unit = low.has_currency() && !low.currency.currency->before;   // "$2-3 tỷ" shares the scale
    const bool whole = low.has_currency() && !(stated < Decimal::from_int(kWhole));  // "$500,000 - 1 triệu" does not
    if (low.quantity.scaled || !high.quantity.scaled || states_unit || whole) {
      if (shares_zeros(low, high)) return stated.times_power_of_ten(kThousand);
      return stated < top ? std::optional(stated) : std::nullopt;
    }
    const int digits = spelled_digits(low, high);
    for (const int exponent : {high.quantity.top + digits, high.quantity.top - 3, 0}) {
      const auto shared = stated.times_power_of_ten(exponent);
      if (shared && is_little_below(*shared, top)) return shared;
    }
    return std::nullopt;
  }

  // "75-85.000 đồng": the lower bound leaves out the zeros that the upper one groups.
  bool shares_zeros(const Money& low, const Money& high) const {
    const auto digits = doc_.words(high.quantity.tokens);
    const bool round = digits.size() > 4 && (digits.ends_with(".000") || digits.ends_with(",000"));
    if (!round || low.has_currency() || low.quantity.spelled || high.quantity.scaled) return false;
    const auto shared = low.quantity.value.times_power_of_ten(kThousand);
    const auto ten_times = low.quantity.value.times_power_of_ten(kThousand + 1);
    return shared && ten_times && *shared < high.quantity.value && !(*ten_times < high.quantity.value);
  }

  // "hai đến ba mươi triệu", "năm sáu trăm triệu": the digit in words shares the tens or hundreds of the upper bound.
  int spelled_digits(const Money& low, const Money& high) const {
    const auto limit = reader_.sentence().end;
    const std::uint32_t first = high.quantity.tokens.begin;
    if (!low.quantity.spelled || !high.quantity.spelled || low.quantity.tokens.end != low.quantity.tokens.begin + 1)
      return 0;
    if (reader_.numbers().word_at(first, limit).role != NumberRole::digit) return 0;
    switch (reader_.numbers().word_at(first + 1, limit).role) {
      case NumberRole::hundred: return 2;
      case NumberRole::tens: return 1;
      default: return 0;
    }
  }

  const MoneyReader& reader_;
  const AmountWords& words_;
  const Document& doc_;
};

}  // namespace

std::optional<FoundMoney> read_range(const MoneyReader& reader, std::uint32_t at, const std::optional<Money>& low) {
  return RangeReader(reader).read(at, low);
}

}  // namespace socai
