// SPDX-License-Identifier: Apache-2.0
// Whether a number without a currency is money: by its scale, what follows it, and what its sentence speaks of.
#include "extractor/mention/money.h"

namespace socai {
namespace {

constexpr std::uint32_t kCountedBefore = 4;  // how far before a number what it counts may stand
constexpr std::uint32_t kCountedFar = 24;
constexpr std::uint32_t kOpenerReach = 3;
constexpr int kLongestList = 4;
constexpr int kThousands = 3;
constexpr int kMillions = 6;
constexpr int kBillions = 9;

}  // namespace

// "mất 5 củ": a word of paying before the number, and nothing behind it that could be what is counted.
bool MoneyReader::slang_is_money(const Quantity& quantity) const {
  std::uint32_t at = quantity.tokens.begin;
  if (const Match* hedge = marks_.ending_at(PhraseClass::hedge_before, at)) at = hedge->tokens.begin;
  if (at <= sentence_.begin || !words_.slang_opener.has(doc_.tokens[at - 1].word)) return false;
  const std::uint32_t end = quantity.tokens.end;
  return end >= sentence_.end || doc_.tokens[end].kind == TokenKind::mark || words_.per_each.has(doc_.tokens[end].word);
}

// "giá 200k", "50k/bát": thousands of money where a word of paying or what they are per says so.
bool MoneyReader::weak_is_money(const Quantity& quantity) const {
  if (quantity.top != kThousands || !may_follow_implied(quantity)) return false;
  return is_per_unit(quantity.tokens.end) || is_opened_as_money(quantity);
}

bool MoneyReader::is_implied(const Quantity& quantity, bool of_money) const {
  if (!quantity.scaled || quantity.top < kThousands) return false;
  if (!may_follow_implied(quantity) || counted_before(quantity.tokens.begin)) return false;
  if (plainly_money_ || of_money) return true;
  const bool of_its_sentence = quantity.top < kMillions ? is_thousand_of_money(quantity) : speaks_of_money(quantity);
  return of_its_sentence || is_stated_as_money(quantity);
}

bool MoneyReader::may_follow_implied(const Quantity& quantity, int links) const {
  const std::uint32_t at = quantity.tokens.end;
  if (at >= sentence_.end) return true;
  const Token& next = doc_.tokens[at];
  if (next.is_number()) return false;
  const bool listed = words_.list_and.has(next.word) || words_.list_comma.has(next.word);
  if (listed && links < kLongestList && counts_next(at + 1, links)) return false;
  if (next.kind == TokenKind::mark) return !words_.percent.has(next.word);
  const Match* noun = marks_.starting_at(PhraseClass::count_noun, at);
  if (noun != nullptr && noun->index == rules::kSums) return quantity.top >= kBillions;
  if (noun != nullptr || words_.counted_behind.has(next.word)) return false;
  const bool per = at + 1 < sentence_.end && words_.per_slash.has(doc_.tokens[at + 1].word);  // "50 tỷ Post/năm"
  if (numbers_.is_year(at)) return year_may_follow(at);
  return (next.is_capitalized() && !per) || words_.follower.has(next.word);
}

// "1.200 tỷ năm 2023", "lãi 300 tỷ năm trước"; but "4,5 tỷ năm trước", "sau 13,8 tỷ năm".
bool MoneyReader::year_may_follow(std::uint32_t at) const {
  if (at + 1 >= sentence_.end || doc_.tokens[at + 1].kind == TokenKind::mark) return false;
  return doc_.tokens[at + 1].is_number() || words_.year_tail.has(doc_.tokens[at + 1].word) || is_sentence_of_money();
}

// "1,5 triệu và 1,3 triệu cổ phiếu": what the next of a list counts, this one counts too.
bool MoneyReader::counts_next(std::uint32_t at, int links) const {
  if (at >= sentence_.end || !doc_.tokens[at].is_number()) return false;
  const auto next = numbers_.read(at, sentence_.end);
  if (!next || !next->scaled || currency_behind(*next).currency != nullptr) return false;
  return !may_follow_implied(*next, links + 1);
}

// "lượng khách đạt 27 triệu", "tổng số thuê bao lên 554 triệu"; but "người dân vay 80 tỷ", "lần lượt là 7 tỷ".
bool MoneyReader::counted_before(std::uint32_t at) const {
  const std::uint32_t from = at > sentence_.begin + kCountedBefore ? at - kCountedBefore : sentence_.begin;
  for (std::uint32_t token = at; token-- > from && !words_.money_word.has(doc_.tokens[token].word);) {
    const bool idiom = token > sentence_.begin && words_.not_counted_behind.has(doc_.tokens[token - 1].word);
    if (words_.counted_before.has(doc_.tokens[token].word) && !idiom) return true;
  }
  return counted_far_before(at);
}

// What is counted stands farther off, in a sentence that names no currency: "người dùng ở cả nước đạt con số 46 triệu",
// "số dân hai nước trên 100 triệu", "10 triệu tấn, so với 9 triệu".
bool MoneyReader::counted_far_before(std::uint32_t at) const {
  const std::uint32_t from = at > sentence_.begin + kCountedFar ? at - kCountedFar : sentence_.begin;
  bool same_clause = true;
  for (std::uint32_t token = at; token-- > from;) {
    const WordId word = doc_.tokens[token].word;
    same_clause = same_clause && !words_.list_comma.has(word);
    if (words_.money_word.has(word) || marks_.starting_at(PhraseClass::currency, token) != nullptr) return false;
    const Match* noun = marks_.starting_at(PhraseClass::count_noun, token);
    if (noun != nullptr && noun->index == rules::kSums) return false;
    if (noun != nullptr && same_clause) return true;
    if (token == sentence_.begin) break;
    const bool opened = words_.count_opener.has(doc_.tokens[token - 1].word);
    const bool number_of = opened && (noun != nullptr || words_.counted_before.has(word));
    const bool units = (noun != nullptr || words_.counted_behind.has(word)) && numbers_.scale_at(token - 1);
    if (number_of || units) return true;
  }
  return false;
}

// A scale of billions is nearly always money; below it the sentence must show that it speaks of money.
bool MoneyReader::speaks_of_money(const Quantity& quantity) const {
  if (quantity.top >= kBillions) return true;
  if (is_sentence_of_money()) return true;
  return is_per_unit(quantity.tokens.end);
}

// "Xe ga 68 triệu có gì?": elsewhere the text says "68 triệu đồng".
bool MoneyReader::is_stated_as_money(const Quantity& quantity) const {
  if (quantity.tokens.end != quantity.tokens.begin + 2) return false;
  if (!stated_) stated_ = sums_stated();
  return stated_->contains(doc_.words(quantity.tokens));
}

// What stands before the implied currency in the text, where it is digits and one scale.
std::unordered_set<std::string_view> MoneyReader::sums_stated() const {
  std::unordered_set<std::string_view> sums;
  for (std::uint32_t at = 1; at + 1 < doc_.tokens.size(); ++at) {
    if (!doc_.tokens[at - 1].is_number() || tables().number(doc_.tokens[at].word).role != rules::NumberRole::scale)
      continue;
    const Match* currency = marks_.starting_at(PhraseClass::currency, at + 1);
    const bool implied = currency != nullptr && tables().currencies[currency->index].code == tables().implied_currency;
    if (implied) sums.insert(doc_.words(TokenRange{at - 1, at + 1}));
  }
  return sums;
}

bool MoneyReader::is_sentence_of_money() const {
  if (!sentence_of_money_) {
    sentence_of_money_ = !marks_.within(PhraseClass::metric, sentence_).empty() ||
                         !marks_.within(PhraseClass::currency, sentence_).empty();
  }
  return *sentence_of_money_;
}

// "500 nghìn tiền công", "trả 200 nghìn", "300 nghìn/ngày"; "giá … 36,7 triệu đồng/lượng, giảm 500 nghìn": thousands
// lean on the amount before them.
bool MoneyReader::is_thousand_of_money(const Quantity& quantity) const {
  const std::uint32_t end = quantity.tokens.end;
  if (end < sentence_.end && words_.money_noun.has(doc_.tokens[end].word)) return true;
  if (is_per_unit(end)) return true;
  if (is_opened_as_money(quantity)) return true;
  std::uint32_t at = quantity.tokens.begin;
  if (const Match* hedge = marks_.ending_at(PhraseClass::hedge_before, at)) at = hedge->tokens.begin;
  if (previous_ == nullptr || previous_->tokens.begin < sentence_.begin) return false;
  const Amount& before = previous_->amount;
  if (before.currency != tables().implied_currency) return false;
  const bool changed = marks_.ending_at(PhraseClass::change, at) != nullptr;
  const bool listed = before.implied_currency && before.value && *before.value < Decimal::from_int(1000000);
  return changed || listed;
}

// "trả 200 nghìn": a word of paying before it; a little farther off where nothing behind it could be what is counted:
// "giá vé là 100 nghìn", "giá vé 100 nghìn một người".
bool MoneyReader::is_opened_as_money(const Quantity& quantity) const {
  std::uint32_t at = quantity.tokens.begin;
  if (const Match* hedge = marks_.ending_at(PhraseClass::hedge_before, at)) at = hedge->tokens.begin;
  if (at > sentence_.begin && words_.money_opener.has(doc_.tokens[at - 1].word)) return true;
  const std::uint32_t end = quantity.tokens.end;
  const bool per = end < sentence_.end &&
                   (words_.per_one.has(doc_.tokens[end].word) || words_.per_each.has(doc_.tokens[end].word)) &&
                   marks_.at(PhraseClass::unit, end + 1).has_value();
  if (end < sentence_.end && doc_.tokens[end].kind != TokenKind::mark && !per) return false;
  const std::uint32_t from = at > sentence_.begin + kOpenerReach ? at - kOpenerReach : sentence_.begin;
  for (std::uint32_t token = at; token-- > from && doc_.tokens[token].is_word();) {
    if (words_.money_opener.has(doc_.tokens[token].word)) return true;
  }
  return false;
}

// "/kg", "/người/tháng"
bool MoneyReader::is_per_unit(std::uint32_t at) const {
  return at + 1 < sentence_.end && words_.per_slash.has(doc_.tokens[at].word) &&
         marks_.at(PhraseClass::unit, at + 1).has_value();
}

}  // namespace socai
