// SPDX-License-Identifier: Apache-2.0
// Noun phrases by their edges: the runs of words between verbs, prepositions, conjunctions, numbers, marks and the
// phrases of other rules. Vietnamese marks no case and no number, so the words that cannot stand inside a noun phrase
// (rules/grammar.toml) say more than those that can.
#pragma once

#include <vector>

#include "extractor/attribute/context.h"

namespace socai {

// The noun phrases of the tokens, in order. The noun of a metric at the head of a phrase is cut off: what is left is
// what the metric is of ("giá | vàng SJC").
void find_noun_phrases(const Context& context, TokenRange range, std::vector<TokenRange>* phrases);

}  // namespace socai
