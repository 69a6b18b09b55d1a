// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/lineage.h"

#include <algorithm>
#include <numeric>

#include "ledger/audit/context.h"

namespace socai {
namespace {

constexpr std::size_t kLeastRuns = 5;
constexpr std::size_t kSharedTenths = 6;
// Beyond so many claims of one figure, whether one more of them is a copy tells nothing.
constexpr std::size_t kMostCompared = 64;

std::size_t root_of(std::vector<std::size_t>* parents, std::size_t i) {
  while ((*parents)[i] != i) i = (*parents)[i] = (*parents)[(*parents)[i]];
  return i;
}

}  // namespace

bool is_copy(const Item& a, const Item& b) {
  const auto least = std::min(a.runs.size(), b.runs.size());
  return least >= kLeastRuns && shared_runs(a.runs, b.runs) * 10 >= least * kSharedTenths;
}

std::size_t count_lineages(const std::vector<const Item*>& items) {
  const auto count = std::min(items.size(), kMostCompared);
  std::vector<std::size_t> parents(count);
  std::iota(parents.begin(), parents.end(), std::size_t{0});
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (items[i]->source != items[j]->source && !is_copy(*items[i], *items[j])) continue;
      parents[root_of(&parents, i)] = root_of(&parents, j);
    }
  }
  std::size_t lineages = 0;
  for (std::size_t i = 0; i < count; ++i) lineages += root_of(&parents, i) == i ? 1 : 0;
  return lineages;
}

}  // namespace socai
