// SPDX-License-Identifier: Apache-2.0
// Up to three digits in words: "hai mươi mốt", "một trăm linh năm", "mười lăm", "hai lăm", "bảy"; with decimals behind
// "phẩy": "hai phẩy năm", "ba phẩy mười lăm".
#pragma once

#include <cstdint>
#include <optional>

#include "extractor/mention/number.h"

namespace socai {

// One group of a number: digits as written, or up to three digits in words.
struct NumberGroup {
  Decimal value;
  std::uint32_t end = 0;
  bool spelled = false;
};

class SpelledGroupReader {
 public:
  SpelledGroupReader(const NumberReader& reader, std::uint32_t limit) : reader_(reader), limit_(limit) {}

  std::optional<NumberGroup> read(std::uint32_t at) const;

 private:
  const rules::NumberWord& word(std::uint32_t at) const { return reader_.word_at(at, limit_); }
  bool read_below_thousand(std::uint32_t* at, int* value) const;
  bool read_below_hundred(std::uint32_t* at, int* value) const;
  bool read_behind_hundred(std::uint32_t* at, int* value) const;
  void take_unit_digit(std::uint32_t* at, int* value) const;
  std::optional<NumberGroup> read_decimals(int whole, std::uint32_t at) const;

  const NumberReader& reader_;
  const std::uint32_t limit_;
};

}  // namespace socai
