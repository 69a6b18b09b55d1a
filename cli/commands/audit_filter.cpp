// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/audit_filter.h"

#include <algorithm>

#include "extractor/claim/entity_id.h"

namespace socai::cli {
namespace {

constexpr Severity kSeverities[] = {Severity::high, Severity::medium, Severity::low};

std::string dashed(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), ' ', '-');
  return text;
}

bool is_of(const RecordedClaim& row, const std::vector<std::string>& sources) {
  const auto outlet = entity_id(row.article.outlet.value_or(""));
  return std::any_of(sources.begin(), sources.end(), [&](const std::string& source) {
    return id_contains(row.claim.claimant.entity.id, entity_id(source)) || outlet == entity_id(source);
  });
}

bool has_metric(const RecordedClaim& row, const std::string& metric) {
  if (!row.claim.metric) return false;
  const auto& id = row.claim.metric->id;
  return id == metric || id.rfind(metric + ".", 0) == 0;
}

bool is_within(const RecordedClaim& row, const std::string& since, const std::string& until) {
  if (!row.article.published) return false;
  const auto day = row.article.published->substr(0, 10);
  return (since.empty() || day >= since) && (until.empty() || day <= until);
}

template <typename Holds>
bool either(const Finding& finding, Holds holds) {
  return holds(*finding.a) || holds(*finding.b);
}

}  // namespace

bool AuditFilter::passes(const Finding& finding) const {
  const auto verdict = dashed(to_string(finding.verdict));
  if (!verdicts.empty() && std::find(verdicts.begin(), verdicts.end(), verdict) == verdicts.end()) return false;
  if (!sources.empty() && !either(finding, [&](const auto& row) { return is_of(row, sources); })) return false;
  if (!metric.empty() && !either(finding, [&](const auto& row) { return has_metric(row, metric); })) return false;
  const bool dated = !since.empty() || !until.empty();
  if (dated && !either(finding, [&](const auto& row) { return is_within(row, since, until); })) return false;
  if (undecided && finding.decision) return false;
  if (severity.empty()) return true;
  const auto* least = std::find_if(std::begin(kSeverities), std::end(kSeverities),
                                   [&](Severity level) { return to_string(level) == severity; });
  return least != std::end(kSeverities) && finding.severity <= *least;
}

bool fails(const Finding& finding, const std::vector<std::string>& fail_on) {
  if (finding.decision) return false;
  const auto named = [&](const std::string& name) {
    return std::find(fail_on.begin(), fail_on.end(), name) != fail_on.end();
  };
  return named("any") || (named("conflict") && is_conflict(finding.verdict)) ||
         named(dashed(to_string(finding.verdict))) || named(std::string(to_string(finding.severity)));
}

std::vector<std::string> verdict_names() {
  std::vector<std::string> names;
  for (int i = 0; i <= static_cast<int>(Verdict::not_comparable); ++i) {
    names.push_back(dashed(to_string(static_cast<Verdict>(i))));
  }
  return names;
}

std::vector<std::string> fail_names() {
  auto names = verdict_names();
  for (const Severity level : kSeverities) names.emplace_back(to_string(level));
  names.insert(names.end(), {"conflict", "any"});
  return names;
}

}  // namespace socai::cli
