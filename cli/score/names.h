// SPDX-License-Identifier: Apache-2.0
// Whether two names are the same to a scorer: word by word, without case, titles and the words for kinds of bodies.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace socai::cli {

// The words of a name: NFC, case folded, split at everything that is no letter or digit.
std::vector<std::string> name_words(std::string_view name);

// Whether `said` is one of the accepted names, or one stands within the other once titles ("ông", "công ty", …) are
// dropped. The article's own voice (NARRATOR) equals itself alone.
bool same_name(std::string_view said, const std::vector<std::string>& accepted);

}  // namespace socai::cli
