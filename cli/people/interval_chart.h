// SPDX-License-Identifier: Apache-2.0
// Amounts on a common logarithmic axis, in plain characters:
//
//   A  o
//   B                           |------------------>
//      +-------------+-------------+-------------+
//      1 triệu       10 triệu      100 triệu     1 tỷ   USD
//
// Where a figure stands on the axis is for the eye alone; the figures themselves are printed exactly elsewhere.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/people/numbers.h"
#include "extractor/claim/claim.h"

namespace socai::cli {

struct ChartLine {
  std::string label;
  Amount amount;
  bool denied = false;
};

// Nothing where the amounts are of several currencies, or one of them has no bound above zero.
std::string interval_chart(const std::vector<ChartLine>& lines, const Numbers& numbers, std::size_t width);

}  // namespace socai::cli
