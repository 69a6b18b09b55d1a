// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/keys.h"

#include <cstdlib>
#include <set>

#include "extractor/claim/entity_id.h"
#include "ledger/times.h"

namespace socai {
namespace {

constexpr std::string_view kChange = ".change";

bool is_change(std::string_view metric) {
  return metric.size() >= kChange.size() && metric.substr(metric.size() - kChange.size()) == kChange;
}

KeyState state_of(bool a_states, bool b_states, bool equal) {
  if (!a_states && !b_states) return KeyState::unstated;
  if (a_states != b_states) return KeyState::unknown;
  return equal ? KeyState::equal : KeyState::different;
}

// Words alone do not tell two periods apart: "quý II" and "ba tháng qua" may be one.
KeyState compare_periods(const std::optional<Period>& a, const std::optional<Period>& b) {
  if (!a || !b) return state_of(a.has_value(), b.has_value(), false);
  const bool dated = a->from && a->to && b->from && b->to;
  if (dated) return a->from == b->from && a->to == b->to ? KeyState::equal : KeyState::different;
  return entity_id(a->mention) == entity_id(b->mention) ? KeyState::equal : KeyState::unknown;
}

// No unit is a unit: the sum as a whole.
KeyState compare_units(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  if (!a && !b) return KeyState::equal;
  return state_of(a.has_value(), b.has_value(), a && b && entity_id(*a) == entity_id(*b));
}

KeyState compare_scopes(const std::vector<Caveat>& a, const std::vector<Caveat>& b) {
  const auto folded = [](const std::vector<Caveat>& caveats) {
    std::set<std::string> ids;
    for (const auto& caveat : caveats) ids.insert(entity_id(caveat.quote));
    return ids;
  };
  return state_of(!a.empty(), !b.empty(), folded(a) == folded(b));
}

// The claims are of one subject group: their ids are equal, or the one holds the other.
KeyState compare_subjects(const Item& a, const Item& b) {
  if (a.subject.empty() || b.subject.empty()) return state_of(!a.subject.empty(), !b.subject.empty(), false);
  if (a.subject == b.subject) return KeyState::equal;
  const bool nested = id_contains(a.subject, b.subject) || id_contains(b.subject, a.subject);
  return nested ? KeyState::unknown : KeyState::different;
}

}  // namespace

Item item_of(const RecordedClaim& row, const AuditOptions& options) {
  Item item;
  item.row = &row;
  const auto& claim = row.claim;
  item.figure = figure_of(*claim.amount);
  if (claim.subject) item.subject = options.aliases.canonical(claim.subject->id);
  if (claim.metric) item.family = metric_family(claim.metric->id);
  const auto day = row.article.published ? leading_day(*row.article.published) : std::nullopt;
  if (day) item.day = day_number(*day);
  const bool narrated = claim.claimant.type == EntityType::narrator;
  if (narrated && row.article.outlet) {
    item.source = "outlet:" + *row.article.outlet;
  } else if (narrated || claim.claimant.type == EntityType::unnamed) {
    item.source = "article:" + row.article.id;
  } else {
    item.source = options.aliases.canonical(claim.claimant.entity.id);
  }
  return item;
}

std::string metric_family(std::string_view metric) {
  return std::string(is_change(metric) ? metric : metric.substr(0, metric.find('.')));
}

bool is_part(std::string_view part, std::string_view whole, const AuditOptions& options) {
  if (is_change(part) || is_change(whole)) return false;
  if (part.size() > whole.size() && part.substr(0, whole.size()) == whole && part[whole.size()] == '.') return true;
  return options.part_of.contains({std::string(part), std::string(whole)});
}

bool same_event(const Item& a, const Item& b, const AuditOptions& options) {
  if (a.article() == b.article()) return true;
  if (!a.day || !b.day) return !a.day && !b.day;
  return std::llabs(*a.day - *b.day) <= options.event_days;
}

Keys compare_keys(const Item& a, const Item& b) {
  const auto& left = a.claim();
  const auto& right = b.claim();
  Keys keys;
  keys.subject = compare_subjects(a, b);
  keys.metric = state_of(left.metric.has_value(), right.metric.has_value(),
                         left.metric && right.metric && left.metric->id == right.metric->id);
  keys.period = compare_periods(left.period, right.period);
  keys.unit = compare_units(a.amount().per, b.amount().per);
  keys.currency = a.amount().currency == b.amount().currency ? KeyState::equal : KeyState::different;
  keys.scope = compare_scopes(left.caveats, right.caveats);
  const bool one_kind = is_ahead(left.modality) == is_ahead(right.modality) &&
                        (left.modality == Modality::hypothetical) == (right.modality == Modality::hypothetical);
  keys.modality = one_kind ? KeyState::equal : KeyState::different;
  return keys;
}

bool is_ahead(Modality modality) { return modality == Modality::forecast || modality == Modality::plan; }

}  // namespace socai
