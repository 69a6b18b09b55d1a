// SPDX-License-Identifier: Apache-2.0
// "Did you mean …": the known word that is nearest to what was typed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace socai::cli {

// The known word with the fewest slips (letters missed, added, changed or swapped), if they are few for its length;
// else one that the typed word begins. The first of equals.
std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string>& known);

}  // namespace socai::cli
