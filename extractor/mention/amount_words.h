// SPDX-License-Identifier: Apache-2.0
// The sets of words that the grammar of amounts asks for, by the role that the rule files give them.
#pragma once

#include <cstdint>
#include <vector>

#include "extractor/rules/tables.h"

namespace socai {

struct AmountWords {
  explicit AmountWords(const rules::Tables& t);

  const rules::Tables& tables;
  const rules::WordSet &range_to, &range_dash, &range_between, &range_and, &change_to;
  const rules::WordSet &list_and, &list_comma, &list_opener, &list_respectively;
  const rules::WordSet &range_from, &rate_equals, &rate_noun, &rate_level, &slang_opener, &closing_quote, &compared_by;
  const rules::WordSet &money_noun, &money_opener, &money_word, &count_opener, &not_counted_behind;
  const rules::WordSet &hedge_filler, &ceiling_set_by;
  const rules::WordSet &follower, &year_tail, &counted_behind, &counted_before, &unit_line, &percent, &bracket_open,
      &bracket_close;
  const rules::WordSet &per_each, &per_one, &per_every, &per_slash, &per_link, &per_priced, &per_barrier;

  // What a word can be to an amount, by word id.
  enum Part : std::uint8_t {
    kStart = 1,  // the first word of an amount: of a number in words, a vague quantity, a currency before its number
    kSign = 2,   // a scale, or the first word of a currency: no amount is without one
  };
  std::uint8_t parts_of(WordId word) const { return word < parts.size() ? parts[word] : 0; }
  std::vector<std::uint8_t> parts;
};

}  // namespace socai
