// SPDX-License-Identifier: Apache-2.0
// The nodes of the Merkle tree as the file holds them: leaves with the entries, every eighth level in `subtree`.
#pragma once

#include "ledger/merkle.h"
#include "ledger/store/database.h"

namespace socai {

// Reads at most 128 hashes for a node. Throws integrity where one is missing. `db` must outlive it.
NodeSource stored_nodes(Database& db);

}  // namespace socai
