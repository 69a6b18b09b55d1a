// SPDX-License-Identifier: Apache-2.0
// What an amount is per: "/kg", "mỗi m2", "một lượng", "/người/tháng", "mỗi tháng … đồng".
#pragma once

#include "extractor/mention/amount.h"
#include "extractor/mention/amount_words.h"

namespace socai {

// Sets Amount::per and AmountMention::per, or leaves them.
void find_per_unit(const AmountWords& words, const Document& doc, const Marks& marks, AmountMention* mention);

// The known units behind slashes that begin at within.begin ("/người/tháng"), without the first slash; empty where
// there are none.
TokenRange units_behind_slash(const AmountWords& words, const Document& doc, const Marks& marks, TokenRange within);

}  // namespace socai
