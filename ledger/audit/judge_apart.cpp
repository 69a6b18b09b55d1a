// SPDX-License-Identifier: Apache-2.0
// Disjoint figures of two articles.
#include <algorithm>

#include "ledger/audit/reasons.h"
#include "ledger/audit/verdict.h"

namespace socai {
namespace {

constexpr int kAlike = 25;   // words in common, in percent
constexpr int kRetold = 50;  // so many that the one sentence retells the other
constexpr int kSlightlyAlike = 10;
constexpr int kQuiteAlike = 40;
constexpr int kVeryAlike = 60;
constexpr int kWordForWord = 80;
constexpr int kNearPercent = 105;
constexpr int kMisprintPercent = 102;
constexpr int kRetoldPercent = 110;
constexpr int kApartPercent = 130;
constexpr int kFarPercent = 170;
constexpr int kVeryFarPercent = 1'000'000;

bool metric_is(const Pair& pair, KeyState state) { return pair.keys.metric == state; }

// Both bounds are written, and the part's is the larger.
bool part_exceeds(const Item& part, const Item& whole) {
  return part.amount().min && whole.amount().max && *part.amount().min > *whole.amount().max;
}

// A figure retold in the same words and hardly moved: what the one leaves unsaid, the other says for it.
bool is_retold(const Pair& pair) {
  const auto ratio = ratio_percent(pair.a, pair.b);
  return pair.evidence.likeness >= kRetold && ratio && *ratio <= kNearPercent;
}

// So near and so alike that one of them is likely a misprint, also where an article tells both.
bool is_misprint(const Pair& pair) {
  const auto ratio = ratio_percent(pair.a, pair.b);
  return pair.evidence.likeness >= kRetold && ratio && *ratio <= kMisprintPercent;
}

bool period_open(const Pair& pair, const AuditOptions& options) {
  const bool moves = is_daily(pair.a, options);
  if (pair.keys.period == KeyState::unknown && !moves && is_retold(pair)) return false;
  return is_open(pair.keys.period, pair.in_event);
}

// All that sets the scopes apart is that the whole says what it takes in.
bool is_only_widened(const Item& whole, const Item& part, const AuditWords& words) {
  const auto widens = [&](const std::string& caveat) {
    return std::any_of(words.includes.begin(), words.includes.end(),
                       [&](const std::string& phrase) { return caveat.starts_with(phrase + "-"); });
  };
  return part.caveats.empty() && part.context.scopes == whole.context.scopes &&
         std::all_of(whole.caveats.begin(), whole.caveats.end(), widens);
}

// Another metric of the family, or a part against its whole.
Ruling judge_metrics(const Pair& pair, const AuditOptions& options) {
  if (!metric_is(pair, KeyState::different)) return not_comparable(pair, "audit.metric_unknown");
  const auto& a = pair.a.claim().metric->id;
  const auto& b = pair.b.claim().metric->id;
  const bool a_is_part = is_part(a, b, options);
  const bool related = a_is_part || is_part(b, a, options);
  auto reasons = metric_reasons(pair, options);
  append(key_reasons(pair), &reasons);
  const bool alike = pair.evidence.likeness >= kAlike || !pair.evidence.has_words;
  const auto& part = a_is_part ? pair.a : pair.b;
  const auto& whole = a_is_part ? pair.b : pair.a;
  const bool scope_open = is_open(pair.keys.scope) && !is_only_widened(whole, part, *options.words);
  const bool others_open = !alike || !pair.evidence.untold() || pair.a.common_subject || period_open(pair, options) ||
                           scope_open || is_open(pair.keys.modality) || !one_subject(pair) ||
                           pair.keys.subject == KeyState::unknown;
  if (related && part_exceeds(part, whole) && !others_open) {
    return {Verdict::part_exceeds_whole, "audit.part_exceeds_whole", std::move(reasons)};
  }
  const bool invites = pair.a.family == pair.b.family && pair.in_event && pair.keys.period != KeyState::different &&
                       pair.keys.subject == KeyState::equal && pair.evidence.untold();
  return {invites ? Verdict::apparent : Verdict::not_comparable, invites ? "audit.other_metric" : "audit.metric",
          std::move(reasons)};
}

// Two stated scopes are two figures, which readers overlook with some of them.
Ruling judge_scopes(const Pair& pair) {
  const bool invites = pair.keys.overlooked && pair.in_event && pair.keys.subject == KeyState::equal;
  if (!invites) return not_comparable(pair, "audit.scope");
  return {Verdict::apparent, "audit.scope_overlooked", key_reasons(pair)};
}

Ruling judge_modalities(const Pair& pair, const AuditOptions& options) {
  const bool in_turn = pair.a.ahead && !pair.b.ahead && !pair.evidence.b_told_by_a;
  const bool sure = pair.keys.subject == KeyState::equal;
  const bool one_thing = sure || (one_subject(pair) && pair.evidence.likeness >= kAlike);
  // What a subject once planned without a day is told later in the words of the plan, or the article knows of the plan.
  const bool of_plan =
      sure && pair.keys.period == KeyState::unstated && (pair.evidence.likeness >= kAlike || pair.evidence.a_told_by_b);
  const bool open = period_open(pair, options) && !of_plan;
  if (open || !in_turn || !one_thing) return not_comparable(pair, "audit.modality");
  return {Verdict::superseded, "audit.forecast_then_actual", key_reasons(pair)};
}

// Whether b was published later than a: by day, or by the hour where both tell it.
bool is_later(const Pair& pair) {
  if (pair.a.day != pair.b.day) return pair.a.day && pair.b.day && *pair.a.day < *pair.b.day;
  const auto& a = pair.a.row->article.published;
  const auto& b = pair.b.row->article.published;
  return a && b && a->size() == b->size() && *a < *b;
}

// One source that tells another figure later, or anybody who says that the figure is a new one. It says so, or the
// later article tells the earlier figure too: announced.
std::optional<Ruling> judge_revision(const Pair& pair, const AuditOptions& options) {
  const bool one_speaker = one_source(pair) || pair.b.context.revises;
  const bool one_thing = pair.keys.subject == KeyState::equal || (one_source(pair) && one_subject(pair));
  if (!one_speaker || !is_later(pair) || !one_thing || period_open(pair, options)) return {};
  if (is_open(pair.keys.scope) || pair.evidence.b_told_by_a) return {};
  const bool announced = pair.b.context.revises || pair.evidence.a_told_by_b;
  return Ruling{Verdict::revised, announced ? "audit.same_source_announced" : "audit.same_source_silent",
                revised_reasons(pair, announced)};
}

// Whether the sides speak of one thing as far as words and numbers tell: the farther the figures are apart, and the
// less sure the subject, the more the words must be alike.
bool is_one_thing(const Pair& pair) {
  if (pair.evidence.strength < kConflictStrength) return false;
  const auto ratio = ratio_percent(pair.a, pair.b).value_or(kVeryFarPercent);
  const auto alike = pair.evidence.likeness;
  const bool sure = pair.keys.subject == KeyState::equal && !pair.a.common_subject && !pair.b.common_subject;
  if (!sure && !one_subject(pair)) return alike >= kVeryAlike && ratio <= kRetoldPercent;
  if (!sure) return alike >= kRetold && ratio <= kFarPercent;
  // Months apart, of one period: what is far off is hardly the same sum.
  const bool far_alike = alike >= kVeryAlike || !pair.evidence.has_words;
  if (!pair.in_event && ratio > kApartPercent && !far_alike) return false;
  if (ratio <= kFarPercent || !pair.evidence.has_words) return true;
  if (!pair.a.day) return alike >= kVeryAlike;
  return alike >= kAlike || (pair.evidence.two_sources && alike >= kSlightlyAlike);
}

}  // namespace

// The same digits, a power of ten apart: of a scale ("triệu" for "tỷ"), or a lost digit. A single digit says little:
// then the words must be the same.
bool is_slip(const Pair& pair) {
  const auto apart = power_of_ten_apart(pair.a.figure, pair.b.figure);
  if (!pair.in_event || !apart || pair.keys.period == KeyState::different) return false;
  const bool of_scale = *apart % 3 == 0;
  const bool one_family = pair.a.family == pair.b.family;
  const auto alike = pair.evidence.likeness;
  const int digits = pair.a.figure.digits;
  if (!of_scale && *apart != 1) return false;
  if (!of_scale) return digits > 1 && one_family && one_subject(pair) && pair.evidence.untold();
  if (digits == 1) return one_family && one_subject(pair) && alike >= kWordForWord;
  if (pair.evidence.untold()) return one_subject(pair) || alike >= kVeryAlike || (one_family && digits > 2);
  return one_family && (one_subject(pair) || alike >= kQuiteAlike) && (digits > 2 || alike >= kRetold);
}

Ruling judge_slip(const Pair& pair) {
  const auto apart = power_of_ten_apart(pair.a.figure, pair.b.figure);
  return {Verdict::unit_slip, "audit.power_of_ten", {power_of_ten_reason(apart.value_or(0))}};
}

Ruling judge_apart(const Pair& pair, const AuditOptions& options) {
  if (is_slip(pair)) return judge_slip(pair);
  if (pair.keys.unit != KeyState::equal) return not_comparable(pair, "audit.unit");
  if (!metric_is(pair, KeyState::equal)) return judge_metrics(pair, options);
  if (pair.keys.modality == KeyState::different) return judge_modalities(pair, options);
  if (pair.keys.period == KeyState::different) return not_comparable(pair, "audit.key_differs");
  if (pair.keys.scope == KeyState::different) return judge_scopes(pair);
  if (auto revision = judge_revision(pair, options)) return std::move(*revision);
  const auto& evidence = pair.evidence;
  const bool retold = is_misprint(pair) && !(evidence.a_told_by_b && evidence.b_told_by_a);
  if (!evidence.untold() && !retold) return {Verdict::not_comparable, "audit.both_told", told_reasons(pair)};
  const bool open = period_open(pair, options) || is_open(pair.keys.scope);
  if (is_one_thing(pair) && !open) {
    std::vector<Reason> reasons = {strength_reason(pair)};
    append_hedges(pair, &reasons);
    append(key_reasons(pair), &reasons);
    return {Verdict::contradicts, "audit.disjoint", std::move(reasons)};
  }
  const bool invites = pair.in_event && evidence.strength >= kApparentStrength && one_subject(pair);
  if (!invites) return not_comparable(pair, "audit.key_differs");
  return {Verdict::apparent, "audit.key_open", key_reasons(pair)};
}

}  // namespace socai
