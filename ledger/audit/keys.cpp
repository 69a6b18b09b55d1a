// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/keys.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>
#include <vector>

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

// The same words with other numbers: "sáng 20/5" and "sáng 21/5", "quý 1" and "quý 2".
bool differ_in_numbers(std::string_view a, std::string_view b) {
  const auto words_of = [](std::string_view period) {
    std::string words;
    for (const char c : period) {
      const bool digit = c >= '0' && c <= '9';
      if (!digit) words.push_back(c);
      if (digit && (words.empty() || words.back() != '#')) words.push_back('#');
    }
    return words;
  };
  return words_of(a) == words_of(b);
}

// Words alone do not tell two periods apart: "quý II" and "ba tháng qua" may be one.
KeyState compare_periods(const Item& left, const Item& right, const AuditWords& words) {
  const auto& a = left.claim().period;
  const auto& b = right.claim().period;
  if (!a || !b) return state_of(a.has_value(), b.has_value(), false);
  const bool dated = a->from && a->to && b->from && b->to;
  if (dated) return a->from == b->from && a->to == b->to ? KeyState::equal : KeyState::different;
  if (left.period != right.period) {
    return differ_in_numbers(left.period, right.period) ? KeyState::different : KeyState::unknown;
  }
  const bool numbered = left.period.find_first_of("0123456789") != std::string::npos;
  const bool fixed = numbered || left.article() == right.article() || holds_any(left.period, words.coarse_periods);
  return fixed ? KeyState::equal : KeyState::unknown;
}

// No unit is a unit: the sum as a whole.
KeyState compare_units(const Item& a, const Item& b) {
  if (a.unit.empty() && b.unit.empty()) return KeyState::equal;
  return state_of(!a.unit.empty(), !b.unit.empty(), a.unit == b.unit);
}

// Scopes that both sides state with no value in common.
std::vector<int> scopes_apart(const FigureContext& a, const FigureContext& b) {
  std::set<int> shared;
  std::set<int> both;
  for (const auto& p : a.scopes) {
    for (const auto& q : b.scopes) {
      if (p.first != q.first) continue;
      both.insert(p.first);
      if (p.second == q.second) shared.insert(p.first);
    }
  }
  std::vector<int> apart;
  std::set_difference(both.begin(), both.end(), shared.begin(), shared.end(), std::back_inserter(apart));
  return apart;
}

// The caveats, and what the words near the figures say of tax, phase and the like.
void compare_scopes(const Item& a, const Item& b, const AuditWords& words, Keys* keys) {
  keys->scope = state_of(!a.caveats.empty(), !b.caveats.empty(), a.caveats == b.caveats);
  if (const auto apart = scopes_apart(a.context, b.context); !apart.empty()) {
    keys->scope = KeyState::different;
    keys->overlooked = std::all_of(apart.begin(), apart.end(),
                                   [&](int scope) { return words.scopes[static_cast<std::size_t>(scope)].overlooked; });
  } else if (a.context.scopes != b.context.scopes || a.context.is_part != b.context.is_part) {
    keys->scope = KeyState::unknown;
  } else if (keys->scope == KeyState::unstated && !a.context.scopes.empty()) {
    keys->scope = KeyState::equal;
  }
}

std::size_t words_in(std::string_view id) {
  return id.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(id.begin(), id.end(), '-'));
}

// "holmes" of "elizabeth-holmes": the end of a name, which names the same person or thing. Not of "cua-vingroup".
bool is_short_form(std::string_view part, std::string_view whole, const AuditWords& words) {
  constexpr std::size_t kLongestName = 5;
  const bool ends = whole.size() > part.size() && whole.ends_with(part) && whole[whole.size() - part.size() - 1] == '-';
  if (!ends || words_in(whole) > kLongestName) return false;
  for (std::size_t start = 0; start < whole.size();) {
    const auto end = std::min(whole.find('-', start), whole.size());
    if (words.connectors.contains(whole.substr(start, end - start))) return false;
    start = end + 1;
  }
  return true;
}

KeyState compare_subjects(const Item& a, const Item& b, const AuditWords& words) {
  if (a.subject.empty() || b.subject.empty()) return state_of(!a.subject.empty(), !b.subject.empty(), false);
  if (a.subject == b.subject) return KeyState::equal;
  if (a.vague_subject || b.vague_subject) return KeyState::unknown;
  if (is_short_form(a.subject, b.subject, words) || is_short_form(b.subject, a.subject, words)) return KeyState::equal;
  const bool nested = id_contains(a.subject, b.subject) || id_contains(b.subject, a.subject);
  return nested ? KeyState::unknown : KeyState::different;
}

// Whether the period went on for more than a week after the day of publication.
bool ends_later(const std::optional<Period>& period, const std::optional<std::int64_t>& published) {
  constexpr std::int64_t kDays = 7;
  if (!period || !period->to || !published) return false;
  const auto end = leading_day(*period->to);
  return end && day_number(*end) > *published + kDays;
}

// "ngay-18-05" -> "ngay-18-5": two ways to write one day.
std::string without_leading_zeros(std::string_view id) {
  std::string text;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool leads = id[i] == '0' && (i == 0 || id[i - 1] == '-') && i + 1 < id.size() && is_digit(id[i + 1]);
    if (!leads) text.push_back(id[i]);
  }
  return text;
}

}  // namespace

Item item_of(const RecordedClaim& row, const AuditOptions& options) {
  Item item;
  item.row = &row;
  const auto& claim = row.claim;
  item.figure = figure_of(*claim.amount);
  item.context = context_of(row, *options.words);
  add_runs(row.sentence, &item.runs);
  std::sort(item.runs.begin(), item.runs.end());
  item.runs.erase(std::unique(item.runs.begin(), item.runs.end()), item.runs.end());
  if (claim.amount->per) item.unit = entity_id(*claim.amount->per);
  const auto& units = options.words->units;
  if (const auto found = units.find(item.unit); found != units.end()) item.unit = found->second;
  if (claim.period) item.period = without_leading_zeros(entity_id(claim.period->mention));
  for (const auto& caveat : claim.caveats) item.caveats.push_back(entity_id(caveat.quote));
  std::sort(item.caveats.begin(), item.caveats.end());
  if (claim.subject) {
    const auto id = options.aliases.canonical(claim.subject->id);
    item.subject = core_name(id, *options.words);
    item.vague_subject = item.subject.empty();
    if (item.vague_subject) item.subject = id;
    item.common_subject = item.vague_subject || options.words->common_names.contains(item.subject);
  }
  if (claim.metric) item.family = metric_family(claim.metric->id);
  const auto day = row.article.published ? leading_day(*row.article.published) : std::nullopt;
  if (day) item.day = day_number(*day);
  item.ahead = is_ahead(claim.modality) || ends_later(claim.period, item.day);
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

std::string core_name(const std::string& id, const AuditWords& words) {
  std::string name = "-" + id + "-";
  for (const auto& head : words.generic) {
    const auto marked = "-" + head + "-";
    for (auto at = name.find(marked); at != std::string::npos; at = name.find(marked)) {
      name.replace(at, marked.size(), "-");
    }
  }
  return name.size() <= 2 ? std::string() : name.substr(1, name.size() - 2);
}

Keys compare_keys(const Item& a, const Item& b, const AuditOptions& options) {
  const auto& left = a.claim();
  const auto& right = b.claim();
  Keys keys;
  keys.subject = compare_subjects(a, b, *options.words);
  keys.metric = state_of(left.metric.has_value(), right.metric.has_value(),
                         left.metric && right.metric && left.metric->id == right.metric->id);
  keys.period = compare_periods(a, b, *options.words);
  // Of what moves daily the day of publication is the period; two articles without a day tell of any. What is sold by
  // the measure has another price every day; what is sold by the piece may keep it.
  const bool daily = a.family == b.family && is_daily(a, options);
  if (keys.period == KeyState::unstated && daily && a.article() != b.article() && (!a.day || a.day != b.day)) {
    const bool by_measure = a.day && b.day && !a.unit.empty() && a.unit == b.unit;
    keys.period = by_measure ? KeyState::different : KeyState::unknown;
  }
  keys.unit = compare_units(a, b);
  keys.currency = a.amount().currency == b.amount().currency ? KeyState::equal : KeyState::different;
  compare_scopes(a, b, *options.words, &keys);
  const bool one_kind =
      a.ahead == b.ahead && (left.modality == Modality::hypothetical) == (right.modality == Modality::hypothetical);
  keys.modality = one_kind ? KeyState::equal : KeyState::different;
  return keys;
}

bool is_daily(const Item& item, const AuditOptions& options) {
  return options.words->daily.contains(std::string_view(item.family).substr(0, item.family.find('.')));
}

bool is_ahead(Modality modality) { return modality == Modality::forecast || modality == Modality::plan; }

}  // namespace socai
