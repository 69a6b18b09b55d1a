// SPDX-License-Identifier: Apache-2.0
// The hedge beside an amount: what turns a figure into a bound, a guess or a stress.
#pragma once

#include "extractor/mention/amount.h"
#include "extractor/mention/amount_words.h"

namespace socai {

// Sets relation, min and max of an exact amount by the hedge before or behind it and what it is per, which must be
// known; ranges and vague amounts keep theirs.
void apply_hedge(const AmountWords& words, const Document& doc, const Marks& marks, AmountMention* mention);

}  // namespace socai
