// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/amount.h"

#include <algorithm>

#include "extractor/mention/amount_words.h"
#include "extractor/mention/exchange_rate.h"
#include "extractor/mention/hedge.h"
#include "extractor/mention/implied_currency.h"
#include "extractor/mention/money.h"
#include "extractor/mention/per_unit.h"
#include "extractor/text/utf8.h"

namespace socai {

using rules::Currency;
using rules::NumberRole;

namespace {

constexpr std::uint32_t kConversionReach = 6;  // tokens from an amount to its conversion in brackets

class Finder {
 public:
  Finder(const MoneyReader& reader, std::vector<AmountMention>* amounts)
      : words_(reader.words()), tables_(reader.tables()), doc_(reader.doc()), marks_(reader.marks()), reader_(reader),
        rates_(reader_), amounts_(*amounts) {}

  void run() {
    amounts_.clear();
    for (const Sentence& sentence : doc_.sentences) {
      if (!holds_sign(sentence.tokens)) continue;
      reader_.enter(sentence.tokens);
      rate_of_ = {};
      for (std::uint32_t at = sentence.tokens.begin; at < sentence.tokens.end;) {
        const std::uint32_t end = may_start(at) ? take(at) : at;
        at = std::max(end, at + 1);
      }
    }
  }

 private:
  // Whether a scale or a currency stands in the sentence: without one no number in it is money.
  bool holds_sign(TokenRange sentence) const {
    std::uint8_t parts = 0;
    for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) parts |= words_.parts_of(doc_.tokens[at].word);
    return (parts & AmountWords::kSign) != 0;
  }

  bool may_start(std::uint32_t at) const {
    const Token& token = doc_.tokens[at];
    if (token.is_number() || (words_.parts_of(token.word) & AmountWords::kStart) != 0) return true;
    return token.kind == TokenKind::mark && reader_.numbers().is_leading_comma(at);
  }

  // Tries every kind of amount at the token; gives the token behind it, or `at` where there is none.
  std::uint32_t take(std::uint32_t at) {
    if (touches_a_name(at) || starts_within_number(at)) return at;
    reader_.set_previous(amounts_.empty() ? nullptr : &amounts_.back());
    const auto money = reader_.read(at);
    if (auto range = read_range(reader_, at, money)) return emit(std::move(*range));
    if (auto member = read_list_member(reader_, at)) return emit(std::move(*member));
    if (money) return take_money(at, *money);
    auto vague = read_vague(reader_, at);
    return vague.found ? emit(std::move(*vague.found)) : vague.end;
  }

  std::uint32_t take_money(std::uint32_t at, const Money& money) {
    if (const auto rate = rates_.opened_by(money)) {
      if (!rate->states_rate) return rate->end;
      rate_of_ = {rate->base, rate->rate};
      return money.tokens.end;
    }
    if (auto rate = rates_.read_bare(money)) return emit(std::move(*rate));
    if (reader_.is_money(money) && !is_each_year(at)) return emit(reader_.exact(money));
    if (marks_.starting_at(PhraseClass::vague, at) != nullptr) {  // "một vài USD"
      if (auto vague = read_vague(reader_, at); vague.found) return emit(std::move(*vague.found));
    }
    return money.tokens.end;
  }

  // "A320", "Q3", "1,5.200": a number that touches letters or a mark behind a number belongs to something else, unless
  // the letters are a currency.
  bool touches_a_name(std::uint32_t at) const {
    if (at == 0 || !doc_.tokens[at].is_number() || doc_.tokens[at].gap != Gap::none) return false;
    const Token& before = doc_.tokens[at - 1];
    return before.is_word() && marks_.ending_at(PhraseClass::currency_before, at) == nullptr;
  }

  // "mươi lăm triệu": what goes on from a number that could not be read with it.
  bool starts_within_number(std::uint32_t at) const {
    const bool taken = !amounts_.empty() && amounts_.back().tokens.end == at;
    if (at == reader_.sentence().begin || taken) return false;
    if (doc_.tokens[at].is_number()) return is_scaled_before(at);
    if (!doc_.tokens[at].is_word() || !is_number_word(at)) return false;
    return is_number_word(at - 1) && !reader_.numbers().is_year(at - 1);
  }

  // "2 triệu 500 đồng"
  bool is_scaled_before(std::uint32_t at) const {
    const auto role = tables_.number(doc_.tokens[at - 1].word).role;
    if (role != NumberRole::scale && role != NumberRole::hundred) return false;
    return at - 1 > reader_.sentence().begin && (doc_.tokens[at - 2].is_number() || is_number_word(at - 2));
  }

  bool is_number_word(std::uint32_t at) const {
    switch (tables_.number(doc_.tokens[at].word).role) {
      case NumberRole::digit:
      case NumberRole::ten:
      case NumberRole::tens:
      case NumberRole::hundred:
      case NumberRole::scale: return true;
      default: return false;
    }
  }

  // "mỗi năm trăm triệu đồng": each year, not five hundred.
  bool is_each_year(std::uint32_t at) const {
    return at > 0 && reader_.numbers().is_year(at) && words_.per_each.has(doc_.tokens[at - 1].word);
  }

  std::uint32_t emit(FoundMoney found) {
    const Money& money = found.money;
    const Currency* currency = money.currency.currency;
    const std::uint32_t end = money.tokens.end;
    if (!can_be_meant(found.amount)) return end;
    const auto base = rates_.base_behind(money);
    if (base && rates_.has_two_readings(money)) return base->end;
    AmountMention mention;
    mention.tokens = money.tokens;
    mention.amount = std::move(found.amount);
    mention.bare_scale = found.bare;
    mention.amount.currency = currency != nullptr ? currency->code : tables_.implied_currency;
    mention.amount.implied_currency = currency == nullptr;
    const char* by_kind = money.quantity.spelled ? "number.spelled" : "number.digits";
    mention.number = {found.rule.empty() ? by_kind : found.rule, money.quantity.tokens};
    mention.currency = {currency != nullptr ? currency->rule : "currency.implied", money.currency.tokens};
    mention.conversion = !amounts_.empty() && in_bracket_behind(money.tokens.begin);
    mention.per = base ? base->currency : found.per;
    if (!rate_of_.base.empty() && rate_of_.rate == money.tokens.begin) mention.per = rate_of_.base;
    if (found.of_rate && found.per.empty()) mention.amount.per = tables_.rate_base;
    amounts_.push_back(std::move(mention));
    return base ? base->end : end;
  }

  // No overflow, and no "5.000 tỷ tỷ đồng": more than any sum of the world is a slip of the pen.
  static bool can_be_meant(const Amount& amount) {
    static const std::optional<Decimal> kMost = Decimal::from_int(1).times_power_of_ten(18);
    if (amount.relation == Relation::exact && !amount.value) return false;
    return !amount.max || !(*kMost < *amount.max);
  }

  // "500 triệu USD (khoảng 12.500 tỷ đồng)": an open bracket between the amount before and this one, with hardly a
  // word.
  bool in_bracket_behind(std::uint32_t at) const {
    const std::uint32_t previous = amounts_.back().tokens.end;
    if (previous >= at || at - previous > kConversionReach) return false;
    for (std::uint32_t token = previous; token < at; ++token) {
      if (words_.bracket_open.has(doc_.tokens[token].word)) return true;
    }
    return false;
  }

  struct Rate {
    TokenRange base;         // the currency that one unit is of
    std::uint32_t rate = 0;  // where the amount begins that it costs
  };

  const AmountWords& words_;
  const rules::Tables& tables_;
  const Document& doc_;
  const Marks& marks_;
  MoneyReader reader_;
  const ExchangeRates rates_;
  std::vector<AmountMention>& amounts_;
  Rate rate_of_;
};

}  // namespace

AmountFinder::AmountFinder(const rules::Tables& tables) : words_(std::make_unique<const AmountWords>(tables)) {}
AmountFinder::~AmountFinder() = default;
AmountFinder::AmountFinder(AmountFinder&&) noexcept = default;

void AmountFinder::find(const Document& doc, const Marks& marks, std::vector<AmountMention>* amounts,
                        bool plainly_money) const {
  Finder(MoneyReader(*words_, doc, marks, plainly_money), amounts).run();
  settle_implied_currencies(doc, amounts);
  for (auto& mention : *amounts) {
    find_per_unit(*words_, doc, marks, &mention);
    apply_hedge(*words_, doc, marks, &mention);
  }
}

}  // namespace socai
