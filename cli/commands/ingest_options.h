// SPDX-License-Identifier: Apache-2.0
// The options that ingest and watch share.
#pragma once

#include "cli/ingest/options.h"
#include "cli/program/commands.h"

namespace socai::cli {

void add_ingest_options(Commands* commands, CLI::App* command, IngestOptions* options);

}  // namespace socai::cli
