// SPDX-License-Identifier: Apache-2.0
// Nouns that stand for one that the article named before: "dự án lên tới 16 tỷ USD", of "Dự án sân bay Long Thành".
#pragma once

#include "extractor/attribute/context.h"

namespace socai {

// The last phrase before `phrase` that opens with the same noun and goes on with a name; empty where there is none, or
// where `phrase` is more than a noun that may stand for a thing (rules/lexicon.toml).
TokenRange name_of_bare_noun(const Context& context, TokenRange phrase);

}  // namespace socai
