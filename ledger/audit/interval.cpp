// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/interval.h"

#include <algorithm>
#include <cstdlib>

namespace socai {
namespace {

// value + sign * 10^step * tenths / 10; the value itself where that does not fit.
Decimal moved(const Decimal& value, int sign, int step, int tenths) {
  const auto width = Decimal::from_int(tenths).times_power_of_ten(step - 1);
  if (!width) return value;
  return (sign < 0 ? value.minus(*width) : value.plus(*width)).value_or(value);
}

// What rounds to the value: half a step to either side, but at most a tenth of it.
Interval rounding_of(const Decimal& value, int step) {
  if (value.is_zero()) return {value, value, false};
  const auto tenth = value.times_power_of_ten(-1).value_or(Decimal());
  const auto low = moved(value, -1, step, 5);
  const auto high = moved(value, +1, step, 5);
  const auto least = value.minus(tenth).value_or(value);
  const auto most = value.plus(tenth).value_or(value);
  return {std::max(low, std::min(least, most)), std::min(high, std::max(least, most)), true};
}

bool is_plain(Relation relation) { return relation == Relation::exact || relation == Relation::approx; }

// Of round numbers a step is wide: nobody takes "gần 300" for 210.
const Decimal kLeastNearly = *Decimal::parse("0.8");

Interval reading_of(const Amount& amount, const Interval& committed) {
  if (amount.relation == Relation::vague) return {amount.min, amount.max, true};
  if (!amount.value) return committed;
  const auto& value = *amount.value;
  const int step = value.trailing_exponent();
  switch (amount.relation) {
    case Relation::approx: return {moved(value, -1, step, 10), moved(value, +1, step, 10), false};
    case Relation::more_than: return {value, moved(value, +1, step, 10), true};
    case Relation::nearly:
      return {std::max(moved(value, -1, step, 10), value.times(kLeastNearly).value_or(value)), value, false};
    case Relation::up_to: return {value.times(*Decimal::parse("0.5")).value_or(value), value, false};
    default: return committed;
  }
}

bool ends_before(const Interval& a, const Interval& b) {
  if (!a.high || !b.low) return false;
  return *a.high < *b.low || (a.high_open && *a.high == *b.low);
}

FigureRelation relate_plain(const Figure& a, const Figure& b) {
  if (*a.value == *b.value) return FigureRelation::same;
  if (a.step != b.step && overlap(a.committed, b.committed)) return FigureRelation::refines;
  const bool a_takes_b = a.relation == Relation::approx && contains(a.reading, *b.value);
  const bool b_takes_a = b.relation == Relation::approx && contains(b.reading, *a.value);
  return a_takes_b || b_takes_a ? FigureRelation::compatible : FigureRelation::disjoint;
}

// "hơn 3 tỷ" and "gần 3 tỷ": neither takes the 3 itself in.
bool on_two_sides(const Figure& a, const Figure& b) {
  const auto below = [](Relation relation) { return relation == Relation::nearly || relation == Relation::less_than; };
  const bool apart = (below(a.relation) && b.relation == Relation::more_than) ||
                     (below(b.relation) && a.relation == Relation::more_than);
  return apart && a.stated && a.stated == b.stated;
}

}  // namespace

bool overlap(const Interval& a, const Interval& b) { return !ends_before(a, b) && !ends_before(b, a); }

bool contains(const Interval& interval, const Decimal& value) { return overlap(interval, {value, value, false}); }

Figure figure_of(const Amount& amount) {
  Figure figure;
  figure.relation = amount.relation;
  // "hàng chục tỷ" ends where "hàng trăm tỷ" begins; a bare "hàng tỷ", "nhiều tỷ" may be any number of them.
  const bool vague = amount.relation == Relation::vague;
  figure.committed = {amount.min, amount.max, vague};
  if (vague && amount.min && amount.min->leading_exponent() % 3 == 0) figure.committed.high.reset();
  if (amount.value) {
    figure.stated = amount.value;
    figure.step = amount.value->trailing_exponent();
    figure.digits = amount.value->is_zero() ? 0 : amount.value->leading_exponent() - figure.step + 1;
    if (is_plain(amount.relation)) {
      figure.value = amount.value;
      figure.committed = rounding_of(*amount.value, figure.step);
    }
  }
  figure.reading = reading_of(amount, figure.committed);
  return figure;
}

FigureRelation relate(const Figure& a, const Figure& b) {
  if (a.value && b.value) return relate_plain(a, b);
  if (on_two_sides(a, b)) return FigureRelation::disjoint;
  if (a.relation == b.relation && a.committed == b.committed) return FigureRelation::same;
  if (!overlap(a.committed, b.committed)) return FigureRelation::disjoint;
  return overlap(a.reading, b.reading) ? FigureRelation::compatible : FigureRelation::strained;
}

std::optional<Distance> distance_of(const Amount& a, const Amount& b) {
  std::optional<Decimal> below;
  std::optional<Decimal> above;
  if (a.max && b.min && *a.max < *b.min) {
    below = a.max;
    above = b.min;
  } else if (b.max && a.min && *b.max < *a.min) {
    below = b.max;
    above = a.min;
  } else {
    return std::nullopt;
  }
  const auto absolute = above->minus(*below);
  if (!absolute) return std::nullopt;
  return Distance{*absolute, below->is_zero() ? std::nullopt : above->ratio_to(*below, 2)};
}

bool state_one_figure(const Figure& a, const Figure& b) {
  if (on_two_sides(a, b)) return false;
  if (a.stated && a.stated == b.stated) return true;
  const auto relation = relate(a, b);
  return relation == FigureRelation::same || relation == FigureRelation::refines;
}

bool same_digits(const Figure& a, const Figure& b) { return a.stated && a.stated == b.stated && a.digits > 1; }

bool are_near(const Figure& a, const Figure& b) {
  if (!a.stated || !b.stated) return false;
  const auto& small = std::min(*a.stated, *b.stated);
  const auto& large = std::max(*a.stated, *b.stated);
  const auto nine = small.times(Decimal::from_int(9));
  const auto eight = large.times(Decimal::from_int(8));
  return nine && eight && *eight <= *nine;
}

std::optional<int> power_of_ten_apart(const Figure& a, const Figure& b) {
  if (a.digits < 1 || a.digits != b.digits) return std::nullopt;
  const int apart = a.stated->leading_exponent() - b.stated->leading_exponent();
  if (apart == 0 || b.stated->times_power_of_ten(apart) != a.stated) return std::nullopt;
  return std::abs(apart);
}

}  // namespace socai
