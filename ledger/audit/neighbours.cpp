// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/neighbours.h"

#include "ledger/audit/pairs.h"

namespace socai {

void Neighbours::put(const std::string& article, const std::vector<Item>& items) {
  if (const auto known = articles_.find(article); known != articles_.end()) {
    for (const auto& trace : known->second) remove(article, trace);
    articles_.erase(known);
  }
  if (items.empty()) return;
  auto& traces = articles_[article];
  for (const auto& item : items) {
    if (item.subject.empty()) continue;
    Trace trace{item.subject, item.day, item.ahead, ""};
    const auto& period = item.claim().period;
    if (period && period->from && period->to) {
      trace.period = item.subject + ' ' + item.family + ' ' + *period->from + ' ' + *period->to;
    }
    traces.insert(std::move(trace));
  }
  for (const auto& trace : traces) add(article, trace);
}

void Neighbours::add(const std::string& article, const Trace& trace) {
  if (trace.day) {
    auto& dated = by_subject_[trace.subject];
    if (dated.empty()) {
      for (const auto& part : parts_of_name(trace.subject)) holders_[part].insert(trace.subject);
    }
    dated.emplace(*trace.day, article);
    if (trace.plans) plans_[trace.subject].emplace(*trace.day, article);
  }
  if (!trace.period.empty()) by_period_[trace.period].insert(article);
}

void Neighbours::remove(const std::string& article, const Trace& trace) {
  if (trace.day) {
    by_subject_.at(trace.subject).erase({*trace.day, article});
    if (trace.plans) plans_.at(trace.subject).erase({*trace.day, article});
  }
  if (!trace.period.empty()) by_period_.at(trace.period).erase(article);
}

void Neighbours::collect(const std::map<std::string, Dated>& from, const std::string& subject, std::int64_t first,
                         std::int64_t last, std::set<std::string>* found) const {
  const auto dated = from.find(subject);
  if (dated == from.end()) return;
  for (auto it = dated->second.lower_bound({first, ""}); it != dated->second.end() && it->first <= last; ++it) {
    found->insert(it->second);
  }
}

std::set<std::string> Neighbours::of(const std::string& article) const {
  std::set<std::string> found;
  const auto known = articles_.find(article);
  if (known == articles_.end()) return found;
  for (const auto& trace : known->second) {
    if (!trace.period.empty()) {
      const auto& same = by_period_.at(trace.period);
      found.insert(same.begin(), same.end());
    }
    if (!trace.day) continue;
    const auto day = *trace.day;
    const auto near = [&](const std::string& subject) {
      collect(by_subject_, subject, day - options_.event_days, day + options_.event_days, &found);
    };
    near(trace.subject);
    for (const auto& part : parts_of_name(trace.subject)) near(part);
    if (const auto holders = holders_.find(trace.subject); holders != holders_.end()) {
      for (const auto& holder : holders->second) near(holder);
    }
    if (trace.plans) collect(by_subject_, trace.subject, day, day + kOutcomeDays, &found);
    collect(plans_, trace.subject, day - kOutcomeDays, day, &found);
  }
  found.erase(article);
  return found;
}

}  // namespace socai
