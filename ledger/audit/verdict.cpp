// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/verdict.h"

#include "ledger/audit/reasons.h"

namespace socai {
namespace {

constexpr std::size_t kAffirmed = 2;
constexpr int kAlike = 40;  // words in common, in percent

bool is_hypothetical(const Item& item) { return item.claim().modality == Modality::hypothetical; }

// One side denies, or both.
Ruling judge_denial(const Pair& pair) {
  if (pair.a.denied() && pair.b.denied()) {
    const bool same =
        relate(pair.a.figure, pair.b.figure) == FigureRelation::same && pair.keys.metric == KeyState::equal;
    return {same ? Verdict::same : Verdict::not_comparable, "audit.both_denied", {}};
  }
  const auto& denial = pair.a.denied() ? pair.a : pair.b;
  const auto& claim = pair.a.denied() ? pair.b : pair.a;
  if (!denies(denial, claim, pair.keys)) return not_comparable(pair, "audit.denies_another_figure");
  // A text that tells the figure again and again as its own does not deny it.
  const auto affirmed = pair.a.denied() ? pair.evidence.a_affirmed : pair.evidence.b_affirmed;
  if (affirmed >= kAffirmed) return not_comparable(pair, "audit.denial_unsure");
  Ruling ruling{Verdict::refuted, "audit.denied", {denied_reason(pair)}};
  append_rounding(pair, &ruling.reasons);
  append(key_reasons(pair), &ruling.reasons);
  return ruling;
}

// The same number in two currencies, by different articles of which neither has it in both: the one or the other is a
// slip.
Ruling judge_currencies(const Pair& pair) {
  const bool alike = same_digits(pair.a.figure, pair.b.figure) && !one_article(pair) && pair.in_event;
  const auto base = [](const Item& item) { return item.family.substr(0, item.family.find('.')); };
  const bool one_thing = pair.evidence.likeness >= kAlike ||
                         (base(pair.a) == base(pair.b) && (one_subject(pair) || pair.a.figure.digits > 2));
  if (!alike || !one_thing || pair.keys.period == KeyState::different || !pair.evidence.untold()) {
    return not_comparable(pair, "audit.currency");
  }
  // A scale without a currency takes that of the event.
  if (pair.a.amount().implied_currency != pair.b.amount().implied_currency) {
    return {Verdict::same, "audit.implied_currency", key_reasons(pair)};
  }
  return {Verdict::unit_slip, "audit.same_digits", {same_digits_reason(pair)}};
}

}  // namespace

bool is_open(KeyState state) { return state == KeyState::different || state == KeyState::unknown; }

bool is_open(KeyState state, bool in_event) { return is_open(state) || (!in_event && state == KeyState::unstated); }

bool one_source(const Pair& pair) { return pair.a.source == pair.b.source; }

bool one_article(const Pair& pair) { return pair.a.article() == pair.b.article(); }

bool one_subject(const Pair& pair) {
  return pair.keys.subject == KeyState::equal || pair.keys.subject == KeyState::unknown;
}

Ruling not_comparable(const Pair& pair, const char* rule) { return {Verdict::not_comparable, rule, key_reasons(pair)}; }

bool denies(const Item& denial, const Item& claim, const Keys& keys) {
  if (is_hypothetical(denial) || is_hypothetical(claim)) return false;
  if (keys.currency != KeyState::equal || is_open(keys.unit) || keys.period == KeyState::different) return false;
  const auto relation = relate(denial.figure, claim.figure);
  if (relation == FigureRelation::same) {
    const bool one_family = denial.family == claim.family || denial.family.empty() || claim.family.empty();
    const bool one_thing = keys.subject == KeyState::equal && denial.figure.digits > 1;
    const bool one_text = denial.article() == claim.article() && keys.subject != KeyState::different;
    const bool one_matter = one_family && (keys.subject != KeyState::different || denial.figure.digits > 1);
    return one_matter || one_thing || one_text;
  }
  return relation == FigureRelation::refines && keys.metric == KeyState::equal;
}

Ruling judge(const Pair& pair, const AuditOptions& options) {
  if (pair.a.denied() || pair.b.denied()) return judge_denial(pair);
  if (pair.keys.currency != KeyState::equal) return judge_currencies(pair);
  const auto relation = relate(pair.a.figure, pair.b.figure);
  if (pair.keys.unit == KeyState::different) return not_comparable(pair, "audit.unit");
  if (pair.keys.unit == KeyState::unknown && relation == FigureRelation::disjoint) {
    return not_comparable(pair, "audit.unit");
  }
  if (pair.counter_denial) return {Verdict::contradicts, "audit.counter_figure", counter_reasons(pair, options)};
  if (relation != FigureRelation::same && pair.keys.overlooked && pair.keys.subject == KeyState::equal) {
    return {Verdict::apparent, "audit.scope_overlooked", key_reasons(pair)};
  }
  // "Hơn 16 triệu" and "hơn 16 tỷ" overlap on paper.
  if (relation == FigureRelation::strained && !one_article(pair) && is_slip(pair)) return judge_slip(pair);
  if (relation != FigureRelation::disjoint) return judge_overlap(pair, relation, options);
  if (is_hypothetical(pair.a) != is_hypothetical(pair.b)) return not_comparable(pair, "audit.hypothetical");
  return one_article(pair) ? judge_within(pair, options) : judge_apart(pair, options);
}

}  // namespace socai
