// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/lexicon.h"

namespace socai::lexicon {

std::uint8_t head_noun(const Context& c, TokenRange phrase) {
  std::uint32_t at = phrase.begin;
  while (at + 1 < phrase.end && (c.doc.tokens[at].is_number() || c.words.quantifier.has(c.doc.tokens[at].word))) ++at;
  const auto noun = c.marks.at(PhraseClass::noun, at);
  return noun ? static_cast<std::uint8_t>(noun->index + 1) : 0;
}

}  // namespace socai::lexicon
