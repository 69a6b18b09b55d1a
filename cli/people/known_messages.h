// SPDX-License-Identifier: Apache-2.0
// The libraries speak English alone and print nothing. What they say to users is put into Vietnamese here.
#pragma once

#include <string>
#include <string_view>

#include "cli/people/text.h"

namespace socai::cli {

// The message in that language; one that is not known stays as it is.
std::string translated(Lang lang, std::string_view message);

}  // namespace socai::cli
