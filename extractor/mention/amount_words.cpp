// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/amount_words.h"

namespace socai {

AmountWords::AmountWords(const rules::Tables& t)
    : tables(t), range_to(t.sets("range.to")), range_dash(t.sets("range.dash")), range_between(t.sets("range.between")),
      range_and(t.sets("range.and")), change_to(t.sets("change.to")), list_and(t.sets("list.and")),
      list_comma(t.sets("list.comma")), list_opener(t.sets("list.opener")),
      list_respectively(t.sets("list.respectively")), range_from(t.sets("range.from")),
      rate_equals(t.sets("rate.equals")), rate_noun(t.sets("rate.noun")), rate_level(t.sets("rate.level")),
      slang_opener(t.sets("slang.opener")), closing_quote(t.sets("closing_quote")),
      compared_by(t.sets("hedge.compared_by")), money_noun(t.sets("implied.money_noun")),
      money_opener(t.sets("implied.money_opener")), money_word(t.sets("implied.money_word")),
      count_opener(t.sets("implied.count_opener")), not_counted_behind(t.sets("implied.not_counted_behind")),
      hedge_filler(t.sets("hedge.filler")), ceiling_set_by(t.sets("hedge.ceiling_set_by")),
      follower(t.sets("implied.follower")), year_tail(t.sets("implied.year_tail")),
      counted_behind(t.sets("implied.counted_behind")), counted_before(t.sets("implied.counted_before")),
      unit_line(t.sets("unit_line")), percent(t.sets("percent")), bracket_open(t.sets("bracket.open")),
      bracket_close(t.sets("bracket.close")), per_each(t.sets("per.each")), per_one(t.sets("per.one")),
      per_every(t.sets("per.every")), per_slash(t.sets("per.slash")), per_link(t.sets("per.link")),
      per_priced(t.sets("per.priced")), per_barrier(t.sets("per.barrier")), parts(t.vocabulary.size() + 1) {
  using rules::NumberRole;
  constexpr auto kStarts = class_bits({PhraseClass::vague, PhraseClass::currency_before});
  constexpr auto kSigns = class_bits({PhraseClass::currency, PhraseClass::currency_before});
  for (WordId word = 1; word < parts.size(); ++word) {
    const std::uint64_t classes = t.phrases.classes_from(word);
    const NumberRole role = t.number(word).role;
    if (role != NumberRole::none || (classes & kStarts) != 0) parts[word] |= kStart;
    if (role == NumberRole::scale || role == NumberRole::hundred || (classes & kSigns) != 0) parts[word] |= kSign;
  }
}

}  // namespace socai
