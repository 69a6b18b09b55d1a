// SPDX-License-Identifier: Apache-2.0
// What speaks for two disjoint figures being of one thing. A subject and a metric do not name a thing: a company has
// many debts. On real news, of hundred pairs with equal keys in one event two contradict each other. So it is asked
// besides whether either article tells the other's figure too (then it knows both, as two things), how many figures
// each article has for the same keys, how near the figures are, and how alike the words around them.
#pragma once

#include <cstddef>

#include "ledger/audit/pairs.h"

namespace socai {

struct Evidence {
  int likeness = 0;          // of the words around the figures, in percent
  bool has_words = false;    // both sentences are at hand
  bool two_sources = false;  // both figures have named sources, not the same
  bool a_told_by_b = false;  // the article of b states the figure of a, too
  bool b_told_by_a = false;
  std::size_t rivals_a = 0;  // other figures of the same subject and metric in the article of a
  std::size_t rivals_b = 0;
  std::size_t a_again = 0;  // how often the article of a tells its figure again, outside of headlines
  std::size_t b_again = 0;
  std::size_t a_affirmed = 0;  // how often its article affirms the figure in its own voice
  std::size_t b_affirmed = 0;
  int strength = 0;  // the sum of the points that evidence.cpp gives; see kConflict there

  bool untold() const { return !a_told_by_b && !b_told_by_a; }
};

// What it takes to call two disjoint figures a contradiction, and to show them as an apparent one.
inline constexpr int kConflictStrength = 11;
inline constexpr int kApparentStrength = 9;

Evidence evidence_of(const Item& a, const Item& b, const Keys& keys, const std::vector<Item>& items,
                     const PairIndex& index);

int strength_of(const Item& a, const Item& b, const Keys& keys, const Evidence& evidence);

// How far the numbers are apart: larger / smaller, in percent; nothing where one is zero or has no number.
std::optional<int> ratio_percent(const Item& a, const Item& b);

}  // namespace socai
