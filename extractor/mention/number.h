// SPDX-License-Identifier: Apache-2.0
// Numbers in digits and in words, with their scales, as exact decimals: "1.234,5", "3 tỷ 500 triệu", "hai mươi mốt
// nghìn", "1 triệu rưỡi", "nửa tỷ". Where the writing admits two readings and no rule decides, there is no number.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extractor/claim/decimal.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"

namespace socai {

struct Quantity {
  TokenRange tokens;
  Decimal value;
  bool scaled = false;      // a scale word stands in it
  int unit = 0;             // exponent of ten of the last scale: 12 in "15 nghìn tỷ"
  int top = 0;              // of the largest scale: 6 in "1 triệu 250 nghìn"
  bool spelled = false;     // the number itself is in words
  bool weak_scale = false;  // the scale is an abbreviation that also means other things ("k", "m")
  bool slang = false;       // the scale is slang ("củ"): money where a word of paying stands before it
  bool loose = false;  // "hai triệu năm trăm": people also say so for 2 500 000; "93 tỷ 925.630": of unsure meaning
};

// Digits with separators -> value. Dots group thousands and the comma is the decimal sign, as Vietnamese writes; the
// foreign way is taken where only it fits ("1,234,567.89", "1.5"). Without a scale behind it, one comma before exactly
// three digits groups thousands ("1,500 USD"); with a scale it is a decimal comma ("5,576 triệu"). nullopt: no reading.
std::optional<Decimal> read_digits(std::string_view digits, bool scaled);

class NumberReader {
 public:
  NumberReader(const rules::Tables& tables, const Document& doc);

  // The longest number that starts at token `at` and ends before `limit`.
  std::optional<Quantity> read(std::uint32_t at, std::uint32_t limit) const;

  // The exponent of the scale word at `at`, nullopt if there is none. "tỷ lệ" holds no scale; nor does the start of a
  // line, unless the scale is to open a number. An abbreviation must touch the number ("5tr") or a slash ("20 tr/m2").
  std::optional<int> scale_at(std::uint32_t at, bool opens = false) const;

  // What the word means in a number; nothing from `limit` on.
  const rules::NumberWord& word_at(std::uint32_t at, std::uint32_t limit) const;

  // The word for five is also the word for year: "sau 5 năm", "năm 2023".
  bool is_year(std::uint32_t at) const;
  bool is_year_behind_number(std::uint32_t at) const;
  bool is_year_before_number(std::uint32_t at) const;

  // Whether a comma at `at` is the decimal comma of a number without its zero: ",5 tỷ".
  bool is_leading_comma(std::uint32_t at) const;

  // Whether the digit that counts tenths of the scale before it ("ba tỷ mốt") may end before `at`: in front of a
  // currency, a mark, or a word that goes on from a whole number.
  bool may_follow_tail(std::uint32_t at) const;

  // The tenths of "2 tỷ 3": one digit at the token, and nothing behind that it could count or number.
  std::optional<Decimal> tenths_at(std::uint32_t at) const;

  // Whether a currency stands at the token.
  bool is_currency(std::uint32_t at) const;

  const rules::Tables& tables() const { return tables_; }
  const Document& doc() const { return doc_; }

 private:
  bool is_before_slash(std::uint32_t at) const;
  bool is_name(std::uint32_t at) const;

  const rules::Tables& tables_;
  const Document& doc_;
  const rules::WordSet &not_before_, &year_, &comma_, &slash_, &tail_end_;
};

}  // namespace socai
