// SPDX-License-Identifier: Apache-2.0
// Sentences that no full stop parts from what stands before them, most often a caption.
#pragma once

#include <cstdint>
#include <vector>

#include "extractor/rules/tables.h"

namespace socai {

// Whether such a sentence may open at the token: "Ảnh minh họa | Trên thị trường thế giới". `run_in` are the words that
// open sentences; a word in small letters must follow before `limit`.
inline bool opens_run_in(const std::vector<Token>& tokens, const rules::WordSet& run_in, std::uint32_t at,
                         std::uint32_t limit) {
  if (tokens[at].letter_case != Case::capital || at + 1 >= limit || !run_in.has(tokens[at].word)) return false;
  return tokens[at + 1].is_word() && !tokens[at + 1].is_capitalized();
}

}  // namespace socai
