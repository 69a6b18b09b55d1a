// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/reasons.h"

#include <algorithm>

#include "extractor/claim/names.h"

namespace socai {
namespace {

using std::string;

// One reason for the key `name`, of which the sides hold the texts `a` and `b`, null where they do not state it.
void add_key(KeyState state, const string& name, const std::optional<string>& a, const std::optional<string>& b,
             std::vector<Reason>* reasons) {
  if (state != KeyState::different && state != KeyState::unknown) return;
  if (state == KeyState::different || (a && b)) {
    reasons->push_back({name + "_differs", {{"a", a.value_or("")}, {"b", b.value_or("")}}});
  } else {
    reasons->push_back({name + "_unknown", {{"side", a ? "a" : "b"}, {name, a ? *a : b.value_or("")}}});
  }
}

void add_caveats(const char* side, const Item& item, std::vector<Reason>* reasons) {
  for (const auto& caveat : item.claim().caveats) {
    reasons->push_back({"caveat", {{"side", side}, {"quote", caveat.quote}}});
  }
}

std::optional<string> words_of(const std::optional<Period>& period) {
  return period ? std::optional(period->mention) : std::nullopt;
}

string text_of(const std::optional<Decimal>& bound) { return bound ? bound->to_string() : string(); }

void add_hedge(const char* side, const Item& item, std::vector<Reason>* reasons) {
  const auto relation = item.amount().relation;
  const bool one_sided = !item.amount().min || !item.amount().max;
  if (relation == Relation::exact || relation == Relation::range) return;
  reasons->push_back({one_sided ? "one_sided" : "hedged", {{"side", side}, {"relation", string(to_string(relation))}}});
}

void add_reading(const char* side, const Item& item, std::vector<Reason>* reasons) {
  const auto& reading = item.figure.reading;
  reasons->push_back({"reading", {{"side", side}, {"low", text_of(reading.low)}, {"high", text_of(reading.high)}}});
}

string day_of(const Item& item) { return item.row->article.published.value_or("").substr(0, 10); }

}  // namespace

void append(std::vector<Reason> more, std::vector<Reason>* reasons) {
  for (auto& reason : more) reasons->push_back(std::move(reason));
}

std::vector<Reason> key_reasons(const Pair& pair) {
  std::vector<Reason> reasons;
  const auto& a = pair.a.claim();
  const auto& b = pair.b.claim();
  const auto& keys = pair.keys;
  add_caveats("a", pair.a, &reasons);
  add_caveats("b", pair.b, &reasons);
  add_key(keys.subject, "subject", a.subject ? std::optional(a.subject->id) : std::nullopt,
          b.subject ? std::optional(b.subject->id) : std::nullopt, &reasons);
  add_key(keys.period, "period", words_of(a.period), words_of(b.period), &reasons);
  add_key(keys.unit, "unit", pair.a.amount().per, pair.b.amount().per, &reasons);
  add_key(keys.currency, "currency", pair.a.amount().currency, pair.b.amount().currency, &reasons);
  add_key(keys.modality, "modality", string(to_string(a.modality)), string(to_string(b.modality)), &reasons);
  if (!pair.in_event) reasons.push_back({"published_apart", {{"a", day_of(pair.a)}, {"b", day_of(pair.b)}}});
  return reasons;
}

std::vector<Reason> metric_reasons(const Pair& pair, const AuditOptions& options) {
  const auto& a = pair.a.claim().metric;
  const auto& b = pair.b.claim().metric;
  if (!a || !b) return {{"metric_unknown", {{"side", a ? "a" : "b"}, {"metric", a ? a->id : b ? b->id : ""}}}};
  if (is_part(a->id, b->id, options)) return {{"metric_part", {{"part", a->id}, {"whole", b->id}}}};
  if (is_part(b->id, a->id, options)) return {{"metric_part", {{"part", b->id}, {"whole", a->id}}}};
  if (a->id == b->id) return {};
  return {{"metric_differs", {{"a", a->id}, {"b", b->id}}}};
}

Reason denied_reason(const Pair& pair) {
  return {"denied", {{"side", pair.a.claim().polarity == Polarity::denied ? "a" : "b"}}};
}

Reason same_digits_reason(const Pair& pair) {
  return {"same_digits", {{"a", pair.a.amount().currency}, {"b", pair.b.amount().currency}}};
}

Reason power_of_ten_reason(int exponent) { return {"power_of_ten", {{"exponent", std::to_string(exponent)}}}; }

std::vector<Reason> revised_reasons(const Pair& pair, bool announced) {
  std::vector<Reason> reasons = {{announced ? "announced" : "silent", {}}};
  if (one_source(pair)) reasons.push_back({"same_source", {{"source", pair.b.source}}});
  if (!one_article(pair)) reasons.push_back({"later", {{"side", "b"}, {"a", day_of(pair.a)}, {"b", day_of(pair.b)}}});
  return reasons;
}

std::vector<Reason> told_reasons(const Pair& pair) {
  std::vector<Reason> reasons;
  if (pair.evidence.a_told_by_b) reasons.push_back({"told_too", {{"side", "b"}}});
  if (pair.evidence.b_told_by_a) reasons.push_back({"told_too", {{"side", "a"}}});
  append(key_reasons(pair), &reasons);
  return reasons;
}

Reason strength_reason(const Pair& pair) {
  return {"one_thing",
          {{"strength", std::to_string(pair.evidence.strength)}, {"words", std::to_string(pair.evidence.likeness)}}};
}

std::vector<Reason> same_document_reasons() { return {{"same_document", {}}}; }

std::vector<Reason> counter_reasons(const Pair& pair, const AuditOptions& options) {
  std::vector<Reason> reasons = {{"counter_figure", {{"denial", *pair.counter_denial}}}};
  append(metric_reasons(pair, options), &reasons);
  append_hedges(pair, &reasons);
  return reasons;
}

// The coarser figure is the one with the larger step.
void append_rounding(const Pair& pair, std::vector<Reason>* reasons) {
  const auto& a = pair.a.figure;
  const auto& b = pair.b.figure;
  if (!a.value || !b.value || a.step == b.step) return;
  const auto step = Decimal::from_int(1).times_power_of_ten(std::max(a.step, b.step));
  reasons->push_back({"rounds_to", {{"side", a.step > b.step ? "a" : "b"}, {"step", text_of(step)}}});
}

void append_hedges(const Pair& pair, std::vector<Reason>* reasons) {
  add_hedge("a", pair.a, reasons);
  add_hedge("b", pair.b, reasons);
}

void append_readings(const Pair& pair, std::vector<Reason>* reasons) {
  add_reading("a", pair.a, reasons);
  add_reading("b", pair.b, reasons);
}

}  // namespace socai
