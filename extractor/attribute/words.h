// SPDX-License-Identifier: Apache-2.0
// The sets of words that attribution asks for, by the role that rules/grammar.toml gives them; looked up once.
#pragma once

#include "extractor/rules/tables.h"

namespace socai {

struct AttributionWords {
  explicit AttributionWords(const rules::Tables& t)
      : preposition(t.sets("preposition")), genitive(t.sets("genitive.of")), owner(t.sets("genitive.owner")),
        clause_mark(t.sets("clause.mark")), clause_word(t.sets("clause.word")), clause_hard(t.sets("clause.hard")),
        bracket(t.sets("bracket.open")), for_(t.sets("for")), quantifier(t.sets("quantifier")),
        connector(t.sets("connector")), edge(t.sets("phrase.edge")), auxiliary(t.sets("auxiliary")),
        joiner(t.sets("name.joiner")), change_adverb(t.sets("change.adverb")), caveat_end(t.sets("caveat.end")),
        slash(t.sets("per.slash")), time_noun(t.sets("noun.time")), measure_noun(t.sets("noun.measure")),
        pronoun_word(t.sets("pronoun.word")), demonstrative(t.sets("demonstrative")),
        respectively(t.sets("respectively")), respectively_first(t.sets("respectively.first")),
        round_open(t.sets("bracket.round_open")), round_close(t.sets("bracket.round_close")),
        run_in(t.sets("sentence.run_in")) {}

  const rules::WordSet &preposition, &genitive, &owner, &clause_mark, &clause_word, &clause_hard, &bracket, &for_,
      &quantifier;
  const rules::WordSet &connector, &edge, &auxiliary, &joiner, &change_adverb, &caveat_end, &slash, &time_noun,
      &measure_noun, &pronoun_word, &demonstrative, &respectively, &respectively_first, &round_open, &round_close,
      &run_in;
};

}  // namespace socai
