// SPDX-License-Identifier: Apache-2.0
#include "cli/score/verdicts.h"

#include <algorithm>
#include <set>
#include <utility>

namespace socai::cli {
namespace {

using ClaimIds = std::pair<std::string, std::string>;

ClaimIds ids_of(const RecordedClaim& a, const RecordedClaim& b) { return {std::min(a.id, b.id), std::max(a.id, b.id)}; }

class Places {
 public:
  explicit Places(const std::vector<RecordedClaim>& claims) {
    for (const auto& claim : claims) by_article_[claim.article.id].push_back(&claim);
  }

  const RecordedClaim* at(const Place& place) const {
    const auto article = by_article_.find(place.article);
    if (article == by_article_.end()) return nullptr;
    const RecordedClaim* best = nullptr;
    std::size_t longest = 0;
    for (const auto* row : article->second) {
      if (row->claim.field != Field::text || !row->claim.amount) continue;
      const auto start = std::max(row->claim.start, place.start);
      const auto end = std::min(row->claim.end, place.end);
      if (end <= start || end - start <= longest) continue;
      best = row;
      longest = end - start;
    }
    return best;
  }

 private:
  std::map<std::string, std::vector<const RecordedClaim*>> by_article_;
};

bool is_copied(const Finding& finding) {
  return std::any_of(finding.reasons.begin(), finding.reasons.end(),
                     [](const Reason& reason) { return reason.code == "copied"; });
}

}  // namespace

Answers answer_pairs(const std::vector<JudgedPair>& pairs, const std::vector<RecordedClaim>& claims,
                     AuditOptions options) {
  options.all = true;
  const auto findings = audit(claims, options);
  std::map<ClaimIds, const Finding*> by_claims;
  for (const auto& finding : findings) by_claims.emplace(ids_of(*finding.a, *finding.b), &finding);
  const Places places(claims);
  std::set<ClaimIds> judged;
  Answers answers;
  for (const auto& pair : pairs) {
    Answer answer;
    answer.a = places.at(pair.a);
    answer.b = places.at(pair.b);
    if (answer.a != nullptr && answer.b != nullptr) {
      answer.verdict = Verdict::not_comparable;
      const auto ids = ids_of(*answer.a, *answer.b);
      judged.insert(ids);
      if (const auto found = by_claims.find(ids); found != by_claims.end()) {
        const Finding& finding = *found->second;
        answer.verdict = finding.verdict;
        answer.rule = finding.rule;
        answer.keys = finding.keys;
        answer.copied = is_copied(finding);
      }
    }
    answers.list.push_back(std::move(answer));
  }
  for (const auto& finding : findings) {
    const bool unjudged = !judged.contains(ids_of(*finding.a, *finding.b));
    if (unjudged && is_conflict(finding.verdict)) answers.unjudged_conflicts.push_back(finding);
  }
  return answers;
}

void VerdictScore::add(const JudgedPair& pair, const Answer& answer) {
  ++pairs;
  ++rows.at(static_cast<std::size_t>(pair.verdict)).gold;
  conflicts.gold += is_conflict(pair.verdict) ? 1 : 0;
  const bool apart = pair.a.article != pair.b.article;
  copies.gold += apart && pair.copied ? 1 : 0;
  if (!answer.verdict) {
    ++missing;
    return;
  }
  const bool is_right = *answer.verdict == pair.verdict;
  right += is_right ? 1 : 0;
  auto& row = rows.at(static_cast<std::size_t>(*answer.verdict));
  ++row.said;
  row.right += is_right ? 1 : 0;
  if (is_conflict(*answer.verdict)) {
    ++conflicts.said;
    conflicts.right += is_conflict(pair.verdict) ? 1 : 0;
  }
  if (apart && answer.copied) {
    ++copies.said;
    copies.right += pair.copied ? 1 : 0;
  }
}

VerdictScore score_of(const std::vector<JudgedPair>& pairs, const Answers& answers) {
  VerdictScore score;
  for (std::size_t i = 0; i < pairs.size(); ++i) score.add(pairs[i], answers.list[i]);
  score.unjudged_conflicts = answers.unjudged_conflicts;
  return score;
}

}  // namespace socai::cli
