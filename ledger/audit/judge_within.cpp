// SPDX-License-Identifier: Apache-2.0
// Disjoint figures of one article. Whoever tells two figures in one text mostly tells of two things; so it takes a word
// that the one takes the other's place, two sources that speak of the same, or a headline that its text does not bear
// out.
#include "extractor/claim/entity_id.h"
#include "ledger/audit/reasons.h"
#include "ledger/audit/verdict.h"

namespace socai {
namespace {

constexpr int kAlike = 40;  // words in common, in percent
constexpr int kHeadlinePercent = 120;
constexpr int kFarPercent = 170;

bool one_sentence(const Pair& pair) {
  return pair.a.claim().field == pair.b.claim().field && pair.a.claim().sentence_start == pair.b.claim().sentence_start;
}

bool two_named_sources(const Pair& pair) {
  const auto named = [](const Item& item) { return item.claim().claimant.type != EntityType::narrator; };
  return !one_source(pair) && named(pair.a) && named(pair.b);
}

// The words between the two figures of one sentence set them against each other, and two sources speak.
bool is_contrast(const Pair& pair, const AuditWords& words) {
  const auto& sentence = pair.a.row->sentence;
  const auto& a = pair.a.claim();
  const auto& b = pair.b.claim();
  if (!one_sentence(pair) || one_source(pair) || a.end > b.start || a.sentence_start > a.end) return false;
  const auto start = a.end - a.sentence_start;
  if (start > sentence.size()) return false;
  const auto between = entity_id(std::string_view(sentence).substr(start, b.start - a.end));
  const auto ratio = ratio_percent(pair.a, pair.b);
  return ratio && *ratio <= kFarPercent && one_subject(pair) && holds_any(between, words.contrast);
}

Ruling judge_metrics(const Pair& pair, const AuditOptions& options) {
  auto reasons = metric_reasons(pair, options);
  append(key_reasons(pair), &reasons);
  const bool invites = pair.keys.metric == KeyState::different && pair.a.family == pair.b.family &&
                       pair.keys.subject == KeyState::equal && pair.keys.period != KeyState::different;
  return {invites ? Verdict::apparent : Verdict::not_comparable, invites ? "audit.other_metric" : "audit.metric",
          std::move(reasons)};
}

// The headline's figure stands nowhere in the text, but one near it does.
bool is_unborne_headline(const Pair& pair) {
  const auto is_headline = [](const Item& item) { return item.claim().zone == Zone::headline; };
  if (is_headline(pair.a) == is_headline(pair.b)) return false;
  const auto ratio = ratio_percent(pair.a, pair.b);
  const bool numbers = pair.a.figure.stated && pair.b.figure.stated;
  const bool untold =
      pair.evidence.untold() && (is_headline(pair.a) ? pair.evidence.a_again : pair.evidence.b_again) == 0;
  return numbers && untold && ratio && *ratio <= kHeadlinePercent && pair.keys.subject == KeyState::equal &&
         !pair.a.common_subject && !pair.b.common_subject;
}

}  // namespace

Ruling judge_within(const Pair& pair, const AuditOptions& options) {
  const auto& keys = pair.keys;
  if (keys.unit != KeyState::equal) return not_comparable(pair, "audit.unit");
  const bool fits = keys.period != KeyState::different && keys.modality == KeyState::equal;
  if (fits && is_contrast(pair, *options.words)) {
    return {Verdict::contradicts, "audit.contrast", {strength_reason(pair)}};
  }
  if (keys.metric != KeyState::equal) return judge_metrics(pair, options);
  if (one_sentence(pair) && pair.a.context.revises && keys.modality == KeyState::equal) {
    return {Verdict::revised, "audit.said_to_replace", revised_reasons(pair, true)};
  }
  if (keys.period == KeyState::different) return not_comparable(pair, "audit.key_differs");
  if (keys.modality == KeyState::different) {
    // The plan is told first, or as what was before.
    const bool in_time = pair.a.ahead || pair.b.context.earlier;
    const bool one_thing = keys.subject == KeyState::equal && (pair.evidence.likeness >= kAlike || !pair.a.ahead);
    if (!in_time || !one_thing || is_open(keys.period)) return not_comparable(pair, "audit.modality");
    return {Verdict::superseded, "audit.forecast_then_actual", key_reasons(pair)};
  }
  const bool open = is_open(keys.period) || is_open(keys.scope);
  if (is_unborne_headline(pair) && !open) {
    return {Verdict::contradicts, "audit.headline", {strength_reason(pair)}};
  }
  const auto ratio = ratio_percent(pair.a, pair.b);
  const bool comparable =
      pair.evidence.likeness >= kAlike || !pair.evidence.has_words || (ratio && *ratio <= kFarPercent);
  const bool set_against = two_named_sources(pair) && keys.subject == KeyState::equal && comparable &&
                           pair.evidence.rivals_a <= 1 && pair.evidence.rivals_b <= 1;
  if (set_against && !open) return {Verdict::contradicts, "audit.disjoint", {strength_reason(pair)}};
  const bool invites = set_against && keys.period != KeyState::different;
  if (invites) return {Verdict::apparent, "audit.key_open", key_reasons(pair)};
  return {Verdict::not_comparable, "audit.same_document", same_document_reasons()};
}

}  // namespace socai
