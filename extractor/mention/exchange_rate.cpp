// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/exchange_rate.h"

#include <algorithm>

namespace socai {
namespace {

constexpr std::uint32_t kRateReach = 3;   // "1 USD đổi được khoảng 25.400 đồng"
constexpr std::uint32_t kNounReach = 24;  // from "tỷ giá" to its figure
constexpr std::size_t kRateDigits = 6;    // bytes of "23,076"

// "23.076", "23,076"
bool looks_like_rate(std::string_view digits) {
  if (digits.size() != kRateDigits || (digits[2] != '.' && digits[2] != ',')) return false;
  return std::all_of(digits.begin(), digits.end(),
                     [&](const char& c) { return (c >= '0' && c <= '9') || &c == digits.data() + 2; });
}

}  // namespace

bool ExchangeRates::is_one(const Money& money) const {
  return money.has_currency() && !money.quantity.scaled && money.quantity.value == Decimal::from_int(1);
}

bool ExchangeRates::has_two_readings(const Money& money) const {
  if (!money.has_currency() || money.quantity.scaled || money.quantity.spelled) return false;
  if (money.currency.currency->code == reader_.tables().implied_currency) return false;
  const auto digits = doc_.words(money.quantity.tokens);
  const auto comma = digits.find(',');
  return comma != digits.npos && comma + 4 == digits.size() && digits.find_first_of(".,") == comma;
}

std::optional<ExchangeRates::Equation> ExchangeRates::opened_by(const Money& one) const {
  const std::uint32_t at = one.tokens.end;
  const std::uint32_t limit = reader_.sentence().end;
  if (!is_one(one) || at >= limit || !words_.rate_equals.has(doc_.tokens[at].word)) return std::nullopt;
  for (std::uint32_t next = at + 1; next < std::min(at + 1 + kRateReach, limit); ++next) {
    const auto rate = reader_.read(next);
    if (!rate) continue;
    if (!rate->has_currency()) return std::nullopt;
    const bool other = rate->currency.currency->code != one.currency.currency->code;
    return Equation{one.currency.tokens, rate->tokens.begin, rate->tokens.end, other && !has_two_readings(*rate)};
  }
  return std::nullopt;
}

std::optional<ExchangeRates::Base> ExchangeRates::base_behind(const Money& money) const {
  const std::uint32_t end = money.tokens.end;
  const std::uint32_t limit = std::min(end + kRateReach + 1, reader_.sentence().end);
  if (!money.has_currency() || end >= limit) return std::nullopt;
  bool equals = words_.per_slash.has(doc_.tokens[end].word);
  for (std::uint32_t at = end; at < limit; ++at) {
    const Token& token = doc_.tokens[at];
    const bool one = words_.per_one.has(token.word);
    if (equals && one) {
      const auto base = reader_.read(at);
      const bool other = base && is_one(*base) && base->currency.currency->code != money.currency.currency->code;
      return other ? std::optional(Base{base->currency.tokens, base->tokens.end}) : std::nullopt;
    }
    if (token.is_number() || (token.kind == TokenKind::mark && at > end)) return std::nullopt;
    equals = equals || words_.rate_equals.has(token.word);
  }
  return std::nullopt;
}

std::optional<FoundMoney> ExchangeRates::read_bare(const Money& number) const {
  const std::uint32_t at = number.tokens.begin;
  if (number.has_currency() || number.quantity.scaled || at <= reader_.sentence().begin) return std::nullopt;
  if (!words_.rate_level.has(doc_.tokens[at - 1].word)) return std::nullopt;
  std::uint32_t noun = 0;
  if (!looks_like_rate(doc_.words(number.tokens)) || !behind_rate_noun(at, &noun)) return std::nullopt;
  const auto foreign = foreign_currency({noun, at});
  if (!foreign || !reader_.may_follow_implied(number.quantity)) return std::nullopt;
  FoundMoney found = reader_.exact(number);
  found.per = *foreign;
  found.of_rate = true;
  return found;
}

bool ExchangeRates::behind_rate_noun(std::uint32_t at, std::uint32_t* noun) const {
  const std::uint32_t begin = reader_.sentence().begin;
  const std::uint32_t from = at > begin + kNounReach ? at - kNounReach : begin;
  for (*noun = at; (*noun)-- > from + 1;) {
    const bool two = words_.rate_noun.has(doc_.tokens[*noun].word) && words_.rate_noun.has(doc_.tokens[*noun - 1].word);
    if (two) return true;
  }
  return false;
}

// The one currency that the tokens name beside the implied one; empty where they name none, nullopt where several.
std::optional<TokenRange> ExchangeRates::foreign_currency(TokenRange tokens) const {
  TokenRange found;
  std::string_view code;
  for (const Match& match : reader_.marks().within(PhraseClass::currency, tokens)) {
    const rules::Currency& currency = reader_.tables().currencies[match.index];
    if (currency.code.empty() || currency.code == reader_.tables().implied_currency) continue;
    if (!found.empty() && currency.code != code) return std::nullopt;
    found = match.tokens;
    code = currency.code;
  }
  return found;
}

}  // namespace socai
