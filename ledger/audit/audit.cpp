// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/audit.h"

#include <algorithm>
#include <tuple>

#include "extractor/claim/entity_id.h"
#include "extractor/claim/sha256.h"
#include "ledger/audit/lineage.h"
#include "ledger/audit/pairs.h"
#include "ledger/audit/verdict.h"

namespace socai {
namespace {

constexpr std::size_t kIdDigits = 16;

std::string finding_id(const std::string& a, const std::string& b) {
  return to_hex(sha256("socai.finding/1\n" + std::min(a, b) + "\n" + std::max(a, b))).substr(0, kIdDigits);
}

// Money claims in an order that does not depend on that of the input: by day, article, place. A claim given twice
// counts once.
std::vector<Item> items_of(const std::vector<RecordedClaim>& claims, const AuditOptions& options) {
  std::vector<Item> items;
  for (const auto& row : claims) {
    if (row.claim.amount) items.push_back(item_of(row, options));
  }
  const auto key = [](const Item& item) {
    return std::tie(item.day, item.row->article.id, item.row->claim.field, item.row->claim.start, item.row->id);
  };
  std::sort(items.begin(), items.end(), [&](const Item& a, const Item& b) { return key(a) < key(b); });
  const auto twice = [](const Item& a, const Item& b) { return a.row->id == b.row->id; };
  items.erase(std::unique(items.begin(), items.end(), twice), items.end());
  return items;
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

bool before(const Finding& a, const Finding& b) {
  const auto rank = [](const Finding& finding) { return std::tie(finding.verdict, finding.severity); };
  if (rank(a) != rank(b)) return rank(a) < rank(b);
  const auto ratio = [](const Finding& finding) { return finding.distance ? finding.distance->ratio : std::nullopt; };
  if (ratio(a) != ratio(b)) return ratio(a) > ratio(b);
  return a.id < b.id;
}

class Auditor {
 public:
  Auditor(const std::vector<Item>& items, const EventLinks& links, const AuditOptions& options)
      : items_(items), options_(options), index_(items, links, options),
        about_(options.about ? entity_id(*options.about) : "") {}

  std::vector<Finding> run() {
    std::vector<IndexPair> pairs = index_.pairs();
    find_counter_figures(&pairs);
    std::vector<Finding> findings;
    for (const auto& pair : pairs) {
      auto finding = finding_of(pair);
      if (is_wanted(finding)) findings.push_back(std::move(finding));
    }
    std::sort(findings.begin(), findings.end(), before);
    return findings;
  }

 private:
  // Where a denial refutes a claim, what the denying sentence affirms in its place stands against that claim.
  void find_counter_figures(std::vector<IndexPair>* pairs) {
    for (const auto& [a, b] : *pairs) {
      const bool a_denies = items_[a].denied();
      if (a_denies == (items_[b].denied())) continue;
      const auto denial = a_denies ? a : b;
      const auto claim = a_denies ? b : a;
      if (relate(items_[a].figure, items_[b].figure) != FigureRelation::same) continue;
      if (!denies(items_[denial], items_[claim], compare_keys(items_[a], items_[b], options_))) continue;
      for (const auto counter : index_.counter_figures(denial)) {
        if (counter == claim || relate(items_[counter].figure, items_[claim].figure) != FigureRelation::disjoint)
          continue;
        const IndexPair against{std::min(counter, claim), std::max(counter, claim)};
        auto& known = denials_[against];
        if (known.empty() || items_[denial].row->id < known) known = items_[denial].row->id;
      }
    }
    for (const auto& [pair, denial] : denials_) pairs->push_back(pair);
    std::sort(pairs->begin(), pairs->end());
    pairs->erase(std::unique(pairs->begin(), pairs->end()), pairs->end());
  }

  Finding finding_of(const IndexPair& indices) const {
    const auto& a = items_[indices.first];
    const auto& b = items_[indices.second];
    Finding finding;
    finding.id = finding_id(a.row->id, b.row->id);
    finding.a = a.row;
    finding.b = b.row;
    finding.keys = compare_keys(a, b, options_);
    auto pair = pair_of(a, b, finding.keys);
    if (const auto counter = denials_.find(indices); counter != denials_.end()) pair.counter_denial = counter->second;
    auto judgement = judge(pair, options_);
    if (auto through = judge_through(pair, judgement)) judgement = std::move(*through);
    finding.verdict = judgement.verdict;
    finding.rule = std::move(judgement.rule);
    finding.reasons = std::move(judgement.reasons);
    if (!is_wanted(finding)) return finding;  // the rest is for those that are shown
    complete(indices, &finding);
    return finding;
  }

  Pair pair_of(const Item& a, const Item& b, const Keys& keys) const {
    return {a, b, keys, index_.in_event(a, b), evidence_of(a, b, keys, items_, index_), std::nullopt};
  }

  // Where an article sets one of its figures against another, it sets it against all who tell that other.
  std::optional<Judgement> judge_through(const Pair& pair, const Judgement& judgement) const {
    const bool settled = judgement.verdict != Verdict::not_comparable && judgement.verdict != Verdict::apparent;
    if (settled || pair.evidence.untold() || pair.keys.currency != KeyState::equal || !pair.in_event) return {};
    if (pair.keys.metric != KeyState::equal || is_open(pair.keys.unit)) return {};
    if (pair.evidence.b_told_by_a) return judge_told(pair.a, pair.b);
    return judge_told(pair.b, pair.a);
  }

  // `item` against what its own article tells of the figure of `other`.
  std::optional<Judgement> judge_told(const Item& item, const Item& other) const {
    for (const auto index : index_.of_article(item.article())) {
      const auto& told = items_[index];
      if (&told == &item || told.denied() || !state_one_figure(told.figure, other.figure)) continue;
      const auto& first = &told < &item ? told : item;
      const auto& second = &told < &item ? item : told;
      const auto keys = compare_keys(first, second, options_);
      if (keys.currency != KeyState::equal || relate(first.figure, second.figure) != FigureRelation::disjoint) continue;
      auto judgement = judge(pair_of(first, second, keys), options_);
      if (judgement.verdict != Verdict::revised && judgement.verdict != Verdict::contradicts) continue;
      judgement.rule = "audit.set_against";
      judgement.reasons.insert(judgement.reasons.begin(),
                               Reason{"through", {{"claim", told.row->id}, {"quote", told.claim().quote}}});
      return judgement;
    }
    return {};
  }

  void complete(const IndexPair& indices, Finding* finding) const {
    const auto& a = items_[indices.first];
    const auto& b = items_[indices.second];
    if (finding->keys.currency == KeyState::equal) finding->distance = distance_of(a.amount(), b.amount());
    finding->lineages_a = count_lineages(index_.supporters(indices.first));
    finding->lineages_b = count_lineages(index_.supporters(indices.second));
    finding->severity = severity_of(*finding);
    if (finding->verdict == Verdict::refuted) {
      const bool a_denies = a.denied();
      for (const auto* other : index_.refinements(a_denies ? indices.second : indices.first)) {
        if (other == &a || other == &b) continue;
        finding->reasons.push_back({"refined_by", {{"claim", other->row->id}, {"quote", other->claim().quote}}});
      }
    }
    if (a.article() != b.article() && is_copy(*a.row, *b.row)) finding->reasons.push_back({"copied", {}});
    if (const auto known = options_.decisions.find(finding->id); known != options_.decisions.end()) {
      finding->decision = known->second;
    }
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

  const std::vector<Item>& items_;
  const AuditOptions& options_;
  PairIndex index_;
  std::string about_;
  std::map<IndexPair, std::string> denials_;  // pair -> the denial that sets them against each other
};

}  // namespace

std::vector<Finding> audit(const std::vector<RecordedClaim>& claims, const AuditOptions& options) {
  const auto items = items_of(claims, options);
  const EventLinks links(claims, options);
  return Auditor(items, links, options).run();
}

}  // namespace socai
