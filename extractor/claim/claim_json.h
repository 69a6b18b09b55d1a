// SPDX-License-Identifier: Apache-2.0
// The claim record "socai.claim/1" as JSON: one object, keys in a fixed order, no spaces, absent values null.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "extractor/claim/claim.h"
#include "extractor/claim/json_writer.h"

namespace socai {

inline constexpr const char* kClaimSchema = "socai.claim/1";

// Appends the claim as one JSON value.
void write_claim(JsonWriter* out, const Claim& claim);

// The claim as one JSON object without a newline.
std::string claim_to_json(const Claim& claim);

// Reads what claim_to_json wrote; unknown keys are ignored. Throws std::invalid_argument on anything else.
Claim claim_from_json(std::string_view json);

}  // namespace socai
