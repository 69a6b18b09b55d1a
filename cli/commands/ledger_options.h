// SPDX-License-Identifier: Apache-2.0
// What commands that ask the ledger share: which ledger, as of when, and how a name, a metric, a currency, an amount
// or a day on the command line is understood. Each throws Error(usage) with advice on what it cannot understand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/program/commands.h"
#include "ledger/ledger.h"

namespace socai::cli {

struct AsOf {
  std::string text;

  void add_to(Commands* commands, CLI::App* command);
  std::optional<VersionNumber> resolve(const Ledger& ledger) const;
};

// The ledger to read; where there is none the error says how to make one.
Ledger open_ledger(const Context& context);

// The ids that a name may stand for: as typed, and through the gazetteer.
std::vector<std::string> names_for(const std::string& typed, const Rules& rules);

// A metric id that the rules or the ledger know, or a node above one ("cost").
std::string metric_for(const std::string& typed, const Ledger& ledger, Context* context);

// ISO 4217, from a code in any case or a word ("đô la").
std::string currency_for(const std::string& typed, Context* context);

// An amount as people write it: "500 triệu USD".
Amount amount_for(const std::string& typed, const char* option, Context* context);

// "2025-02-01" from itself or from 01/02/2025.
std::string day_for(const std::string& typed, const char* option, const Context& context);

}  // namespace socai::cli
