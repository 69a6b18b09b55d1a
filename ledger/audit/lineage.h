// SPDX-License-Identifier: Apache-2.0
// Copies are not confirmation: how many independent reports stand behind a figure.
//
// Two claims are of one lineage where they have one source (a source quoted by many outlets is one source), or their
// sentences are copies. Sentences are compared by the runs of 4 words that they share, folded as entity ids are; they
// are copies where three in five runs of the shorter one stand in the longer one, and that is at least 4 runs.
#pragma once

#include <cstddef>
#include <vector>

#include "ledger/audit/keys.h"

namespace socai {

bool is_copy(const Item& a, const Item& b);

// The number of independent lineages among the claims. Lineage is transitive: a copy of a copy is one.
std::size_t count_lineages(const std::vector<const Item*>& items);

}  // namespace socai
