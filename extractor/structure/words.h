// SPDX-License-Identifier: Apache-2.0
// The sets of words and marks that structure knows by their role in rules/zones.toml.
#pragma once

#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"
#include "extractor/text/word_memo.h"

namespace socai {

struct StructureWords {
  explicit StructureWords(const rules::Tables& t)
      : tables(t), abbreviation(t.sets("sentence.abbreviation")), sentence_end(t.sets("sentence.end")),
        full_stop(t.sets("sentence.full_stop")), closer(t.sets("sentence.closer")),
        continuation(t.sets("line.continuation")), line_unit(t.sets("line.unit")), quote_open(t.sets("quote.open")),
        quote_close(t.sets("quote.close")), quote_straight(t.sets("quote.straight")),
        single_open(t.sets("quote.single_open")), single_close(t.sets("quote.single_close")),
        single_straight(t.sets("quote.single_straight")), dash(t.sets("dash")), caption_label(t.sets("caption.label")),
        colon(t.sets("colon")), run_in(t.sets("sentence.run_in")), behind_credit(t.sets("sentence.behind_credit")) {}

  const rules::Tables& tables;
  const rules::WordSet& abbreviation;
  const rules::WordSet &sentence_end, &full_stop, &closer, &continuation, &line_unit;
  const rules::WordSet &quote_open, &quote_close, &quote_straight, &single_open, &single_close, &single_straight;
  const rules::WordSet &dash, &caption_label, &colon, &run_in, &behind_credit;
};

// The steps of build(), in their order. Each reads what the earlier ones filled.
void find_paragraphs(const StructureWords& words, WordMemo* memo, Document* doc);  // scans line by line; zones
void find_sentences(const StructureWords& words, Document* doc);
void find_quotations(const StructureWords& words, Document* doc);

}  // namespace socai
