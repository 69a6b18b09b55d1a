// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/amount.h"

#include <algorithm>

#include "extractor/mention/amount_words.h"
#include "extractor/mention/hedge.h"
#include "extractor/mention/per_unit.h"

namespace socai {

using rules::Currency;
using rules::NumberRole;

namespace {

constexpr std::uint32_t kLongestList = 8;

// What stands for a currency: its rule and the tokens it takes.
struct CurrencyMatch {
  const Currency* currency = nullptr;
  TokenRange tokens;
};

// A number with the currency behind or before it, if any.
struct Money {
  Quantity quantity;
  CurrencyMatch currency;
  TokenRange tokens;
};

class Finder {
 public:
  Finder(const AmountWords& words, const Document& doc, const Marks& marks, std::vector<AmountMention>* amounts)
      : words_(words), tables_(words.tables), doc_(doc), marks_(marks), numbers_(words.tables, doc), amounts_(*amounts) {}

  void run() {
    amounts_.clear();
    for (const Sentence& sentence : doc_.sentences) {
      limit_ = sentence.tokens.end;
      for (std::uint32_t at = sentence.tokens.begin; at < limit_;) {
        const std::uint32_t end = may_start(at) ? take(at, sentence.tokens) : at;
        at = std::max(end, at + 1);
      }
    }
  }

 private:
  bool may_start(std::uint32_t at) const {
    const Token& token = doc_.tokens[at];
    if (token.is_number()) return true;
    return token.word != 0 && (words_.starts.has(token.word) || tables_.number(token.word).role != NumberRole::none);
  }

  // Tries every kind of amount at the token; gives the token behind it, or `at` where there is none.
  std::uint32_t take(std::uint32_t at, TokenRange sentence) {
    if (touches_a_name(at)) return at;
    if (const auto range = read_range(at)) return *range;
    if (const auto list = read_list_member(at, sentence)) return *list;
    if (const auto money = read_money(at)) {
      if (!is_money(*money, sentence)) return money->tokens.end;
      emit(*money, exact(*money));
      return money->tokens.end;
    }
    return read_vague(at, sentence);
  }

  // "A320", "Q3": a number that touches the letters before it belongs to a name, unless they are a currency.
  bool touches_a_name(std::uint32_t at) const {
    if (at == 0 || !doc_.tokens[at].is_number() || doc_.tokens[at].gap != Gap::none) return false;
    const Token& before = doc_.tokens[at - 1];
    return before.is_word() && marks_.ending_at(PhraseClass::currency_before, at) == nullptr;
  }

  // ---- money: a number and a currency

  CurrencyMatch currency_behind(std::uint32_t at) const {
    if (at >= limit_ || doc_.tokens[at].gap == Gap::line) return {};
    const Match* match = marks_.starting_at(PhraseClass::currency, at);
    if (match == nullptr || match->tokens.end > limit_) return {};
    return {&tables_.currencies[match->index], match->tokens};
  }

  // "not" phrases ("đồng hồ") match with an empty code: then what follows the number is no currency.
  static bool is_none(const CurrencyMatch& match) { return match.currency != nullptr && match.currency->code.empty(); }

  std::optional<Money> read_money(std::uint32_t at) const {
    if (const Match* sign = marks_.starting_at(PhraseClass::currency_before, at)) {
      if (const auto money = read_behind_sign(*sign)) return money;
    }
    const auto quantity = numbers_.read(at, limit_);
    if (!quantity) return std::nullopt;
    Money money{*quantity, currency_behind(quantity->tokens.end), quantity->tokens};
    if (is_none(money.currency)) return std::nullopt;
    if (money.currency.currency != nullptr) money.tokens.end = money.currency.tokens.end;
    return money;
  }

  std::optional<Money> read_behind_sign(const Match& sign) const {
    if (sign.tokens.end >= limit_ || !doc_.tokens[sign.tokens.end].is_number()) return std::nullopt;
    const auto quantity = numbers_.read(sign.tokens.end, limit_);
    if (!quantity) return std::nullopt;
    Money money{*quantity, {&tables_.currencies[sign.index], sign.tokens}, {sign.tokens.begin, quantity->tokens.end}};
    const auto behind = currency_behind(quantity->tokens.end);
    if (behind.currency != nullptr && behind.currency->code == money.currency.currency->code) {
      money.tokens.end = behind.tokens.end;
    }
    return money;
  }

  bool is_money(const Money& money, TokenRange sentence) const {
    const Currency* currency = money.currency.currency;
    if (currency == nullptr) return !money.quantity.weak_scale && is_implied(money.quantity, sentence);
    if (!currency->needs_scale || money.quantity.scaled) return true;
    return money.quantity.value >= Decimal::from_int(10);
  }

  // ---- a scale without a currency

  bool is_implied(const Quantity& quantity, TokenRange sentence) const {
    if (!quantity.scaled || quantity.unit < 6) return false;
    const std::uint32_t end = quantity.tokens.end;
    if (end < sentence.end) {
      const Token& next = doc_.tokens[end];
      if (next.is_number()) return false;
      if (next.is_word() && words_.counted_behind.has(next.word)) return false;
      if (next.is_word() && !next.is_capitalized() && !words_.follower.has(next.word)) return false;
      if (next.kind == TokenKind::mark && words_.percent.has(next.word)) return false;
    }
    return !counted_before(quantity.tokens.begin, sentence) && speaks_of_money(quantity, sentence);
  }

  bool counted_before(std::uint32_t at, TokenRange sentence) const {
    const std::uint32_t from = at > sentence.begin + 4 ? at - 4 : sentence.begin;
    for (std::uint32_t token = from; token < at; ++token) {
      if (words_.counted_before.has(doc_.tokens[token].word)) return true;
    }
    return false;
  }

  // A scale of billions is nearly always money; below it the sentence must show that it speaks of money.
  bool speaks_of_money(const Quantity& quantity, TokenRange sentence) const {
    if (!marks_.within(PhraseClass::metric, sentence).empty()) return true;
    if (!marks_.within(PhraseClass::currency, sentence).empty()) return true;
    return quantity.unit >= 9;
  }

  // ---- ranges

  struct Connector {
    std::uint32_t end;
    bool dash;
  };
  std::optional<Connector> connector_at(std::uint32_t at, bool between) const {
    if (at >= limit_) return std::nullopt;
    const WordId word = doc_.tokens[at].word;
    if (words_.range_dash.has(word)) return Connector{at + 1, true};
    if (words_.range_to.has(word) || (between && words_.range_and.has(word))) return Connector{at + 1, false};
    return std::nullopt;
  }

  std::optional<std::uint32_t> read_range(std::uint32_t at) {
    const auto low = read_money(at);
    if (!low) return std::nullopt;
    const bool between = at > 0 && words_.range_between.has(doc_.tokens[at - 1].word);
    auto connector = connector_at(low->tokens.end, between);
    // "hai ba tỷ", "năm sáu trăm triệu": neighbouring digits in words are a range without a connector.
    const bool neighbours = !connector && low->quantity.spelled && !low->quantity.scaled && low->currency.currency == nullptr &&
                            low->quantity.tokens.end == at + 1;
    if (!connector && !neighbours) return std::nullopt;
    const std::uint32_t second = connector ? connector->end : low->tokens.end;
    auto high = read_money(second);
    if (!high || (neighbours && !is_next_digit(at, second))) return std::nullopt;
    if (connector && connector->dash && is_year(*low)) return std::nullopt;
    return join_range(*low, *high);
  }

  bool is_next_digit(std::uint32_t first, std::uint32_t second) const {
    const auto& a = tables_.number(doc_.tokens[first].word);
    const auto& b = tables_.number(doc_.tokens[second].word);
    return a.role == NumberRole::digit && b.role == NumberRole::digit && a.value > 0 && b.value == a.value + 1;
  }

  // "2010 - 15 tỷ đồng": four bare digits of a year are no lower bound.
  bool is_year(const Money& money) const {
    const bool bare = !money.quantity.scaled && money.currency.currency == nullptr && !money.quantity.spelled;
    return bare && doc_.words(money.quantity.tokens).size() == 4 && money.quantity.value >= Decimal::from_int(1900) &&
           money.quantity.value <= Decimal::from_int(2100);
  }

  std::optional<std::uint32_t> join_range(const Money& low, const Money& high) {
    const TokenRange tokens{low.tokens.begin, high.tokens.end};
    const Currency* currency = high.currency.currency != nullptr ? high.currency.currency : low.currency.currency;
    if (high.currency.currency == nullptr && low.currency.currency != nullptr && !low.currency.currency->before) {
      return std::nullopt;  // "5 tỷ đồng - 7 …": what follows the currency is not its upper bound
    }
    if (low.currency.currency != nullptr && low.currency.currency->code != currency->code) return std::nullopt;
    if (currency == nullptr && (!high.quantity.scaled || !is_implied(high.quantity, sentence_at(low.tokens.begin)))) {
      return std::nullopt;
    }
    if (currency != nullptr && currency->needs_scale && !high.quantity.scaled) return std::nullopt;
    const auto min = lower_bound(low, high);
    if (!min) return std::nullopt;
    Amount amount;
    amount.relation = Relation::range;
    amount.min = scaled(*min, currency);
    amount.max = scaled(high.quantity.value, currency);
    if (!amount.min || !amount.max) return std::nullopt;
    emit({high.quantity, {currency, high.currency.tokens}, tokens}, std::move(amount));
    return tokens.end;
  }

  TokenRange sentence_at(std::uint32_t token) const { return doc_.sentences[doc_.sentence_of[token]].tokens; }

  // The lower bound of a range shares the scale of the upper where it has none: "2 đến 3 tỷ", "500 triệu - 1 tỷ",
  // "500 đến 1 tỷ" (triệu), "500.000 - 1 triệu". nullopt where no reading puts it below the upper bound.
  std::optional<Decimal> lower_bound(const Money& low, const Money& high) const {
    const Decimal& top = high.quantity.value;
    const Decimal& stated = low.quantity.value;
    if (low.quantity.scaled || !high.quantity.scaled || low.currency.currency != nullptr) {
      return stated < top ? std::optional(stated) : std::nullopt;
    }
    for (const int exponent : {high.quantity.unit, high.quantity.unit - 3, 0}) {
      const auto shared = stated.times_power_of_ten(exponent);
      const auto far_below = shared ? shared->times_power_of_ten(4) : std::nullopt;
      if (shared && *shared < top && far_below && *far_below > top) return shared;
    }
    return std::nullopt;
  }

  // ---- lists that share a unit: "3, 5 và 7 tỷ đồng"

  struct ListUnit {
    int exponent;
    const Currency* currency;
    TokenRange currency_tokens;
    bool joined;  // an "and" stands in the list
  };

  std::optional<std::uint32_t> read_list_member(std::uint32_t at, TokenRange sentence) {
    if (!doc_.tokens[at].is_number() || at == sentence.begin || !words_.list_opener.has(doc_.tokens[at - 1].word)) return std::nullopt;
    const auto number = numbers_.read(at, limit_);
    if (!number || number->scaled || currency_behind(number->tokens.end).currency != nullptr) return std::nullopt;
    const auto unit = list_unit(number->tokens.end, sentence, 1);
    if (!unit || !unit->joined) return std::nullopt;
    const auto value = read_digits(doc_.words(number->tokens), unit->exponent > 0);
    const auto shared = value ? value->times_power_of_ten(unit->exponent) : std::nullopt;
    if (!shared) return std::nullopt;
    Money money{*number, {unit->currency, unit->currency_tokens}, number->tokens};
    money.quantity.value = *shared;
    if (unit->exponent == 0 && *shared < Decimal::from_int(1000)) return std::nullopt;  // "3 và 500 đồng": unsure
    emit(money, exact(money));
    return number->tokens.end;
  }

  // The unit at the end of the list that goes on at `at` with a comma or an "and".
  std::optional<ListUnit> list_unit(std::uint32_t at, TokenRange sentence, std::uint32_t depth) const {
    if (at + 1 >= limit_ || depth > kLongestList) return std::nullopt;
    const bool joined = words_.list_and.has(doc_.tokens[at].word);
    if (!joined && !words_.list_comma.has(doc_.tokens[at].word)) return std::nullopt;
    if (!doc_.tokens[at + 1].is_number()) return std::nullopt;
    const auto next = read_money(at + 1);
    if (!next) return std::nullopt;
    if (next->currency.currency != nullptr || next->quantity.scaled) {
      if (!is_money(*next, sentence)) return std::nullopt;
      return ListUnit{next->quantity.unit, next->currency.currency, next->currency.tokens, joined};
    }
    auto unit = list_unit(next->tokens.end, sentence, depth + 1);
    if (unit) unit->joined = unit->joined || joined;
    return unit;
  }

  // ---- vague amounts: "hàng chục triệu USD", "tiền tỷ", "triệu USD"

  std::uint32_t read_vague(std::uint32_t at, TokenRange sentence) {
    const Match* quantifier = marks_.starting_at(PhraseClass::vague, at);
    const std::uint32_t scale_at = quantifier != nullptr ? quantifier->tokens.end : at;
    int exponent = 0;
    std::uint32_t end = scale_at;
    for (auto scale = numbers_.scale_at(end); scale && end < limit_; scale = numbers_.scale_at(end)) {
      exponent += *scale;
      ++end;
    }
    if (end == scale_at) return at;
    if (quantifier == nullptr && behind_a_number(at, sentence)) return end;
    return take_vague(quantifier, {at, end}, exponent, sentence);
  }

  // "1.234.56 tỷ đồng", "Đơn vị: tỷ đồng": a number that could not be read, or the head of a table.
  bool behind_a_number(std::uint32_t at, TokenRange sentence) const {
    if (at == sentence.begin) return true;
    const Token& before = doc_.tokens[at - 1];
    const auto role = tables_.number(before.word).role;
    if (before.is_number() || role == NumberRole::digit || role == NumberRole::tens || role == NumberRole::ten) return true;
    if (before.kind == TokenKind::mark) return true;
    return words_.unit_line.has(before.word);
  }

  std::uint32_t take_vague(const Match* quantifier, TokenRange words, int exponent, TokenRange sentence) {
    Money money{{words, Decimal(), true, exponent, false, false}, currency_behind(words.end), words};
    if (is_none(money.currency)) return words.end;
    const Currency* currency = money.currency.currency;
    if (currency != nullptr) money.tokens.end = money.currency.tokens.end;
    const bool bare = quantifier == nullptr;
    if (currency == nullptr) {
      const bool two_scales = exponent >= 10;
      if ((bare && !two_scales) || !is_implied(money.quantity, sentence)) return words.end;
    }
    if (bare && exponent < 6) return words.end;
    const Decimal low = bare ? Decimal::from_int(1) : tables_.vagues[quantifier->index].low;
    const Decimal high = bare ? Decimal::from_int(10) : tables_.vagues[quantifier->index].high;
    Amount amount;
    amount.relation = Relation::vague;
    const auto min = low.times_power_of_ten(exponent);
    const auto max = high.times_power_of_ten(exponent);
    if (!min || !max) return words.end;
    amount.min = scaled(*min, currency);
    amount.max = scaled(*max, currency);
    emit(money, std::move(amount));
    if (!bare) amounts_.back().number.rule = tables_.vagues[quantifier->index].rule;
    return money.tokens.end;
  }

  // ---- the record

  std::optional<Decimal> scaled(const Decimal& value, const Currency* currency) const {
    return currency == nullptr ? std::optional(value) : value.times_power_of_ten(currency->exponent);
  }

  Amount exact(const Money& money) const {
    Amount amount;
    amount.value = scaled(money.quantity.value, money.currency.currency);
    amount.min = amount.value;
    amount.max = amount.value;
    return amount;
  }

  void emit(const Money& money, Amount amount) {
    const Currency* currency = money.currency.currency;
    AmountMention mention;
    mention.tokens = money.tokens;
    mention.amount = std::move(amount);
    if (mention.amount.relation == Relation::exact && !mention.amount.value) return;  // overflow
    mention.amount.currency = currency != nullptr ? currency->code : tables_.implied_currency;
    mention.amount.implied_currency = currency == nullptr;
    mention.number = {money.quantity.spelled ? "number.spelled" : "number.digits", money.quantity.tokens};
    mention.currency = {currency != nullptr ? currency->rule : "currency.implied", money.currency.tokens};
    mention.conversion = money.tokens.begin > 0 && !amounts_.empty() && in_bracket_behind(money.tokens.begin);
    amounts_.push_back(std::move(mention));
  }

  // "500 triệu USD (khoảng 12.500 tỷ đồng)": an open bracket between the amount before and this one, with hardly a word.
  bool in_bracket_behind(std::uint32_t at) const {
    const std::uint32_t previous = amounts_.back().tokens.end;
    if (previous >= at || at - previous > 6) return false;
    for (std::uint32_t token = previous; token < at; ++token) {
      if (words_.bracket_open.has(doc_.tokens[token].word)) return true;
    }
    return false;
  }

  const AmountWords& words_;
  const rules::Tables& tables_;
  const Document& doc_;
  const Marks& marks_;
  const NumberReader numbers_;
  std::vector<AmountMention>& amounts_;
  std::uint32_t limit_ = 0;
};

}  // namespace

AmountFinder::AmountFinder(const rules::Tables& tables) : words_(std::make_unique<const AmountWords>(tables)) {}
AmountFinder::~AmountFinder() = default;
AmountFinder::AmountFinder(AmountFinder&&) noexcept = default;

void AmountFinder::find(const Document& doc, const Marks& marks, std::vector<AmountMention>* amounts) const {
  Finder(*words_, doc, marks, amounts).run();
  for (auto& mention : *amounts) {
    apply_hedge(*words_, doc, marks, &mention);
    find_per_unit(*words_, doc, marks, &mention);
  }
}

}  // namespace socai
