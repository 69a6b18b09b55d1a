// SPDX-License-Identifier: Apache-2.0
// One ingest: inputs are read on one thread, extracted on many, recorded on the first.
#pragma once

#include "cli/ingest/options.h"
#include "cli/input/find_files.h"
#include "cli/program/context.h"
#include "extractor/claim/error.h"

namespace socai::cli {

// Records what the files hold, and says what became of it. An interruption seals nothing of the version it comes in:
// those that --batch has sealed before stand, and the error says so. The caller has called note_interrupts().
ExitCode run_ingest(const IngestOptions& options, FoundFiles found, Context* context);

}  // namespace socai::cli
