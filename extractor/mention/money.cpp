// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/money.h"

namespace socai {

using rules::Currency;

namespace {

constexpr std::uint32_t kCountedBefore = 4;  // how far before a number what it counts may stand
constexpr int kMillions = 6;
constexpr int kBillions = 9;
constexpr int kThousands = 3;

// Behind a number as large as this, "đồng tiền" and "đồng bằng" begin with the currency.
const Decimal& large_number() {
  static const Decimal kLarge = Decimal::from_int(1000);
  return kLarge;
}

}  // namespace

MoneyReader::MoneyReader(const AmountWords& words, const Document& doc, const Marks& marks, bool plainly_money)
    : words_(words), doc_(doc), marks_(marks), numbers_(words.tables, doc), plainly_money_(plainly_money) {}

CurrencyMatch MoneyReader::currency_behind(const Quantity& quantity) const {
  const std::uint32_t at = quantity.tokens.end;
  if (at >= sentence_.end || doc_.tokens[at].gap == Gap::line) return {};
  const Match* match = marks_.starting_at(PhraseClass::currency, at);
  if (match == nullptr || match->tokens.end > sentence_.end) return {};
  const Currency& currency = tables().currencies[match->index];
  if (!currency.first_word_of) return {&currency, match->tokens};
  const bool small = !quantity.scaled && (quantity.value < large_number() || may_be_year(quantity));
  if (small) return {&tables().no_currency, match->tokens};
  return {&currency, {at, at + 1}};
}

// Four bare digits from 1900 to 2100.
bool MoneyReader::may_be_year(const Quantity& quantity) const {
  return !quantity.scaled && !quantity.spelled && doc_.words(quantity.tokens).size() == 4 &&
         quantity.value >= Decimal::from_int(1900) && quantity.value <= Decimal::from_int(2100);
}

std::optional<Money> MoneyReader::read(std::uint32_t at) const {
  if (const Match* sign = marks_.starting_at(PhraseClass::currency_before, at)) {
    if (auto money = read_behind_sign(*sign)) return money;
  }
  const auto quantity = numbers_.read(at, sentence_.end);
  if (!quantity) return std::nullopt;
  Money money{*quantity, currency_behind(*quantity), quantity->tokens};
  if (money.has_currency() && money.currency.currency->code.empty()) return std::nullopt;
  if (money.has_currency()) money.tokens.end = money.currency.tokens.end;
  return money;
}

std::optional<Money> MoneyReader::read_behind_sign(const Match& sign) const {
  if (sign.tokens.end >= sentence_.end || !doc_.tokens[sign.tokens.end].is_number()) return std::nullopt;
  const auto quantity = numbers_.read(sign.tokens.end, sentence_.end);
  if (!quantity) return std::nullopt;
  Money money{*quantity, {&tables().currencies[sign.index], sign.tokens}, {sign.tokens.begin, quantity->tokens.end}};
  const auto behind = currency_behind(*quantity);
  if (behind.currency != nullptr && behind.currency->code == money.currency.currency->code) {
    money.tokens.end = behind.tokens.end;
  }
  return money;
}

bool MoneyReader::is_money(const Money& money) const {
  const Currency* currency = money.currency.currency;
  if (money.quantity.loose) return false;
  if (money.quantity.slang) return slang_is_money(money.quantity);
  const std::uint32_t at = money.quantity.tokens.begin;
  if (at > 0 && numbers_.is_year(at - 1) && may_be_year(money.quantity)) return false;  // "năm 2024 đồng đô la …"
  if (currency == nullptr) return !money.quantity.weak_scale && is_implied(money.quantity);
  if (!currency->needs_scale || money.quantity.scaled) return true;
  return money.quantity.value >= Decimal::from_int(10);
}

// "mất 5 củ": a word of paying before the number, and nothing behind it that could be what is counted.
bool MoneyReader::slang_is_money(const Quantity& quantity) const {
  std::uint32_t at = quantity.tokens.begin;
  if (const Match* hedge = marks_.ending_at(PhraseClass::hedge_before, at)) at = hedge->tokens.begin;
  if (at <= sentence_.begin || !words_.slang_opener.has(doc_.tokens[at - 1].word)) return false;
  const std::uint32_t end = quantity.tokens.end;
  return end >= sentence_.end || doc_.tokens[end].kind == TokenKind::mark || words_.per_each.has(doc_.tokens[end].word);
}

bool MoneyReader::is_implied(const Quantity& quantity) const {
  if (!quantity.scaled || quantity.unit < kThousands) return false;
  if (!may_follow_implied(quantity.tokens.end) || counted_before(quantity.tokens.begin)) return false;
  if (plainly_money_) return true;
  return quantity.unit < kMillions ? is_thousand_of_money(quantity) : speaks_of_money(quantity);
}

bool MoneyReader::may_follow_implied(std::uint32_t at) const {
  if (at >= sentence_.end) return true;
  const Token& next = doc_.tokens[at];
  if (next.is_number()) return false;
  if (next.kind == TokenKind::mark) return !words_.percent.has(next.word);
  if (words_.counted_behind.has(next.word) || marks_.starting_at(PhraseClass::count_noun, at) != nullptr) return false;
  return next.is_capitalized() || words_.follower.has(next.word);
}

// "lượng khách đạt 27 triệu", "tổng số thuê bao lên 554 triệu".
bool MoneyReader::counted_before(std::uint32_t at) const {
  const std::uint32_t from = at > sentence_.begin + kCountedBefore ? at - kCountedBefore : sentence_.begin;
  for (std::uint32_t token = from; token < at; ++token) {
    if (words_.counted_before.has(doc_.tokens[token].word)) return true;
  }
  for (const Match& noun : marks_.within(PhraseClass::count_noun, {sentence_.begin, at})) {
    const std::uint32_t first = noun.tokens.begin;
    if (first > sentence_.begin && words_.count_opener.has(doc_.tokens[first - 1].word)) {
      return marks_.within(PhraseClass::currency, sentence_).empty();
    }
  }
  return false;
}

// A scale of billions is nearly always money; below it the sentence must show that it speaks of money.
bool MoneyReader::speaks_of_money(const Quantity& quantity) const {
  if (quantity.unit >= kBillions) return true;
  if (!marks_.within(PhraseClass::metric, sentence_).empty()) return true;
  if (!marks_.within(PhraseClass::currency, sentence_).empty()) return true;
  const std::uint32_t end = quantity.tokens.end;
  return end + 1 < sentence_.end && words_.per_slash.has(doc_.tokens[end].word) &&
         marks_.at(PhraseClass::unit, end + 1).has_value();
}

// "500 nghìn tiền công"; "giá … 36,7 triệu đồng/lượng, giảm 500 nghìn": thousands lean on the amount before them.
bool MoneyReader::is_thousand_of_money(const Quantity& quantity) const {
  const std::uint32_t end = quantity.tokens.end;
  if (end < sentence_.end && words_.money_noun.has(doc_.tokens[end].word)) return true;
  if (previous_ == nullptr || previous_->tokens.begin < sentence_.begin) return false;
  const Amount& before = previous_->amount;
  if (before.currency != tables().implied_currency) return false;
  std::uint32_t at = quantity.tokens.begin;
  if (const Match* hedge = marks_.ending_at(PhraseClass::hedge_before, at)) at = hedge->tokens.begin;
  const bool changed = marks_.ending_at(PhraseClass::change, at) != nullptr;
  const bool listed = before.implied_currency && before.value && *before.value < Decimal::from_int(1000000);
  return changed || listed;
}

std::optional<Decimal> MoneyReader::in_units(const Decimal& value, const Currency* currency) const {
  return currency == nullptr ? std::optional(value) : value.times_power_of_ten(currency->exponent);
}

FoundMoney MoneyReader::exact(const Money& money) const {
  FoundMoney found;
  found.money = money;
  found.amount.value = in_units(money.quantity.value, money.currency.currency);
  found.amount.min = found.amount.value;
  found.amount.max = found.amount.value;
  return found;
}

std::uint32_t MoneyReader::skip_hedge(std::uint32_t at) const {
  const Match* hedge = at < sentence_.end ? marks_.starting_at(PhraseClass::hedge_before, at) : nullptr;
  return hedge != nullptr && hedge->tokens.end <= sentence_.end ? hedge->tokens.end : at;
}

}  // namespace socai
