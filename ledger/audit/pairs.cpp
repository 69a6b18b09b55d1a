// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/pairs.h"

#include <algorithm>

namespace socai {
namespace {

constexpr std::size_t kLongestName = 16;  // words

IndexPair ordered(std::size_t a, std::size_t b) { return {std::min(a, b), std::max(a, b)}; }

// Every run of words of an id but the whole.
std::vector<std::string> parts_of(const std::string& id) {
  std::vector<std::size_t> starts = {0};
  for (std::size_t i = 0; i < id.size(); ++i) {
    if (id[i] == '-') starts.push_back(i + 1);
  }
  starts.push_back(id.size() + 1);
  std::vector<std::string> parts;
  if (starts.size() > kLongestName) return parts;
  for (std::size_t first = 0; first + 1 < starts.size(); ++first) {
    for (std::size_t last = first + 1; last < starts.size(); ++last) {
      if (last - first + 1 == starts.size()) continue;
      parts.push_back(id.substr(starts[first], starts[last] - 1 - starts[first]));
    }
  }
  return parts;
}

bool is_denied(const Item& item) { return item.claim().polarity == Polarity::denied; }

}  // namespace

PairIndex::PairIndex(const std::vector<Item>& items, const AuditOptions& options) : items_(items), options_(options) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    by_article_[items[i].article()].push_back(i);
    if (!items[i].subject.empty()) by_subject_[items[i].subject][items[i].family].push_back(i);
  }
  link_nested_subjects();
}

void PairIndex::link_nested_subjects() {
  for (const auto& [subject, families] : by_subject_) {
    for (auto& part : parts_of(subject)) {
      if (by_subject_.contains(part)) nested_[subject].push_back(std::move(part));
    }
  }
}

// The claims of the subject, and of those that its name holds, in one family.
std::vector<const PairIndex::Group*> PairIndex::groups_of(const std::string& subject, const std::string& family) const {
  std::vector<const Group*> groups;
  const auto add = [&](const std::string& name) {
    const auto& families = by_subject_.at(name);
    if (const auto found = families.find(family); found != families.end()) groups.push_back(&found->second);
  };
  add(subject);
  if (const auto found = nested_.find(subject); found != nested_.end()) {
    for (const auto& part : found->second) add(part);
  }
  return groups;
}

// Items are sorted by day, those without one first: what is too far away ends the search.
void PairIndex::add_event_pairs(std::size_t item, const Group& group, std::vector<IndexPair>* pairs) const {
  const auto after = std::upper_bound(group.begin(), group.end(), item);
  for (auto other = after; other != group.end() && same_event(items_[item], items_[*other], options_); ++other) {
    pairs->push_back({item, *other});
  }
  for (auto other = std::lower_bound(group.begin(), group.end(), item); other != group.begin();) {
    --other;
    if (!same_event(items_[item], items_[*other], options_)) break;
    pairs->push_back({*other, item});
  }
}

void PairIndex::add_period_pairs(const Group& group, std::vector<IndexPair>* pairs) const {
  std::map<std::pair<std::string, std::string>, Group> by_period;
  for (const auto item : group) {
    const auto& period = items_[item].claim().period;
    if (period && period->from && period->to) by_period[{*period->from, *period->to}].push_back(item);
  }
  for (const auto& [period, same] : by_period) {
    for (std::size_t i = 0; i < same.size(); ++i) {
      for (std::size_t j = i + 1; j < same.size(); ++j) pairs->push_back({same[i], same[j]});
    }
  }
}

void PairIndex::add_part_pairs(std::size_t item, std::vector<IndexPair>* pairs) const {
  const auto& metric = items_[item].claim().metric;
  if (!metric) return;
  for (const auto& [part, whole] : options_.part_of) {
    const auto family = metric_family(whole);
    if (part != metric->id || family == items_[item].family) continue;
    for (const auto* group : groups_of(items_[item].subject, family)) add_event_pairs(item, *group, pairs);
  }
}

void PairIndex::add_denial_pairs(std::size_t item, std::vector<IndexPair>* pairs) const {
  for (const auto other : by_article_.at(items_[item].article())) {
    if (other != item && items_[other].subject.empty()) pairs->push_back(ordered(item, other));
  }
  if (items_[item].subject.empty()) return;
  for (const auto& [family, group] : by_subject_.at(items_[item].subject)) add_event_pairs(item, group, pairs);
  if (const auto found = nested_.find(items_[item].subject); found != nested_.end()) {
    for (const auto& part : found->second) {
      for (const auto& [family, group] : by_subject_.at(part)) add_event_pairs(item, group, pairs);
    }
  }
}

std::vector<IndexPair> PairIndex::pairs() const {
  std::vector<IndexPair> pairs;
  for (const auto& [subject, families] : by_subject_) {
    for (const auto& [family, group] : families) {
      for (const auto* other : groups_of(subject, family)) {
        for (const auto item : group) add_event_pairs(item, *other, &pairs);
      }
      add_period_pairs(group, &pairs);
    }
  }
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (!items_[i].subject.empty()) add_part_pairs(i, &pairs);
    if (is_denied(items_[i])) add_denial_pairs(i, &pairs);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::erase_if(pairs, [](const IndexPair& pair) { return pair.first == pair.second; });
  return pairs;
}

std::vector<const Item*> PairIndex::others_in_event(std::size_t index) const {
  std::vector<const Item*> others;
  const auto& item = items_[index];
  if (item.subject.empty()) return others;
  std::vector<IndexPair> pairs;
  add_event_pairs(index, by_subject_.at(item.subject).at(item.family), &pairs);
  for (const auto& [a, b] : pairs) {
    const auto& other = items_[a == index ? b : a];
    const bool one_unit = other.amount().currency == item.amount().currency && other.amount().per == item.amount().per;
    if (&other != &item && one_unit) others.push_back(&other);
  }
  return others;
}

std::vector<const Item*> PairIndex::supporters(std::size_t index) const {
  const auto& item = items_[index];
  std::vector<const Item*> supporters = {&item};
  for (const auto* other : others_in_event(index)) {
    const auto keys = compare_keys(item, *other);
    const bool alike =
        keys.metric != KeyState::different && keys.modality == KeyState::equal && is_denied(item) == is_denied(*other);
    if (alike && relate(item.figure, other->figure) == FigureRelation::same) supporters.push_back(other);
  }
  return supporters;
}

std::vector<const Item*> PairIndex::refinements(std::size_t index) const {
  const auto& item = items_[index];
  std::vector<const Item*> refinements;
  for (const auto* other : others_in_event(index)) {
    const bool refines = relate(item.figure, other->figure) == FigureRelation::refines;
    if (refines && !is_denied(*other)) refinements.push_back(other);
  }
  return refinements;
}

std::vector<std::size_t> PairIndex::counter_figures(std::size_t denial) const {
  std::vector<std::size_t> counters;
  const auto& denied = items_[denial];
  for (const auto other : by_article_.at(denied.article())) {
    const auto& item = items_[other];
    const bool one_sentence =
        item.claim().field == denied.claim().field && item.claim().sentence_start == denied.claim().sentence_start;
    const bool one_matter = item.subject == denied.subject && item.family == denied.family &&
                            item.source == denied.source && item.amount().currency == denied.amount().currency;
    if (!one_sentence || !one_matter || is_denied(item)) continue;
    if (relate(item.figure, denied.figure) == FigureRelation::disjoint) counters.push_back(other);
  }
  return counters;
}

}  // namespace socai
