// SPDX-License-Identifier: Apache-2.0
// Figures as intervals, compared exactly.
//
// A figure has two intervals. What it commits to: the bounds that the text sets; of a plain number the numbers that
// round to it ("6 triệu" is [5,5; 6,5) triệu), but no further than a tenth to either side. What a reader takes from it:
//   exact, range, vague, at_least, at_most, less_than   as committed
//   approx       a rounding step to either side          "khoảng 500 triệu"  [400; 600] triệu
//   more_than    from it to the next step above          "hơn 500 triệu"     [500; 600) triệu
//   nearly       from the next step below to it          "gần 500 triệu"     [400; 500] triệu
//   up_to        from its half to it                     "lên tới 1,6 tỷ"    [0,8; 1,6] tỷ
// A step is one of the last digit that is not zero: of 500 it is 100, of 34 it is 1, of 5,576 it is 0,001.
//
// Two plain numbers with the same step must be equal; with different steps the intervals that round to them must
// overlap (XBRL's rule for inconsistent duplicates). Overlap is not transitive: 1,0 and 1,1 and 1,2 in turn.
#pragma once

#include <optional>

#include "extractor/claim/claim.h"
#include "extractor/claim/decimal.h"
#include "ledger/audit/finding.h"

namespace socai {

// An absent bound is infinite. The lower end is closed, so is the upper unless `high_open`.
struct Interval {
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  bool high_open = false;

  bool operator==(const Interval&) const = default;
};

bool overlap(const Interval& a, const Interval& b);
bool contains(const Interval& interval, const Decimal& value);

struct Figure {
  Interval committed;
  Interval reading;
  std::optional<Decimal> value;   // of a plain number (exact or approx), else nothing
  std::optional<Decimal> stated;  // the number as stated, whatever its hedge; nothing for a range or a vague amount
  int digits = 0;                 // significant digits of the stated number
  int step = 0;                   // decimal exponent of the last digit that is not zero
  Relation relation = Relation::exact;
};

Figure figure_of(const Amount& amount);

enum class FigureRelation {
  same,        // equal numbers, or equal bounds under the same hedge
  refines,     // two plain numbers, of which the one rounds to the other
  compatible,  // a hedge or an open side takes the other in
  strained,    // committed intervals overlap, readings do not
  disjoint,
};

FigureRelation relate(const Figure& a, const Figure& b);

// Whether both tell one figure: the same number under whatever hedges, or one that rounds to the other, or the same
// bounds.
bool state_one_figure(const Figure& a, const Figure& b);

// Whether the stated numbers are equal and have two digits or more, so that chance hardly made them so.
bool same_digits(const Figure& a, const Figure& b);

// From the bounds that face each other, as they are written; nothing where the written bounds overlap.
std::optional<Distance> distance_of(const Amount& a, const Amount& b);

// Whether the stated numbers are at most an eighth apart.
bool are_near(const Figure& a, const Figure& b);

// The power of ten by which two different numbers with the same digits differ: 3 of 103.300 and 103,3. Numbers of one
// digit do not count, for those are alike by chance.
std::optional<int> power_of_ten_apart(const Figure& a, const Figure& b);

}  // namespace socai
