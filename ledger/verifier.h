// SPDX-License-Identifier: Apache-2.0
// Recomputes a ledger from its stored bytes. Not for users of the library: see ledger.h and verify.h.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "ledger/proof/checkpoint.h"
#include "ledger/store/database.h"
#include "ledger/verify.h"

namespace socai {

VerifyReport verify_ledger(Database& db, const std::function<void(std::int64_t, std::int64_t)>& progress,
                           const std::optional<Checkpoint>& earlier);

}  // namespace socai
