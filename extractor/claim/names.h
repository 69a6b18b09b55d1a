// SPDX-License-Identifier: Apache-2.0
// The values of the claim's enumerations as they are written in JSON, CSV and the ledger, and read back.
#pragma once

#include <optional>
#include <string_view>

#include "extractor/claim/claim.h"

namespace socai {

std::string_view to_string(Kind value);
std::string_view to_string(Field value);
std::string_view to_string(Relation value);
std::string_view to_string(Attribution value);
std::string_view to_string(Polarity value);
std::string_view to_string(Modality value);
std::string_view to_string(Zone value);
std::string_view to_string(EntityType value);

// The value of that name, or nullopt: parse<Relation>("at_least") == Relation::at_least.
template <typename Enum>
std::optional<Enum> parse(std::string_view name);

}  // namespace socai
