// SPDX-License-Identifier: Apache-2.0
#include "ledger/aliases.h"

#include <algorithm>

namespace socai {

void Aliases::join(const std::string& a, const std::string& b) {
  const auto first = std::min(canonical(a), canonical(b));
  const auto second = std::max(canonical(a), canonical(b));
  if (first == second) return;
  auto ids = group(first);
  const auto more = group(second);
  ids.insert(ids.end(), more.begin(), more.end());
  std::sort(ids.begin(), ids.end());
  for (const auto& id : ids) canonical_[id] = first;
  members_.erase(second);
  members_[first] = std::move(ids);
}

bool Aliases::same(std::string_view a, std::string_view b) const { return a == b || canonical(a) == canonical(b); }

std::string Aliases::canonical(std::string_view id) const {
  const auto found = canonical_.find(id);
  return found == canonical_.end() ? std::string(id) : found->second;
}

std::vector<std::string> Aliases::group(std::string_view id) const {
  const auto found = members_.find(canonical(id));
  return found == members_.end() ? std::vector<std::string>{std::string(id)} : found->second;
}

}  // namespace socai
