// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/audit.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "extractor/claim/entity_id.h"
#include "extractor/claim/sha256.h"
#include "ledger/audit/audit_linked.h"
#include "ledger/audit/items.h"
#include "ledger/audit/judge_all.h"
#include "ledger/audit/lineage.h"
#include "ledger/audit/pairs.h"

namespace socai {
namespace {

constexpr std::size_t kIdDigits = 16;

std::string finding_id(const std::string& a, const std::string& b) {
  return to_hex(sha256("socai.finding/1\n" + std::min(a, b) + "\n" + std::max(a, b))).substr(0, kIdDigits);
}

bool at_least(const std::optional<Distance>& distance, const char* ratio) {
  return distance && (!distance->ratio || *distance->ratio >= *Decimal::parse(ratio));
}

// Conflicts by how far the figures are apart; a conflict with two independent reports on either side is one step up.
Severity severity_of(const Finding& finding) {
  if (!calls_for_a_look(finding.verdict)) return Severity::none;
  switch (finding.verdict) {
    case Verdict::refuted:
    case Verdict::unit_slip: return Severity::high;
    case Verdict::contradicts:
    case Verdict::part_exceeds_whole: {
      if (at_least(finding.distance, "2")) return Severity::high;
      const bool weighty = finding.lineages_a > 1 && finding.lineages_b > 1;
      const bool apart = at_least(finding.distance, "1.1");
      return apart == weighty ? (apart ? Severity::high : Severity::low) : Severity::medium;
    }
    case Verdict::revised:
    case Verdict::apparent: return at_least(finding.distance, "10") ? Severity::medium : Severity::low;
    default: return Severity::low;
  }
}

class Auditor {
 public:
  Auditor(std::vector<Item> items, const EventLinks& links, const AuditOptions& options)
      : items_(std::move(items)), options_(options), index_(items_, links, options), lineages_(items_.size()),
        about_(options.about ? entity_id(*options.about) : "") {}

  std::vector<Finding> run() const {
    std::vector<Finding> findings;
    for (auto& judged : judge_all(items_, index_, options_)) {
      auto finding = finding_of(std::move(judged));
      if (finding) findings.push_back(std::move(*finding));
    }
    std::sort(findings.begin(), findings.end(), shown_before);
    return findings;
  }

 private:
  // Nothing where it is not wanted.
  std::optional<Finding> finding_of(RuledPair judged) const {
    Finding finding;
    finding.a = items_[judged.pair.first].row;
    finding.b = items_[judged.pair.second].row;
    finding.keys = judged.keys;
    finding.verdict = judged.ruling.verdict;
    finding.rule = std::move(judged.ruling.rule);
    finding.reasons = std::move(judged.ruling.reasons);
    if (!is_wanted(finding)) return std::nullopt;
    finding.id = finding_id(finding.a->id, finding.b->id);
    complete(judged.pair, &finding);
    return finding;
  }

  void complete(const IndexPair& indices, Finding* finding) const {
    const auto& a = items_[indices.first];
    const auto& b = items_[indices.second];
    if (finding->keys.currency == KeyState::equal) finding->distance = distance_of(a.amount(), b.amount());
    finding->lineages_a = lineages_of(indices.first);
    finding->lineages_b = lineages_of(indices.second);
    finding->severity = severity_of(*finding);
    if (options_.with_support) {
      for (const auto* item : index_.supporters(indices.first)) finding->behind_a.push_back(item->row);
      for (const auto* item : index_.supporters(indices.second)) finding->behind_b.push_back(item->row);
    }
    if (finding->verdict == Verdict::refuted) {
      const bool a_denies = a.denied();
      for (const auto* other : index_.refinements(a_denies ? indices.second : indices.first)) {
        if (other == &a || other == &b) continue;
        finding->reasons.push_back({"refined_by", {{"claim", other->row->id}, {"quote", other->claim().quote}}});
      }
    }
    if (a.article() != b.article() && is_copy(a, b)) finding->reasons.push_back({"copied", {}});
    if (const auto known = options_.decisions.find(finding->id); known != options_.decisions.end()) {
      finding->decision = known->second;
    }
  }

  // Counted once for each claim, however many findings it is part of.
  std::size_t lineages_of(std::size_t index) const {
    auto& count = lineages_[index];
    if (count == 0) count = count_lineages(index_.supporters(index));
    return count;
  }

  bool is_wanted(const Finding& finding) const {
    if (options_.only ? finding.verdict != *options_.only : !options_.all && !calls_for_a_look(finding.verdict)) {
      return false;
    }
    return !options_.about || is_about(*finding.a) || is_about(*finding.b);
  }

  bool is_about(const RecordedClaim& row) const {
    if (!row.claim.subject) return false;
    for (const auto& id : options_.aliases.group(row.claim.subject->id)) {
      if (id_contains(id, about_)) return true;
    }
    return false;
  }

  const std::vector<Item> items_;
  const AuditOptions& options_;
  PairIndex index_;
  mutable std::vector<std::size_t> lineages_;
  std::string about_;
};

}  // namespace

std::vector<Finding> audit(const std::vector<RecordedClaim>& claims, const AuditOptions& options) {
  std::vector<const RecordedClaim*> rows;
  rows.reserve(claims.size());
  for (const auto& row : claims) rows.push_back(&row);
  return audit_linked(rows, EventLinks(rows, options), options);
}

std::vector<Finding> audit_linked(const std::vector<const RecordedClaim*>& claims, const EventLinks& links,
                                  const AuditOptions& options) {
  return Auditor(items_of(claims, options), links, options).run();
}

bool shown_before(const Finding& a, const Finding& b) {
  const auto rank = [](const Finding& finding) { return std::tie(finding.verdict, finding.severity); };
  if (rank(a) != rank(b)) return rank(a) < rank(b);
  const auto ratio = [](const Finding& finding) { return finding.distance ? finding.distance->ratio : std::nullopt; };
  if (ratio(a) != ratio(b)) return ratio(a) > ratio(b);
  return a.id < b.id;
}

}  // namespace socai
