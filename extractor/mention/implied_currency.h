// SPDX-License-Identifier: Apache-2.0
// A scale without a currency means the implied one, unless its sentence speaks of another.
#pragma once

#include <vector>

#include "extractor/mention/amount.h"

namespace socai {

// "52 triệu bảng, sụt giảm 36 triệu": where all currencies that a sentence states are one foreign currency, a figure
// without a currency is of that one too, but not where it is larger by an exchange rate ("2 nghìn USD (hơn 40 triệu)").
// So it is in an article with several figures of one foreign currency and none of the implied one.
void settle_implied_currencies(const Document& doc, std::vector<AmountMention>* amounts);

}  // namespace socai
