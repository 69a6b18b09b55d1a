// SPDX-License-Identifier: Apache-2.0
// Checkpoints and keys named on a command line.
#pragma once

#include <optional>
#include <string>

#include "cli/program/context.h"
#include "ledger/proof/checkpoint.h"

namespace socai::cli {

// A checkpoint with the note it stood in.
struct CheckpointFile {
  Checkpoint checkpoint;
  std::string note;
};

// The checkpoint in a file ("-": standard input). With a public key (its text, or a file that holds it) a signature of
// that key must hold: Error(integrity) where none does.
CheckpointFile read_checkpoint_file(const std::string& file, const std::string& public_key, const Context& context);

// Throws Error(integrity), with `where`, unless the note is signed by the key. No key: nothing to check.
void check_signature(const std::string& note, const std::string& public_key, const std::string& where,
                     const Context& context);

// The secret key in a file; nothing where none is named.
std::optional<SecretKey> read_secret_key(const std::string& file, const Context& context);

}  // namespace socai::cli
