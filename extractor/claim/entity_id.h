// SPDX-License-Identifier: Apache-2.0
// The id of a name: the same for spellings that people take for the same. Case, diacritics (đ and ð too), punctuation
// and Unicode form are folded away; what is left are words of letters and digits joined by hyphens.
//
//   entity_id("Công ty Vingroup") == "cong-ty-vingroup"      entity_id("Việt Nam") == "viet-nam"
#pragma once

#include <string>
#include <string_view>

namespace socai {

// Takes UTF-8 (invalid bytes count as separators); gives ASCII where the letters have an ASCII base, else the folded
// letters. Empty only if the name holds no letter or digit.
std::string entity_id(std::string_view name);

// Whether the words of `query` (an id) stand in a row within the words of `id`: "ty-le" in "cong-ty-ty-le".
bool id_contains(std::string_view id, std::string_view query);

}  // namespace socai
