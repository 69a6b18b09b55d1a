// SPDX-License-Identifier: Apache-2.0
// A finding: two claims, and what relates them. Everything that led to the verdict is in it, as data; words for people
// are the program's.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/claim/decimal.h"
#include "ledger/query.h"

namespace socai {

// In the order in which findings are shown: conflicts first, then what explains itself, then agreement.
enum class Verdict {
  refuted,             // one claim denies the other's figure
  contradicts,         // independent sources, everything else alike, disjoint intervals
  part_exceeds_whole,  // a metric that is part of another exceeds it
  unit_slip,           // disjoint by a power of ten, or the same digits in another currency
  revised,             // the same source, later, a disjoint figure
  strained,            // the committed intervals overlap, what a reader takes from them does not
  apparent,            // disjoint within one event, but a key differs or is unknown
  superseded,          // forecast or plan, then the actual figure
  refines,             // intervals overlap, precision differs
  compatible,          // one side is one-sided or hedged, and contains the other
  same,                // equal interval and precision
  not_comparable,      // a key differs or is unknown, and nothing invites the comparison
};

enum class KeyState {
  equal,
  different,
  unknown,   // stated on one side only
  unstated,  // on neither
};

enum class Severity { high, medium, low, none };

std::string_view to_string(Verdict value);  // "contradicts", "unit slip", "part exceeds whole", "not comparable"
std::string_view to_string(KeyState value);
std::string_view to_string(Severity value);
std::optional<Verdict> parse_verdict(std::string_view name);  // underscores and hyphens count as spaces

// Whether the default output shows it: everything but refines, compatible, same and not_comparable.
bool calls_for_a_look(Verdict verdict);
// Whether it is a conflict: refuted, contradicts, part_exceeds_whole, unit_slip. What --exit-code goes by.
bool is_conflict(Verdict verdict);

struct Keys {
  KeyState subject = KeyState::unstated;
  KeyState metric = KeyState::unstated;
  KeyState period = KeyState::unstated;
  KeyState unit = KeyState::unstated;  // Amount::per
  KeyState currency = KeyState::unstated;
  KeyState scope = KeyState::unstated;  // the caveats
  KeyState modality = KeyState::unstated;

  bool overlooked = false;  // the scopes differ in what readers commonly overlook

  bool operator==(const Keys&) const = default;
};

// Why the verdict is what it is: a code and its values, the most telling first. `values` are data (ids, quotes,
// decimals, enumerators as in JSON); "a" and "b" name the sides.
//   metric_part        part, whole: metric ids, the one is part of the other
//   metric_differs     a, b: metric ids
//   metric_unknown     side, metric: only that side has one
//   caveat             side, quote: a passage that narrows that side
//   period_differs     a, b: the periods' words            period_unknown    side, period
//   unit_differs       a, b                                unit_unknown      side, unit
//   currency_differs   a, b
//   modality_differs   a, b
//   subject_differs    a, b: ids, the one holds the other  subject_unknown   side, subject
//   published_apart    a, b: days of publication, too far apart to be one event
//   denied             side: the side that denies the figure
//   counter_figure     side, denial: that side is what a text sets against the figure that it denies; id of the denial
//   refined_by         claim, quote: a claim that states the refuted figure at another precision
//   rounds_to          side: the coarser figure, to which the other rounds; step: what it is rounded to
//   one_sided          side, relation: commits to one bound only
//   hedged             side, relation
//   reading            side, low, high: what a reader takes from that side
//   power_of_ten       exponent: by which the figures differ, their digits alike
//   same_digits        a, b: currencies
//   rate               from, to, value, date, tolerance: the rate that the currencies were compared through; percent
//   same_source        source: id of the claimant or outlet
//   later              side, a, b: the days
//   same_document      both stand in one article and are of one source: perhaps two things of a kind
//   one_thing          strength, words: points for both being of one thing; words in common, in percent
//   told_too           side: the article of that side tells both figures, as two things
//   announced, silent  the later figure is said to replace the earlier one, or not
//   through            claim, quote: one article sets these figures against each other; the claim there that tells one
//   told_beside        claim, quote: an article tells this figure beside the other, as another thing
//   copied             both sentences share so much that they are one report
struct Reason {
  std::string code;
  std::vector<std::pair<std::string, std::string>> values;

  bool operator==(const Reason&) const = default;
};

// How far apart two disjoint figures are, from the bounds that face each other.
struct Distance {
  Decimal absolute;
  std::optional<Decimal> ratio;  // larger / smaller, cut behind two decimals; nothing where the smaller is zero

  bool operator==(const Distance&) const = default;
};

struct Finding {
  std::string id;  // 16 hex digits, from the two claims' ids, whichever way round
  Verdict verdict = Verdict::not_comparable;
  // Into the claims given to audit(), which must outlive the finding. `a` is the earlier: by day, then article, place.
  const RecordedClaim* a = nullptr;
  const RecordedClaim* b = nullptr;
  Keys keys;
  std::optional<Distance> distance;
  Severity severity = Severity::none;
  std::size_t lineages_a = 1;  // independent lineages behind the figure of that side, among the claims compared
  std::size_t lineages_b = 1;
  // With AuditOptions::with_support: the claims behind the figure of that side, that of the finding first.
  std::vector<const RecordedClaim*> behind_a;
  std::vector<const RecordedClaim*> behind_b;
  std::string rule;  // id of the rule that decided: "audit.disjoint"
  std::vector<Reason> reasons;
  std::optional<std::string> decision;  // a person's judgement, if one was recorded
};

}  // namespace socai
