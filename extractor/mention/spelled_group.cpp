// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/spelled_group.h"

#include <string>

namespace socai {

using rules::NumberRole;
using rules::NumberWord;

std::optional<NumberGroup> SpelledGroupReader::read(std::uint32_t at) const {
  if (reader_.is_year_behind_number(at)) return std::nullopt;
  int value = 0;
  if (!read_below_thousand(&at, &value)) return std::nullopt;
  if (word(at).role == NumberRole::point) {
    if (auto decimal = read_decimals(value, at)) return decimal;
  }
  return NumberGroup{Decimal::from_int(value), at, true};
}

// "phẩy" at `at`: single digits in a row, or one number of two digits.
std::optional<NumberGroup> SpelledGroupReader::read_decimals(int whole, std::uint32_t at) const {
  std::string text = std::to_string(whole) + '.';
  std::uint32_t end = at + 1;
  int two = 0;
  if (read_below_hundred(&end, &two) && two >= 10) {
    text += std::to_string(two);
  } else {
    for (end = at + 1; word(end).role == NumberRole::digit && !word(end).tail_only; ++end) {
      text.push_back(static_cast<char>('0' + word(end).value));
    }
  }
  const auto decimal = Decimal::parse(text);
  if (!decimal) return std::nullopt;
  return NumberGroup{*decimal, end, true};
}

bool SpelledGroupReader::read_below_thousand(std::uint32_t* at, int* value) const {
  const NumberWord& first = word(*at);
  if (first.role == NumberRole::ten) return read_below_hundred(at, value);
  if (first.role != NumberRole::digit || first.tail_only) return false;
  const NumberRole next = word(*at + 1).role;
  if (next == NumberRole::hundred && reader_.scale_at(*at + 1)) {
    *value = first.value * 100;
    *at += 2;
    return read_behind_hundred(at, value);
  }
  if (first.value == 0 && next != NumberRole::point) return false;
  return read_below_hundred(at, value);
}

// "mười lăm", "hai mươi mốt", "hai lăm" (25), "bảy".
bool SpelledGroupReader::read_below_hundred(std::uint32_t* at, int* value) const {
  const NumberWord& first = word(*at);
  if (first.role == NumberRole::ten) {
    *value = first.value;
    ++*at;
    take_unit_digit(at, value);
    return true;
  }
  if (first.role != NumberRole::digit || first.tail_only) return false;
  const NumberWord& next = word(*at + 1);
  *value = first.value;
  ++*at;
  if (next.role == NumberRole::tens && first.value >= 2) {
    *value *= 10;
    ++*at;
    take_unit_digit(at, value);
  } else if (next.role == NumberRole::digit && next.tail_only && first.value >= 2) {
    *value = *value * 10 + next.value;
    ++*at;
  }
  return true;
}

void SpelledGroupReader::take_unit_digit(std::uint32_t* at, int* value) const {
  const NumberWord& digit = word(*at);
  if (digit.role != NumberRole::digit || digit.value == 0 || reader_.is_year_before_number(*at)) return;
  *value += digit.value;
  ++*at;
}

bool SpelledGroupReader::read_behind_hundred(std::uint32_t* at, int* value) const {
  const NumberWord& first = word(*at);
  const NumberWord& second = word(*at + 1);
  int rest = 0;
  std::uint32_t next = *at;
  if (first.role == NumberRole::zero && second.role == NumberRole::digit && second.value > 0) {
    *value += second.value;
    *at += 2;
  } else if (first.role == NumberRole::ten || (first.role == NumberRole::digit && second.role == NumberRole::tens)) {
    if (!read_below_hundred(&next, &rest)) return true;
    *value += rest;
    *at = next;
  } else if (first.role == NumberRole::digit && !first.tail_only && second.role == NumberRole::digit &&
             second.tail_only) {
    *value += first.value * 10 + second.value;  // "trăm hai lăm": 125
    *at += 2;
  } else if (first.role == NumberRole::digit && first.value > 0 && second.role == NumberRole::scale &&
             reader_.scale_at(*at + 1)) {
    *value += first.value * 10;  // "trăm hai triệu": a hundred and twenty
    ++*at;
  } else if (first.role == NumberRole::half && second.role == NumberRole::scale && reader_.scale_at(*at + 1)) {
    *value += 50;  // "trăm rưỡi triệu"
    ++*at;
  }
  return true;
}

}  // namespace socai
