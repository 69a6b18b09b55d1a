// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/pairs.h"

#include <algorithm>
#include <iterator>

namespace socai {
namespace {

constexpr std::size_t kLongestName = 16;  // words

IndexPair ordered(std::size_t a, std::size_t b) { return {std::min(a, b), std::max(a, b)}; }

bool is_headline(const Item& item) { return item.claim().zone == Zone::headline; }

// Words in common that make two figures of one metric worth comparing, in percent.
constexpr int kAlike = 40;
constexpr int kSlightlyAlike = 15;

bool one_matter(const Keys& keys) { return keys.subject == KeyState::equal || keys.subject == KeyState::unknown; }

}  // namespace

std::vector<std::string> parts_of_name(const std::string& id) {
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

PairIndex::PairIndex(const std::vector<Item>& items, const EventLinks& links, const AuditOptions& options)
    : items_(items), options_(options), links_(links) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    by_article_[items[i].article()].push_back(i);
    if (!items[i].subject.empty()) by_subject_[items[i].subject][items[i].family].push_back(i);
  }
  link_nested_subjects();
  for (const auto& [subject, families] : by_subject_) {
    for (const auto& [family, group] : families) {
      for (const auto* other : groups_of(subject, family)) {
        for (const auto item : group) add_dated_pairs(item, *other);
      }
      add_period_pairs(group);
      add_plan_pairs(group);
    }
  }
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (!items_[i].subject.empty()) add_part_pairs(i);
    if (items_[i].denied()) add_denial_pairs(i);
  }
  add_article_pairs();
  sort_pairs();
}

void PairIndex::link_nested_subjects() {
  for (const auto& [subject, families] : by_subject_) {
    for (auto& part : parts_of_name(subject)) {
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

bool PairIndex::in_event(const Item& a, const Item& b) const {
  if (a.article() == b.article()) return true;
  if (!same_event(a, b, options_)) return false;
  return a.day ? true : links_.linked(a.article(), b.article());
}

std::vector<std::string> PairIndex::linked_with_both(const Item& a, const Item& b) const {
  const auto& of_a = links_.of(a.article());
  const auto& of_b = links_.of(b.article());
  std::vector<std::string> both;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(both));
  std::erase_if(both, [&](const std::string& article) { return !by_article_.contains(article); });
  return both;
}

// Of one article or of linked ones: does anything invite to compare them?
bool PairIndex::related(const Item& a, const Item& b) const {
  const bool one_family = a.family == b.family && !a.family.empty();
  const bool apart = a.article() != b.article();
  const bool one_currency = a.amount().currency == b.amount().currency;
  if (!one_currency && options_.rates.empty()) return apart && same_digits(a.figure, b.figure);
  const auto keys = compare_keys(a, b, options_);
  const auto alike = likeness(a.context, b.context);
  if (one_family && (one_matter(keys) || alike >= kAlike)) return true;
  if (!one_currency) return apart && same_digits(a.figure, b.figure);
  if (state_one_figure(a.figure, b.figure)) {
    return one_family || one_matter(keys) || alike >= kSlightlyAlike || a.figure.digits > 1;
  }
  const auto meet = [&] { return relate(a.figure, b.figure) != FigureRelation::disjoint; };
  if (apart && (one_family || are_near(a.figure, b.figure)) && meet()) return true;
  // Within one sentence a word may set them against each other.
  // A headline's figure is told again in the text.
  if (!apart && is_headline(a) != is_headline(b) && meet() && std::max(a.figure.digits, b.figure.digits) > 1) {
    return true;
  }
  const bool one_sentence = !apart && a.claim().field == b.claim().field &&
                            a.claim().sentence_start == b.claim().sentence_start && a.source != b.source;
  if (one_sentence && one_matter(keys)) return true;
  const bool slip = a.figure.digits > 1 && power_of_ten_apart(a.figure, b.figure).has_value();
  return apart && (slip || (one_matter(keys) && alike >= kAlike));
}

// Items are sorted by day, those without one first: what is too far away ends the search.
void PairIndex::add_dated_pairs(std::size_t item, const Group& group) {
  if (!items_[item].day) return;
  const auto after = std::upper_bound(group.begin(), group.end(), item);
  for (auto other = after; other != group.end() && same_event(items_[item], items_[*other], options_); ++other) {
    pairs_.emplace_back(item, *other);
  }
  for (auto other = std::lower_bound(group.begin(), group.end(), item); other != group.begin();) {
    --other;
    if (!same_event(items_[item], items_[*other], options_)) break;
    pairs_.emplace_back(*other, item);
  }
}

void PairIndex::add_period_pairs(const Group& group) {
  std::map<std::pair<std::string, std::string>, Group> by_period;
  for (const auto item : group) {
    const auto& period = items_[item].claim().period;
    if (period && period->from && period->to) by_period[{*period->from, *period->to}].push_back(item);
  }
  for (const auto& [period, same] : by_period) {
    for (std::size_t i = 0; i < same.size(); ++i) {
      for (std::size_t j = i + 1; j < same.size(); ++j) pairs_.emplace_back(same[i], same[j]);
    }
  }
}

void PairIndex::add_plan_pairs(const Group& group) {
  for (std::size_t i = 0; i < group.size(); ++i) {
    const auto& plan = items_[group[i]];
    if (!plan.day || !plan.ahead || plan.common_subject || is_daily(plan, options_)) continue;
    for (std::size_t j = i + 1; j < group.size(); ++j) {
      const auto& later = items_[group[j]];
      if (*later.day - *plan.day > kOutcomeDays) break;
      const bool one_metric =
          plan.claim().metric && later.claim().metric && plan.claim().metric->id == later.claim().metric->id;
      if (one_metric && later.article() != plan.article()) pairs_.emplace_back(group[i], group[j]);
    }
  }
}

void PairIndex::add_part_pairs(std::size_t item) {
  const auto& metric = items_[item].claim().metric;
  if (!metric) return;
  for (const auto& [part, whole] : options_.part_of) {
    const auto family = metric_family(whole);
    if (part != metric->id || family == items_[item].family) continue;
    for (const auto* group : groups_of(items_[item].subject, family)) {
      for (const auto other : *group) {
        if (in_event(items_[item], items_[other])) pairs_.push_back(ordered(item, other));
      }
    }
  }
}

void PairIndex::add_denial_pairs(std::size_t item) {
  for (const auto other : by_article_.at(items_[item].article())) {
    if (other != item && items_[other].subject.empty()) pairs_.push_back(ordered(item, other));
  }
  if (items_[item].subject.empty()) return;
  const auto add_all = [&](const std::string& subject) {
    for (const auto& [family, group] : by_subject_.at(subject)) {
      for (const auto other : group) {
        if (in_event(items_[item], items_[other])) pairs_.push_back(ordered(item, other));
      }
    }
  };
  add_all(items_[item].subject);
  if (const auto found = nested_.find(items_[item].subject); found != nested_.end()) {
    for (const auto& part : found->second) add_all(part);
  }
}

void PairIndex::add_article_pairs() {
  const auto add = [&](std::size_t a, std::size_t b) {
    if (related(items_[a], items_[b])) pairs_.push_back(ordered(a, b));
  };
  for (const auto& [article, group] : by_article_) {
    for (std::size_t i = 0; i < group.size(); ++i) {
      for (std::size_t j = i + 1; j < group.size(); ++j) add(group[i], group[j]);
    }
    for (const auto& other : links_.of(article)) {
      if (other < article || !by_article_.contains(other)) continue;  // met from the other side, or without figures
      for (const auto a : group) {
        for (const auto b : by_article_.at(other)) add(a, b);
      }
    }
  }
}

void PairIndex::sort_pairs() {
  std::sort(pairs_.begin(), pairs_.end());
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
  std::erase_if(pairs_, [](const IndexPair& pair) { return pair.first == pair.second; });
  partner_starts_.assign(items_.size() + 1, 0);
  for (const auto& [a, b] : pairs_) ++partner_starts_[a + 1], ++partner_starts_[b + 1];
  for (std::size_t i = 0; i < items_.size(); ++i) partner_starts_[i + 1] += partner_starts_[i];
  partners_.resize(pairs_.size() * 2);
  auto next = partner_starts_;
  for (const auto& [a, b] : pairs_) partners_[next[a]++] = b, partners_[next[b]++] = a;
}

// The items compared with this one, in its event and unit.
std::vector<const Item*> PairIndex::partners(std::size_t index) const {
  std::vector<const Item*> partners;
  const auto& item = items_[index];
  for (auto i = partner_starts_[index]; i < partner_starts_[index + 1]; ++i) {
    const auto& other = items_[partners_[i]];
    const bool one_unit = other.amount().currency == item.amount().currency && other.unit == item.unit;
    if (one_unit && in_event(item, other)) partners.push_back(&other);
  }
  return partners;
}

std::vector<const Item*> PairIndex::supporters(std::size_t index) const {
  const auto& item = items_[index];
  std::vector<const Item*> supporters = {&item};
  for (const auto* other : partners(index)) {
    const auto keys = compare_keys(item, *other, options_);
    const bool alike = keys.metric != KeyState::different && keys.modality == KeyState::equal &&
                       item.denied() == other->denied() && keys.subject != KeyState::different;
    if (alike && relate(item.figure, other->figure) == FigureRelation::same) supporters.push_back(other);
  }
  return supporters;
}

std::vector<const Item*> PairIndex::refinements(std::size_t index) const {
  const auto& item = items_[index];
  std::vector<const Item*> refinements;
  for (const auto* other : partners(index)) {
    const bool refines = relate(item.figure, other->figure) == FigureRelation::refines;
    if (refines && !other->denied() && other->family == item.family) refinements.push_back(other);
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
    if (!one_sentence || !one_matter || item.denied()) continue;
    if (relate(item.figure, denied.figure) == FigureRelation::disjoint) counters.push_back(other);
  }
  return counters;
}

}  // namespace socai
