// SPDX-License-Identifier: Apache-2.0
// The time an amount is for: the phrase nearest to it in its sentence, and the days it means where the text and the
// publication date fix them. What they do not fix stays null.
#pragma once

#include <optional>
#include <string>

#include "extractor/attribute/context.h"

namespace socai {

struct PeriodFound {
  Fired by;
  std::optional<std::string> from;  // ISO 8601 days, inclusive
  std::optional<std::string> to;
};

std::optional<PeriodFound> find_period(const Context& context, std::size_t amount);

}  // namespace socai
