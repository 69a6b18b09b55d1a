// SPDX-License-Identifier: Apache-2.0
// What nouns stand for, by rules/lexicon.toml.
#pragma once

#include <cstdint>

#include "extractor/attribute/context.h"

namespace socai::lexicon {

// The class of the noun that opens a noun phrase, behind quantifiers and numbers: 1 + its index into
// Tables::noun_classes, 0 where none is known.
std::uint8_t head_noun(const Context& context, TokenRange phrase);

}  // namespace socai::lexicon
