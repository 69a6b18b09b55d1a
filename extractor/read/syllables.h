// SPDX-License-Identifier: Apache-2.0
// How far a text looks like Vietnamese, by the way its syllables are built and not by its words: what tells the right
// decoding of old text from the wrong ones.
#pragma once

#include <cstddef>
#include <string_view>

namespace socai {

// Over the words that hold a letter beyond ASCII.
struct SyllableCount {
  std::size_t good = 0;  // built as a Vietnamese syllable is: consonants, vowels with at most one tone, a coda
  std::size_t all = 0;

  std::size_t misfits() const { return all - good; }
  double share() const { return all == 0 ? 0 : static_cast<double>(good) / static_cast<double>(all); }
};

// `text` is valid UTF-8. A sign that does not belong to a text (¸, ¬, a control character) spoils the word it touches.
SyllableCount count_syllables(std::string_view text);

}  // namespace socai
