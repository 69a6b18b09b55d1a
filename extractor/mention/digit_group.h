// SPDX-License-Identifier: Apache-2.0
// One group of a number in digits, which spaces may part: "1 234 567".
#pragma once

#include <optional>
#include <string>

#include "extractor/mention/spelled_group.h"

namespace socai {

// The digits at tokens.begin, with the groups of three behind them; `prefix` stands before them ("0," of ",5 tỷ").
std::optional<NumberGroup> read_digit_group(const NumberReader& reader, TokenRange tokens, const std::string& prefix);

// "1 500": whether the digits at `at` may be the end of the number before them, which could not be joined.
bool may_be_cut_off(const Document& doc, std::uint32_t at);

}  // namespace socai
