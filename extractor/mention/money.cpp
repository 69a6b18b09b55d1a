// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/money.h"

namespace socai {

using rules::Currency;

namespace {

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
  if (is_sign_of_next(*match)) return {};
  if (is_name(*match, quantity) || is_note(*match, quantity)) return {&tables().no_currency, match->tokens};
  if (currency.shared >= 0) return {at_home(currency), match->tokens};
  if (!currency.first_word_of) return {&currency, match->tokens};
  const bool small = !quantity.scaled && (quantity.value < large_number() || may_be_year(quantity));
  if (small || quantity.weak_scale) return {&tables().no_currency, match->tokens};
  return {&currency, {at, at + 1}};
}

// "5 triệu peso": the currency of the one country of the sentence, else of the text, that has one of that name.
const Currency* MoneyReader::at_home(const Currency& word) const {
  const auto& homes = tables().shared_currencies[static_cast<std::size_t>(word.shared)].homes;
  const auto only_home = [&](TokenRange range) {
    const Currency* found = nullptr;
    bool several = false;
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
      if (!doc_.tokens[at].is_capitalized()) continue;
      for (const auto& home : homes) {
        if (home.word != doc_.tokens[at].word) continue;
        const Currency* currency = &tables().currencies[home.currency];
        several = several || (found != nullptr && found->code != currency->code);
        found = currency;
      }
    }
    return std::pair(found, several);
  };
  const auto [here, several_here] = only_home(sentence_);
  if (several_here) return &tables().no_currency;
  if (here != nullptr) return here;
  auto& of_text = homes_of_text_[word.shared];
  if (of_text == nullptr) {
    const auto [found, several] = only_home({0, static_cast<std::uint32_t>(doc_.tokens.size())});
    of_text = found != nullptr && !several ? found : &tables().no_currency;
  }
  return of_text;
}

// "vòng 6 $109.447"
bool MoneyReader::is_sign_of_next(const Match& match) const {
  const Token& sign = doc_.tokens[match.tokens.begin];
  const std::uint32_t end = match.tokens.end;
  if (sign.is_word() || sign.gap == Gap::none || end >= sentence_.end) return false;
  return doc_.tokens[end].is_number() && doc_.tokens[end].gap == Gap::none;
}

// "2 đồng 500 ngàn": two notes of that value.
bool MoneyReader::is_note(const Match& match, const Quantity& quantity) const {
  if (quantity.scaled || match.tokens.end >= sentence_.end || !doc_.tokens[match.tokens.end].is_number()) return false;
  return tables().currencies[match.index].code == tables().implied_currency && quantity.value < Decimal::from_int(100);
}

// "số 1 Yên Viên", "54 Đồng Khởi", "bản Euro3": the word belongs to a name.
bool MoneyReader::is_name(const Match& match, const Quantity& quantity) const {
  const std::uint32_t end = match.tokens.end;
  if (end >= sentence_.end) return false;
  const Token& word = doc_.tokens[match.tokens.begin];
  const Token& next = doc_.tokens[end];
  if (quantity.scaled || !word.is_word() || !word.is_capitalized()) return false;
  if (next.is_number() && next.gap == Gap::none) return true;
  const bool one_word = end == match.tokens.begin + 1 && word.letter_case == Case::capital;
  return one_word && next.letter_case == Case::capital && next.is_word() && quantity.value < large_number();
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
  auto quantity = numbers_.read(at, sentence_.end);
  if (!quantity) return std::nullopt;
  quantity->tokens.end = end_of_repetition(*quantity);
  Money money{*quantity, currency_behind(*quantity), quantity->tokens};
  if (money.has_currency() && money.currency.currency->code.empty()) return std::nullopt;
  if (money.has_currency()) money.tokens.end = money.currency.tokens.end;
  return money;
}

std::optional<Money> MoneyReader::read_behind_sign(const Match& sign) const {
  if (sign.tokens.end >= sentence_.end || !doc_.tokens[sign.tokens.end].is_number()) return std::nullopt;
  const auto quantity = numbers_.read(sign.tokens.end, sentence_.end);
  if (!quantity || is_part_of_code(sign, *quantity)) return std::nullopt;
  Money money{*quantity, {&tables().currencies[sign.index], sign.tokens}, {sign.tokens.begin, quantity->tokens.end}};
  const auto behind = currency_behind(*quantity);
  if (behind.currency != nullptr && behind.currency->code == money.currency.currency->code) {
    money.tokens.end = behind.tokens.end;
  }
  return money;
}

// "USD/CNY 30 ngày", "mẫu RM 38-02", "đồng USD 0,6%": letters before a number that are no sign of it.
bool MoneyReader::is_part_of_code(const Match& sign, const Quantity& quantity) const {
  const Token& first = doc_.tokens[sign.tokens.begin];
  if (!first.is_word() || quantity.scaled) return false;
  const bool pair = sign.tokens.begin > sentence_.begin && first.gap == Gap::none &&
                    words_.per_slash.has(doc_.tokens[sign.tokens.begin - 1].word);
  const auto digits = doc_.words(quantity.tokens);
  const bool leading_zero = digits.size() > 1 && digits.front() == '0' && digits.find_first_of(".,") == digits.npos;
  if (pair || leading_zero || may_be_year(quantity)) return true;
  const std::uint32_t at = quantity.tokens.end;
  if (at >= sentence_.end) return false;
  const Token& next = doc_.tokens[at];
  if (words_.percent.has(next.word) || words_.counted_behind.has(next.word)) return true;
  const bool dash = words_.range_dash.has(next.word) && next.gap == Gap::none && at + 1 < sentence_.end;
  return dash && doc_.tokens[at + 1].is_number() && doc_.words(at + 1).front() == '0';
}

// "1.000 (một nghìn) đồng": the end of the words that say the digits again, where the currency follows them.
std::uint32_t MoneyReader::end_of_repetition(const Quantity& quantity) const {
  const std::uint32_t at = quantity.tokens.end;
  if (quantity.spelled || at + 2 >= sentence_.end || !words_.bracket_open.has(doc_.tokens[at].word)) return at;
  const auto again = numbers_.read(at + 1, sentence_.end);
  if (!again || !again->spelled || !(again->value == quantity.value)) return at;
  const std::uint32_t end = again->tokens.end;
  const bool closed = end < sentence_.end && words_.bracket_close.has(doc_.tokens[end].word);
  return closed && marks_.starting_at(PhraseClass::currency, end + 1) != nullptr ? end + 1 : at;
}

bool MoneyReader::is_money(const Money& money) const {
  const Currency* currency = money.currency.currency;
  if (money.quantity.loose) return false;
  if (money.quantity.slang) return slang_is_money(money.quantity);
  const std::uint32_t at = money.quantity.tokens.begin;
  if (at > 0 && numbers_.is_year(at - 1) && may_be_year(money.quantity)) return false;  // "năm 2024 đồng đô la …"
  if (currency == nullptr)
    return money.quantity.weak_scale ? weak_is_money(money.quantity) : is_implied(money.quantity);
  if (!currency->needs_scale || money.quantity.scaled) return true;
  return money.quantity.value >= Decimal::from_int(10) || money.quantity.value.is_zero();  // "vé 0đ"
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
