// SPDX-License-Identifier: Apache-2.0
// Recomputes a ledger from its stored bytes. Not for users of the library: see ledger.h and verify.h.
#pragma once

#include <cstdint>
#include <functional>

#include "ledger/store/database.h"
#include "ledger/verify.h"

namespace socai {

VerifyReport verify_ledger(Database& db, const std::function<void(std::int64_t, std::int64_t)>& progress);

}  // namespace socai
