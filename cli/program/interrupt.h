// SPDX-License-Identifier: Apache-2.0
// Ctrl-C (SIGINT) and SIGTERM, for a command that has something to tidy up first. Other commands die of them at once.
#pragma once

namespace socai::cli {

// From here on the first of these signals is only noted, and what waits for input is woken; the second one kills.
void note_interrupts();

// Whether one came.
bool interrupted();

}  // namespace socai::cli
