// SPDX-License-Identifier: Apache-2.0
// Checkpoints (C2SP tlog-checkpoint): the size and root of a ledger's tree at one moment, small enough to be printed in
// a newspaper. Whoever keeps one can tell later whether the ledger has only grown since.
//
//   socai.ledger/9f86d081884c7d65        origin: which ledger
//   1401                                 entries
//   CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
//                                        an empty line, then signatures (note.h), if any
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/merkle.h"
#include "ledger/proof/note.h"

namespace socai {

struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  Hash root{};

  bool operator==(const Checkpoint&) const = default;
};

// The note; signed where there is a key.
std::string checkpoint_note(const Checkpoint& checkpoint, const std::optional<SecretKey>& key = std::nullopt);

// nullopt where it is none. Whether its signatures hold is PublicKey::has_signed's to say.
std::optional<Checkpoint> checkpoint_from(const Note& note);
std::optional<Checkpoint> checkpoint_from(std::string_view note);  // also its first three lines alone

}  // namespace socai
