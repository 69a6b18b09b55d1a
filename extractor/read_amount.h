// SPDX-License-Identifier: Apache-2.0
// An amount as a person types it on the command line, read by the same grammar as an article's.
#pragma once

#include <optional>
#include <string_view>

#include "extractor/claim/claim.h"
#include "extractor/rules/rules.h"

namespace socai {

// "500 triệu USD", "1,6 tỷ", "200k", "1500000": the one amount that the text is, with hedges; nullopt if it is none or
// more. A bare number is whole units of no currency (currency is empty).
std::optional<Amount> read_amount(std::string_view text, const Rules& rules);

}  // namespace socai
