// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/growing_links.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace socai {

std::set<std::string> GrowingLinks::put(const std::string& article, const std::vector<const RecordedClaim*>& claims) {
  std::set<std::string> changed;
  if (const auto known = articles_.find(article); known != articles_.end()) {
    take_out(&known->second, &changed);
    articles_.erase(known);
  }
  auto facts = facts_of(claims, options_);
  if (facts.empty()) return changed;
  auto& told = articles_[article];
  told.facts = std::move(facts.front());
  told.keys = lookup_keys(told.facts);
  put_in(&told, &changed);
  return changed;
}

const std::set<std::string>& GrowingLinks::of(const std::string& article) const {
  static const std::set<std::string> kNone;
  const auto found = articles_.find(article);
  return found == articles_.end() ? kNone : found->second.links;
}

// Where the article stands, or would stand, among the sharers of a key.
template <typename Sharers, typename Told>
static auto place_of(Sharers& sharers, const Told& told) {
  return std::lower_bound(sharers.begin(), sharers.end(), &told,
                          [](const auto* a, const auto* b) { return before_in_time(a->facts, b->facts); });
}

void GrowingLinks::take_out(Told* told, std::set<std::string>* changed) {
  while (!told->links.empty()) unlink(told, &articles_.at(*told->links.begin()), changed);
  for (const auto key : told->keys) {
    auto& sharers = sharers_.at(key);
    const auto place = static_cast<std::size_t>(sharers.erase(place_of(sharers, *told)) - sharers.begin());
    // Who stood just out of reach of each other, with the article between them, has come within it.
    for (std::size_t i = place - std::min(place, kMostSharers); i < place; ++i) {
      const auto other = i + kMostSharers;
      if (other < place || other >= sharers.size()) continue;
      auto* a = sharers[i];
      auto* b = sharers[other];
      const bool near = may_be_one_event(a->facts, b->facts, options_.event_days);
      if (near && !a->links.contains(b->facts.article) && are_one_event(a->facts, b->facts)) link(a, b, changed);
    }
    if (sharers.empty()) sharers_.erase(key);
  }
}

void GrowingLinks::put_in(Told* told, std::set<std::string>* changed) {
  Sharers near;
  for (const auto key : told->keys) {
    auto& sharers = sharers_[key];
    const auto at = sharers.insert(place_of(sharers, *told), told);
    const auto place = static_cast<std::size_t>(at - sharers.begin());
    const auto first = place - std::min(place, kMostSharers);
    const auto last = std::min(place + kMostSharers + 1, sharers.size());
    for (auto i = first; i < last; ++i) {
      if (i != place && may_be_one_event(sharers[i]->facts, told->facts, options_.event_days)) {
        near.push_back(sharers[i]);
      }
    }
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  for (auto* other : near) {
    if (are_one_event(told->facts, other->facts)) link(told, other, changed);
  }
  // Whom the article has pushed out of each other's reach by this key may still meet by another.
  for (const auto key : told->keys) {
    const auto& sharers = sharers_.at(key);
    const auto place = static_cast<std::size_t>(place_of(sharers, *told) - sharers.begin());
    for (std::size_t i = place - std::min(place, kMostSharers); i < place; ++i) {
      const auto other = i + kMostSharers + 1;
      if (other <= place || other >= sharers.size()) continue;
      auto* a = sharers[i];
      auto* b = sharers[other];
      if (a->links.contains(b->facts.article) && !are_looked_at(*a, *b)) unlink(a, b, changed);
    }
  }
}

bool GrowingLinks::are_looked_at(const Told& a, const Told& b) const {
  std::vector<std::uint64_t> shared;
  std::set_intersection(a.keys.begin(), a.keys.end(), b.keys.begin(), b.keys.end(), std::back_inserter(shared));
  return std::any_of(shared.begin(), shared.end(), [&](std::uint64_t key) {
    const auto& sharers = sharers_.at(key);
    const auto apart = place_of(sharers, a) - place_of(sharers, b);
    return static_cast<std::size_t>(apart < 0 ? -apart : apart) <= kMostSharers;
  });
}

void GrowingLinks::link(Told* a, Told* b, std::set<std::string>* changed) const {
  a->links.insert(b->facts.article);
  b->links.insert(a->facts.article);
  changed->insert({a->facts.article, b->facts.article});
}

void GrowingLinks::unlink(Told* a, Told* b, std::set<std::string>* changed) const {
  a->links.erase(b->facts.article);
  b->links.erase(a->facts.article);
  changed->insert({a->facts.article, b->facts.article});
}

}  // namespace socai
