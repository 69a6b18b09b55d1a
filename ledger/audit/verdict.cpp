// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/verdict.h"

#include "ledger/audit/reasons.h"

namespace socai {
namespace {

bool is_open(KeyState state) { return state == KeyState::different || state == KeyState::unknown; }

// Outside of one event a key that neither side states is not known to be the same.
bool is_open(KeyState state, bool in_event) { return is_open(state) || (!in_event && state == KeyState::unstated); }

bool is_denied(const Item& item) { return item.claim().polarity == Polarity::denied; }

bool is_hypothetical(const Item& item) { return item.claim().modality == Modality::hypothetical; }

bool one_source(const Pair& pair) { return pair.a.source == pair.b.source; }

bool one_article(const Pair& pair) { return pair.a.article() == pair.b.article(); }

bool shares_metric(const Keys& keys) { return keys.metric == KeyState::equal; }

Judgement not_comparable(const Pair& pair, const char* rule) {
  return {Verdict::not_comparable, rule, key_reasons(pair)};
}

// One side denies, or both.
Judgement judge_denial(const Pair& pair) {
  if (is_denied(pair.a) && is_denied(pair.b)) {
    const bool same = relate(pair.a.figure, pair.b.figure) == FigureRelation::same && shares_metric(pair.keys);
    return {same ? Verdict::same : Verdict::not_comparable, "audit.both_denied", {}};
  }
  const auto& denial = is_denied(pair.a) ? pair.a : pair.b;
  const auto& claim = is_denied(pair.a) ? pair.b : pair.a;
  if (!denies(denial, claim, pair.keys)) return not_comparable(pair, "audit.denies_another_figure");
  Judgement judgement{Verdict::refuted, "audit.denied", {denied_reason(pair)}};
  append_rounding(pair, &judgement.reasons);
  append(key_reasons(pair), &judgement.reasons);
  return judgement;
}

// The same number in two currencies, by different articles: the one or the other is a slip.
Judgement judge_currencies(const Pair& pair) {
  const auto& a = pair.a.figure;
  const auto& b = pair.b.figure;
  const bool alike = a.value && a.value == b.value && a.value->leading_exponent() != a.step;
  if (!alike || !shares_metric(pair.keys) || one_article(pair) || !pair.in_event || is_open(pair.keys.period)) {
    return not_comparable(pair, "audit.currency");
  }
  return {Verdict::unit_slip, "audit.same_digits", {same_digits_reason(pair)}};
}

// Whether the claim of the part states more than that of the whole, both bounds being written.
bool part_exceeds(const Item& part, const Item& whole) {
  return part.figure.committed.low && whole.figure.committed.high &&
         *part.figure.committed.low > *whole.figure.committed.high && part.amount().min && whole.amount().max &&
         *part.amount().min > *whole.amount().max;
}

// Metrics that differ, or of which one is not stated.
Judgement judge_metrics(const Pair& pair, const AuditOptions& options) {
  if (pair.keys.metric != KeyState::different) return not_comparable(pair, "audit.metric_unknown");
  const auto& a = pair.a.claim().metric->id;
  const auto& b = pair.b.claim().metric->id;
  const bool a_is_part = is_part(a, b, options);
  const bool related = a_is_part || is_part(b, a, options);
  const auto& part = a_is_part ? pair.a : pair.b;
  const auto& whole = a_is_part ? pair.b : pair.a;
  auto reasons = metric_reasons(pair, options);
  append(key_reasons(pair), &reasons);
  const auto relation = relate(pair.a.figure, pair.b.figure);
  const bool others_open = is_open(pair.keys.period, pair.in_event) || is_open(pair.keys.scope) ||
                           is_open(pair.keys.modality) || is_open(pair.keys.subject);
  if (related && part_exceeds(part, whole) && !others_open) {
    return {Verdict::part_exceeds_whole, "audit.part_exceeds_whole", std::move(reasons)};
  }
  if (pair.a.family != pair.b.family || !pair.in_event || pair.keys.period == KeyState::different) {
    return {Verdict::not_comparable, "audit.metric", std::move(reasons)};
  }
  if (relation == FigureRelation::disjoint || relation == FigureRelation::strained) {
    return {Verdict::apparent, "audit.other_metric", std::move(reasons)};
  }
  if (related && !others_open && (relation == FigureRelation::same || relation == FigureRelation::refines)) {
    append_rounding(pair, &reasons);
    const bool same = relation == FigureRelation::same;
    return {same ? Verdict::same : Verdict::refines, "audit.part_of_figure", std::move(reasons)};
  }
  return {Verdict::not_comparable, "audit.metric", std::move(reasons)};
}

// Figures that overlap.
Judgement judge_overlap(const Pair& pair, FigureRelation relation) {
  if (pair.keys.period == KeyState::different || pair.keys.modality == KeyState::different) {
    return not_comparable(pair, "audit.key_differs");
  }
  auto reasons = key_reasons(pair);
  switch (relation) {
    case FigureRelation::same: return {Verdict::same, "audit.equal", std::move(reasons)};
    case FigureRelation::refines:
      append_rounding(pair, &reasons);
      return {Verdict::refines, "audit.rounds_to", std::move(reasons)};
    case FigureRelation::compatible:
      append_hedges(pair, &reasons);
      return {Verdict::compatible, "audit.contains", std::move(reasons)};
    default: break;
  }
  const bool open = is_open(pair.keys.period, pair.in_event) || is_open(pair.keys.scope) || is_open(pair.keys.subject);
  if (open) return not_comparable(pair, "audit.key_unknown");
  if (one_source(pair) && one_article(pair))
    return {Verdict::not_comparable, "audit.same_document", same_document_reasons()};
  append_readings(pair, &reasons);
  return {Verdict::strained, "audit.readings_apart", std::move(reasons)};
}

// Forecast or plan against the actual figure.
Judgement judge_modalities(const Pair& pair) {
  const bool a_ahead = is_ahead(pair.a.claim().modality);
  const bool b_ahead = is_ahead(pair.b.claim().modality);
  const bool period_fits = !is_open(pair.keys.period, pair.in_event);
  const bool in_turn = (a_ahead && !b_ahead) || one_article(pair);
  if (!period_fits || !in_turn || is_open(pair.keys.subject)) return not_comparable(pair, "audit.modality");
  return {Verdict::superseded, "audit.forecast_then_actual", key_reasons(pair)};
}

// Disjoint figures, of which a key differs or is unknown.
Judgement judge_open_keys(const Pair& pair) {
  const bool invites = pair.in_event && pair.keys.period != KeyState::different;
  const bool two_things = one_article(pair) && one_source(pair) && pair.keys.scope != KeyState::unknown;
  if (!invites || two_things) return not_comparable(pair, "audit.key_differs");
  return {Verdict::apparent, "audit.key_open", key_reasons(pair)};
}

// Disjoint figures, everything else alike.
Judgement judge_conflict(const Pair& pair) {
  const auto apart = power_of_ten_apart(pair.a.figure, pair.b.figure);
  if (apart && (!one_article(pair) || *apart % 3 == 0)) {
    return {Verdict::unit_slip, "audit.power_of_ten", {power_of_ten_reason(*apart)}};
  }
  if (one_source(pair) && one_article(pair))
    return {Verdict::not_comparable, "audit.same_document", same_document_reasons()};
  if (one_source(pair) && pair.a.day && pair.b.day && *pair.a.day < *pair.b.day) {
    return {Verdict::revised, "audit.same_source_later", revised_reasons(pair)};
  }
  std::vector<Reason> reasons;
  append_hedges(pair, &reasons);
  return {Verdict::contradicts, "audit.disjoint", std::move(reasons)};
}

}  // namespace

bool denies(const Item& denial, const Item& claim, const Keys& keys) {
  if (is_hypothetical(denial) || is_hypothetical(claim)) return false;
  if (keys.currency != KeyState::equal || is_open(keys.unit) || keys.period == KeyState::different) return false;
  const auto relation = relate(denial.figure, claim.figure);
  if (relation == FigureRelation::same) {
    const bool one_family = denial.family == claim.family || denial.family.empty() || claim.family.empty();
    return one_family || denial.article() == claim.article();
  }
  return relation == FigureRelation::refines && shares_metric(keys);
}

Judgement judge(const Pair& pair, const AuditOptions& options) {
  if (is_denied(pair.a) || is_denied(pair.b)) return judge_denial(pair);
  if (is_hypothetical(pair.a) != is_hypothetical(pair.b)) return not_comparable(pair, "audit.hypothetical");
  if (pair.keys.currency != KeyState::equal) return judge_currencies(pair);
  if (is_open(pair.keys.unit)) return not_comparable(pair, "audit.unit");
  if (pair.counter_denial) return {Verdict::contradicts, "audit.counter_figure", counter_reasons(pair, options)};
  if (!shares_metric(pair.keys)) return judge_metrics(pair, options);
  const auto relation = relate(pair.a.figure, pair.b.figure);
  if (relation != FigureRelation::disjoint) return judge_overlap(pair, relation);
  if (pair.keys.modality == KeyState::different) return judge_modalities(pair);
  const bool open = is_open(pair.keys.subject) || is_open(pair.keys.period, pair.in_event) || is_open(pair.keys.scope);
  return open ? judge_open_keys(pair) : judge_conflict(pair);
}

}  // namespace socai
