// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/incremental.h"

#include <algorithm>
#include <utility>

#include "ledger/audit/audit_linked.h"

namespace socai {
namespace {

// From a side of a finding: to what it is compared with, to what is the same as that, to what stands behind that.
constexpr int kReach = 3;

std::vector<const RecordedClaim*> pointers(const std::vector<RecordedClaim>& rows) {
  std::vector<const RecordedClaim*> claims;
  claims.reserve(rows.size());
  for (const auto& row : rows) claims.push_back(&row);
  return claims;
}

}  // namespace

// NOLINTNEXTLINE(performance-unnecessary-value-param): the claims are moved out of it
AuditChange IncrementalAudit::update(Articles articles) {
  Ids changed;
  for (const auto& [article, claims] : articles) changed.insert(article);
  Ids touched = changed;
  add_neighbours(changed, &touched);
  for (auto& [article, claims] : articles) {
    // Findings must not outlive what they point to.
    put(article, std::move(claims), &changed);
  }
  touched.insert(changed.begin(), changed.end());
  add_neighbours(changed, &touched);

  const auto before = take_out(touched);
  AuditChange change;
  Ids stand;
  for (auto& finding : audit_around(touched)) {
    stand.insert(finding.id);
    const auto known = before.find(finding.id);
    if (known == before.end() || known->second != finding.verdict) change.appeared.push_back(finding);
    keep(std::move(finding));
  }
  for (const auto& [id, verdict] : before) {
    if (!stand.contains(id)) change.gone.push_back(id);
  }
  return change;
}

std::vector<Finding> IncrementalAudit::findings() const {
  std::vector<Finding> all;
  all.reserve(findings_.size());
  for (const auto& [id, finding] : findings_) all.push_back(finding);
  std::sort(all.begin(), all.end(), shown_before);
  return all;
}

IncrementalAudit::Ids IncrementalAudit::neighbours_of(const std::string& article) const {
  auto near = by_subject_.of(article);
  const auto& linked = links_.of(article);
  near.insert(linked.begin(), linked.end());
  return near;
}

void IncrementalAudit::add_neighbours(const Ids& of, Ids* to) const {
  for (const auto& article : of) to->merge(neighbours_of(article));
}

void IncrementalAudit::put(const std::string& article, std::vector<RecordedClaim> claims, Ids* changed) {
  auto& rows = rows_[article];
  rows = std::move(claims);
  const auto told = pointers(rows);
  changed->merge(links_.put(article, told));
  by_subject_.put(article, items_of(told, options_));
  if (rows.empty()) rows_.erase(article);
}

// Findings with a side in the articles, as audit() finds them in all claims.
std::vector<Finding> IncrementalAudit::audit_around(const Ids& touched) const {
  Ids within = touched;
  Ids edge = touched;
  for (int step = 0; step < kReach && !edge.empty(); ++step) {
    Ids next;
    for (const auto& article : edge) {
      for (const auto& other : neighbours_of(article)) {
        if (within.insert(other).second) next.insert(other);
      }
    }
    edge = std::move(next);
  }
  std::vector<const RecordedClaim*> claims;
  std::map<std::string, std::vector<std::string>> links;
  for (const auto& article : within) {
    const auto rows = rows_.find(article);
    if (rows == rows_.end()) continue;
    for (const auto& row : rows->second) claims.push_back(&row);
    const auto& linked = links_.of(article);
    links.emplace(article, std::vector<std::string>(linked.begin(), linked.end()));
  }
  auto findings = audit_linked(claims, EventLinks(std::move(links)), options_);
  std::erase_if(findings, [&](const Finding& finding) {
    return !touched.contains(finding.a->article.id) && !touched.contains(finding.b->article.id);
  });
  return findings;
}

// Their verdicts by id.
std::map<std::string, Verdict> IncrementalAudit::take_out(const Ids& touched) {
  Ids ids;
  for (const auto& article : touched) {
    const auto found = findings_of_.find(article);
    if (found != findings_of_.end()) ids.insert(found->second.begin(), found->second.end());
  }
  std::map<std::string, Verdict> verdicts;
  for (const auto& id : ids) {
    const auto found = findings_.find(id);
    verdicts.emplace(id, found->second.verdict);
    for (const auto& article : sides_.at(id)) {
      auto& of = findings_of_.at(article);
      of.erase(id);
      if (of.empty()) findings_of_.erase(article);
    }
    sides_.erase(id);
    findings_.erase(found);
  }
  return verdicts;
}

void IncrementalAudit::keep(Finding finding) {
  const std::string id = finding.id;
  sides_[id] = {finding.a->article.id, finding.b->article.id};
  for (const auto& article : sides_[id]) findings_of_[article].insert(id);
  findings_.emplace(id, std::move(finding));
}

}  // namespace socai
