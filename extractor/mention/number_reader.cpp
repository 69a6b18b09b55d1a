// SPDX-License-Identifier: Apache-2.0
// What single words are to a number: scales, digits, years, the currency behind it.
#include "extractor/mention/number.h"

namespace socai {

using rules::NumberRole;
using rules::NumberWord;

NumberReader::NumberReader(const rules::Tables& tables, const Document& doc)
    : tables_(tables), doc_(doc), not_before_(tables.sets("scale.not_before")), year_(tables.sets("year")),
      comma_(tables.sets("decimal.comma")), slash_(tables.sets("per.slash")), tail_end_(tables.sets("tail.end")) {}

std::optional<int> NumberReader::scale_at(std::uint32_t at, bool opens) const {
  if (at >= doc_.tokens.size()) return std::nullopt;
  const Token& token = doc_.tokens[at];
  const NumberWord& number = tables_.number(token.word);
  if (number.role != NumberRole::scale && number.role != NumberRole::hundred) return std::nullopt;
  if (token.gap == Gap::line && !opens) return std::nullopt;
  if (number.glued_only && token.gap != Gap::none && (number.colloquial || !is_before_slash(at))) return std::nullopt;
  if (at + 1 < doc_.tokens.size() && (not_before_.has(doc_.tokens[at + 1].word) || is_name(at))) return std::nullopt;
  return number.value;
}

const NumberWord& NumberReader::word_at(std::uint32_t at, std::uint32_t limit) const {
  static const NumberWord kNothing;
  return at < limit ? tables_.number(doc_.tokens[at].word) : kNothing;
}

bool NumberReader::is_year(std::uint32_t at) const { return year_.has(doc_.tokens[at].word); }

bool NumberReader::is_year_behind_number(std::uint32_t at) const {
  return at > 0 && at < doc_.tokens.size() && is_year(at) && doc_.tokens[at - 1].is_number();
}

bool NumberReader::is_year_before_number(std::uint32_t at) const {
  return is_year(at) && at + 1 < doc_.tokens.size() && doc_.tokens[at + 1].is_number();
}

bool NumberReader::is_leading_comma(std::uint32_t at) const {
  if (at + 1 >= doc_.tokens.size() || !comma_.has(doc_.tokens[at].word) || doc_.tokens[at].gap == Gap::none)
    return false;
  const Token& digits = doc_.tokens[at + 1];
  if (!digits.is_number() || digits.gap != Gap::none || digits.end - digits.begin > 2) return false;
  return at > 0 && doc_.tokens[at - 1].is_word() && tables_.number(doc_.tokens[at - 1].word).role == NumberRole::none;
}

// "cả Triệu Vy": between a word and another capitalized one, no "5 Triệu Đồng".
bool NumberReader::is_name(std::uint32_t at) const {
  const Token& next = doc_.tokens[at + 1];
  if (doc_.tokens[at].letter_case != Case::capital || next.letter_case != Case::capital || !next.is_word())
    return false;
  if (at == 0 || !doc_.tokens[at - 1].is_word()) return false;
  return tables_.number(doc_.tokens[at - 1].word).role == NumberRole::none &&
         tables_.number(next.word).role == NumberRole::none && !is_currency(at + 1);
}

bool NumberReader::is_before_slash(std::uint32_t at) const {
  return at + 1 < doc_.tokens.size() && slash_.has(doc_.tokens[at + 1].word) && doc_.tokens[at + 1].gap == Gap::none;
}

bool NumberReader::may_follow_tail(std::uint32_t at) const {
  if (at >= doc_.tokens.size() || doc_.tokens[at].gap == Gap::line) return true;
  const bool mark = doc_.tokens[at].kind == TokenKind::mark;
  return mark || tail_end_.has(doc_.tokens[at].word) || is_currency(at);
}

std::optional<Decimal> NumberReader::tenths_at(std::uint32_t at) const {
  const auto digits = doc_.words(at);
  const std::uint32_t end = at + 1;
  const bool one = digits.size() == 1 && digits != "0" && doc_.tokens[at].gap == Gap::space;
  if (!one || !may_follow_tail(end)) return std::nullopt;
  const auto touches = [&](std::uint32_t token) {
    return token < doc_.tokens.size() && doc_.tokens[token].gap == Gap::none;
  };
  const bool goes_on = touches(end) && touches(end + 1) && doc_.tokens[end].kind == TokenKind::mark;  // "3-4", "3/5"
  return goes_on ? std::nullopt : Decimal::parse(digits);
}

bool NumberReader::is_currency(std::uint32_t at) const {
  if (at >= doc_.tokens.size()) return false;
  bool currency = false;
  tables_.phrases.match(doc_.tokens, at, [&](const Match& match) {
    currency =
        currency || (match.phrase_class == PhraseClass::currency && !tables_.currencies[match.index].code.empty());
  });
  return currency;
}

}  // namespace socai
