// SPDX-License-Identifier: Apache-2.0
// Text -> tokens, in one pass over its bytes.
#pragma once

#include <string_view>
#include <vector>

#include "extractor/text/token.h"
#include "extractor/text/vocabulary.h"

namespace socai {

// Appends the tokens of `text` (valid UTF-8, normalized) that lie in [begin, end) to *tokens. A word is a run of
// letters; a number a run of digits (ASCII or full-width) with single '.' or ',' between digits; anything else but
// white space is a mark of one character. Letters and digits that touch are tokens of their own, without a gap.
void scan(std::string_view text, std::size_t begin, std::size_t end, const Vocabulary& vocabulary,
          std::vector<Token>* tokens);

}  // namespace socai
