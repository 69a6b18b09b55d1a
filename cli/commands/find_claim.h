// SPDX-License-Identifier: Apache-2.0
// Claims and articles named on a command line by an id or the beginning of one.
#pragma once

#include <optional>
#include <string>

#include "cli/program/context.h"
#include "ledger/ledger.h"

namespace socai::cli {

// The one claim or article; Error(not_found) where there is none, Error(usage) naming them where there are several.
IdMatch find_one(const Ledger& ledger, const std::string& id, std::optional<VersionNumber> as_of,
                 const Context& context);

// The same for claims alone: an article's id is not found.
std::string find_claim(const Ledger& ledger, const std::string& id, std::optional<VersionNumber> as_of,
                       const Context& context);

}  // namespace socai::cli
