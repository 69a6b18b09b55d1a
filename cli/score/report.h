// SPDX-License-Identifier: Apache-2.0
// The figures of a score, one a line, and the claims behind the errors.
#pragma once

#include <cstddef>
#include <string>

#include "cli/score/score.h"

namespace socai::cli {

// "found F1           0.987" a line.
std::string score_text(const Score& score);

// The same figures as one JSON object.
std::string score_json(const Score& score);

// The first `count` claims missed, said in excess, and wrong in a field.
std::string misses_text(const Score& score, std::size_t count);

}  // namespace socai::cli
