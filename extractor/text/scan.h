// SPDX-License-Identifier: Apache-2.0
// Text -> tokens, in one pass over its bytes.
#pragma once

#include <string_view>
#include <vector>

#include "extractor/text/token.h"
#include "extractor/text/vocabulary.h"
#include "extractor/text/word_memo.h"

namespace socai {

// Appends the tokens of `text` (valid UTF-8, normalized) that lie in [begin, end) to *tokens. A word is a run of
// letters; a number a run of digits (ASCII or full-width) with single '.' or ',' between digits; anything else but
// white space is a mark of one character. Letters and digits that touch are tokens of their own, without a gap.
// `memo`, where given, remembers words from call to call; it must only be used with this vocabulary.
void scan(std::string_view text, std::size_t begin, std::size_t end, const Vocabulary& vocabulary,
          std::vector<Token>* tokens, WordMemo* memo = nullptr);

// Token::key of a word in lower case or of the digits of a number.
std::uint32_t key_of(std::string_view lower);

}  // namespace socai
