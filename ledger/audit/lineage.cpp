// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/lineage.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "extractor/claim/entity_id.h"

namespace socai {
namespace {

constexpr std::size_t kRunWords = 5;
constexpr std::size_t kLeastRuns = 4;
constexpr std::size_t kSharedTenths = 6;
// Beyond so many claims of one figure, whether one more of them is a copy tells nothing.
constexpr std::size_t kMostCompared = 64;

// The runs of words, sorted, each once.
std::vector<std::string> runs_of(const std::string& sentence) {
  const auto folded = entity_id(sentence);
  std::vector<std::size_t> starts = {0};
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (folded[i] == '-') starts.push_back(i + 1);
  }
  starts.push_back(folded.size() + 1);
  std::vector<std::string> runs;
  for (std::size_t i = 0; i + kRunWords < starts.size(); ++i) {
    runs.push_back(folded.substr(starts[i], starts[i + kRunWords] - 1 - starts[i]));
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

bool share_enough(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto least = std::min(a.size(), b.size());
  if (least < kLeastRuns) return false;
  std::vector<std::string> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  return shared.size() * 10 >= least * kSharedTenths;
}

std::size_t root_of(std::vector<std::size_t>* parents, std::size_t i) {
  while ((*parents)[i] != i) i = (*parents)[i] = (*parents)[(*parents)[i]];
  return i;
}

}  // namespace

bool is_copy(const RecordedClaim& a, const RecordedClaim& b) {
  return share_enough(runs_of(a.sentence), runs_of(b.sentence));
}

std::size_t count_lineages(const std::vector<const Item*>& items) {
  const auto count = std::min(items.size(), kMostCompared);
  std::vector<std::vector<std::string>> runs;
  for (std::size_t i = 0; i < count; ++i) runs.push_back(runs_of(items[i]->row->sentence));
  std::vector<std::size_t> parents(count);
  std::iota(parents.begin(), parents.end(), std::size_t{0});
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (items[i]->source != items[j]->source && !share_enough(runs[i], runs[j])) continue;
      parents[root_of(&parents, i)] = root_of(&parents, j);
    }
  }
  std::size_t lineages = 0;
  for (std::size_t i = 0; i < count; ++i) lineages += root_of(&parents, i) == i ? 1 : 0;
  return lineages;
}

}  // namespace socai
