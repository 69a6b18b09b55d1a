// SPDX-License-Identifier: Apache-2.0
// Figures that overlap: they agree, or only strain.
#include <algorithm>

#include "ledger/audit/reasons.h"
#include "ledger/audit/verdict.h"

namespace socai {
namespace {

constexpr int kAlike = 25;  // words in common, in percent
constexpr int kSlightlyAlike = 15;
constexpr int kNearPercent = 112;

bool shares_family(const Pair& pair) { return pair.a.family == pair.b.family && !pair.a.family.empty(); }

// Two numbers of several digits that are alike in one event are hardly so by chance; of one digit they may be.
bool tells_one_thing(const Pair& pair) {
  return shares_family(pair) || one_subject(pair) || pair.evidence.likeness >= kSlightlyAlike ||
         (same_digits(pair.a.figure, pair.b.figure) && pair.in_event);
}

// A headline and its text.
bool is_headline_and_text(const Pair& pair) {
  return one_article(pair) && (pair.a.claim().zone == Zone::headline) != (pair.b.claim().zone == Zone::headline);
}

// Two articles of one event, or a headline and its text, with figures that nearly meet, each of which only one of them
// tells.
bool nearly_meet(const Pair& pair) {
  const auto ratio = ratio_percent(pair.a, pair.b);
  const bool digits = pair.a.figure.digits > 1 || pair.b.figure.digits > 1;
  const bool apart = !one_article(pair) || is_headline_and_text(pair);
  return ratio && *ratio <= kNearPercent && digits && pair.evidence.untold() && pair.in_event && apart;
}

bool holds(const Period& outer, const Period& inner) {
  return outer.from && outer.to && inner.from && inner.to && *outer.from <= *inner.from && *inner.to <= *outer.to;
}

// A sum of three digits or more that one side tells of a month and the other of the year around it: what was paid once.
bool is_one_act(const Pair& pair) {
  const auto& a = pair.a.claim().period;
  const auto& b = pair.b.claim().period;
  return a && b && (holds(*a, *b) || holds(*b, *a)) && pair.a.figure.stated == pair.b.figure.stated &&
         pair.a.figure.digits > 2 && pair.keys.subject == KeyState::equal && pair.in_event;
}

// Two metrics of one family in one article, neither part of the other: hardware and training, whatever their figures.
bool are_two_parts(const Pair& pair, const AuditOptions& options) {
  if (!one_article(pair) || pair.keys.metric != KeyState::different || !shares_family(pair)) return false;
  const auto& a = pair.a.claim().metric->id;
  const auto& b = pair.b.claim().metric->id;
  return !is_part(a, b, options) && !is_part(b, a, options);
}

Ruling judge_strained(const Pair& pair, const AuditOptions& options) {
  const bool in_family = pair.keys.metric == KeyState::different && shares_family(pair);
  if (in_family && pair.in_event && pair.keys.subject == KeyState::equal) {
    auto reasons = metric_reasons(pair, options);
    append(key_reasons(pair), &reasons);
    return {Verdict::apparent, "audit.other_metric", std::move(reasons)};
  }
  const bool open = is_open(pair.keys.period, pair.in_event) || is_open(pair.keys.scope) ||
                    pair.keys.subject != KeyState::equal || pair.keys.metric != KeyState::equal;
  if (open) return not_comparable(pair, "audit.key_unknown");
  if (one_source(pair) && one_article(pair)) {
    return {Verdict::not_comparable, "audit.same_document", same_document_reasons()};
  }
  if (!pair.evidence.untold()) return {Verdict::not_comparable, "audit.both_told", told_reasons(pair)};
  std::vector<Reason> reasons;
  append_readings(pair, &reasons);
  append(key_reasons(pair), &reasons);
  return {Verdict::strained, "audit.readings_apart", std::move(reasons)};
}

}  // namespace

Ruling judge_overlap(const Pair& pair, FigureRelation relation, const AuditOptions& options) {
  if (pair.keys.period == KeyState::different && !is_one_act(pair)) return not_comparable(pair, "audit.key_differs");
  const bool one_number = pair.a.figure.stated && pair.a.figure.stated == pair.b.figure.stated;
  // A number of two digits or more to which the other rounds is hardly met by chance.
  const bool rounds = relation == FigureRelation::refines && pair.in_event && !one_article(pair) &&
                      std::min(pair.a.figure.digits, pair.b.figure.digits) > 1;
  const bool near = nearly_meet(pair) || rounds;
  if (pair.keys.modality == KeyState::different && !one_number && !near) {
    return not_comparable(pair, "audit.key_differs");
  }
  if (!pair.in_event && pair.keys.metric != KeyState::equal) return not_comparable(pair, "audit.key_differs");
  if (relation == FigureRelation::strained && !near) return judge_strained(pair, options);
  if (!tells_one_thing(pair) && !near) return not_comparable(pair, "audit.metric");
  if (are_two_parts(pair, options)) return {Verdict::not_comparable, "audit.metric", metric_reasons(pair, options)};
  auto reasons = metric_reasons(pair, options);
  append(key_reasons(pair), &reasons);
  switch (relation) {
    case FigureRelation::same: return {Verdict::same, "audit.equal", std::move(reasons)};
    case FigureRelation::refines:
      append_rounding(pair, &reasons);
      return {Verdict::refines, "audit.rounds_to", std::move(reasons)};
    default: break;
  }
  // What overlaps but states another number agrees only if it speaks of the same.
  const bool one_figure = state_one_figure(pair.a.figure, pair.b.figure);
  const bool close = shares_family(pair) && (one_subject(pair) || pair.evidence.likeness >= kAlike);
  if (!one_figure && !close && !near) return {Verdict::not_comparable, "audit.metric", std::move(reasons)};
  append_hedges(pair, &reasons);
  return {Verdict::compatible, "audit.contains", std::move(reasons)};
}

}  // namespace socai
