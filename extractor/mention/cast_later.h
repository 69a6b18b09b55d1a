// SPDX-License-Identifier: Apache-2.0
// What only shows once the actors beside or behind are known.
#pragma once

#include <cstdint>
#include <vector>

#include "extractor/mention/cast.h"

namespace socai {

// "Jay Simons, chủ tịch của Atlassian, …": who is set beside an office that names nobody else is a person. Of the
// actors of one sentence, which are those from `first` on; `apposition`: the marks that set beside.
void note_officers(const rules::WordSet& apposition, const Document& doc, std::size_t first, Cast* cast);

// "Hùng nói …": a word that is large by its place alone (`openers`, by token) is a name where it ends the name of a
// person elsewhere.
void add_known_openers(const Document& doc, const std::vector<std::uint32_t>& openers, Cast* cast);

// Fills Cast::from_token.
void index_actors(std::size_t tokens, Cast* cast);

}  // namespace socai
