// SPDX-License-Identifier: Apache-2.0
// Decimals as text that sorts as the numbers do, so that an index or a plain comparison of bytes compares them exactly.
//
//   'N' exponent digits '~'   negative: exponent and digits as their complements to 999 and 9
//   'O'                       zero
//   'P' exponent digits       positive
//
// exponent: that of the first digit, plus 500, three digits. digits: without zeros behind the last.
//   5576000 -> "P5065576"     1600000000 -> "P50916"     0.25 -> "P49925"     -3 -> "N4996~"
#pragma once

#include <string>

#include "extractor/claim/decimal.h"

namespace socai {

std::string amount_key(const Decimal& value);

}  // namespace socai
