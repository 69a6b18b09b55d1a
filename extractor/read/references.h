// SPDX-License-Identifier: Apache-2.0
// Character references of HTML and XML: "&amp;", "&agrave;", "&#7871;", "&#x1EBF;".
#pragma once

#include <string>
#include <string_view>

namespace socai {

// Appends the text with its references decoded; one that is unknown stays as it stands. The names are those of HTML 4,
// taken without their semicolon too where no letter, digit or "=" follows. Numbers 128 to 159 are those of
// windows-1252, as in browsers; a number that no character has becomes U+FFFD.
void append_decoded(std::string_view text, std::string* out);

// The code point that a name of HTML 4 stands for, 0 if none.
char32_t named_reference(std::string_view name);

}  // namespace socai
