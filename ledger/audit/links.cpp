// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/links.h"

#include <algorithm>
#include <utility>

#include "ledger/audit/article_facts.h"

namespace socai {
namespace {

struct Lookup {
  std::uint64_t key = 0;
  std::uint32_t article = 0;

  auto operator<=>(const Lookup&) const = default;  // NOLINT(modernize-use-nullptr): there is no pointer in it
};

std::vector<Lookup> lookups_of(const std::vector<ArticleFacts>& articles) {
  std::vector<Lookup> lookups;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (const auto key : lookup_keys(articles[i])) lookups.push_back({key, static_cast<std::uint32_t>(i)});
  }
  std::sort(lookups.begin(), lookups.end());
  return lookups;
}

}  // namespace

EventLinks::EventLinks(const std::vector<const RecordedClaim*>& claims, const AuditOptions& options) {
  const auto articles = facts_of(claims, options);
  const auto lookups = lookups_of(articles);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> tried;
  for (std::size_t i = 0; i < lookups.size(); ++i) {
    const auto& first = articles[lookups[i].article];
    const auto end = std::min(i + 1 + kMostSharers, lookups.size());
    for (std::size_t j = i + 1; j < end && lookups[j].key == lookups[i].key; ++j) {
      if (!may_be_one_event(first, articles[lookups[j].article], options.event_days)) break;
      tried.emplace_back(lookups[i].article, lookups[j].article);
    }
  }
  std::sort(tried.begin(), tried.end());
  tried.erase(std::unique(tried.begin(), tried.end()), tried.end());
  for (const auto& [a, b] : tried) {
    if (!are_one_event(articles[a], articles[b])) continue;
    links_[articles[a].article].push_back(articles[b].article);
    links_[articles[b].article].push_back(articles[a].article);
  }
  for (auto& [article, others] : links_) std::sort(others.begin(), others.end());
}

bool EventLinks::linked(const std::string& a, const std::string& b) const {
  const auto& others = of(a);
  return std::binary_search(others.begin(), others.end(), b);
}

const std::vector<std::string>& EventLinks::of(const std::string& article) const {
  static const std::vector<std::string> kNone;
  const auto found = links_.find(article);
  return found == links_.end() ? kNone : found->second;
}

}  // namespace socai
