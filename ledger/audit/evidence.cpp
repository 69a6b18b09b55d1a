// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/evidence.h"

#include <algorithm>

namespace socai {
namespace {

constexpr int kFarApart = 1'000'000;

// The number that stands for a figure where only its size matters.
std::optional<Decimal> size_of(const Item& item) {
  const auto& amount = item.amount();
  return amount.value ? amount.value : amount.min ? amount.min : amount.max;
}

bool tells(const Item& other, const Item& item) {
  return !other.denied() && other.amount().currency == item.amount().currency &&
         state_one_figure(other.figure, item.figure);
}

bool one_key(const Item& a, const Item& b) {
  const auto& left = a.claim().metric;
  const auto& right = b.claim().metric;
  const bool one_metric = left && right ? left->id == right->id : !left && !right;
  return one_metric && a.subject == b.subject && a.amount().currency == b.amount().currency && a.unit == b.unit;
}

bool told_in(const Item& item, const PairIndex::Group& article, const std::vector<Item>& items) {
  return std::any_of(article.begin(), article.end(), [&](std::size_t i) { return tells(items[i], item); });
}

std::size_t rivals_in(const Item& item, const PairIndex::Group& article, const std::vector<Item>& items) {
  std::vector<const Item*> rivals;
  for (const auto i : article) {
    const auto& other = items[i];
    if (!one_key(other, item) || tells(other, item)) continue;
    const bool known =
        std::any_of(rivals.begin(), rivals.end(), [&](const Item* rival) { return tells(*rival, other); });
    if (!known) rivals.push_back(&other);
  }
  return rivals.size();
}

std::size_t told_again(const Item& item, const PairIndex::Group& article, const std::vector<Item>& items) {
  return static_cast<std::size_t>(std::count_if(article.begin(), article.end(), [&](std::size_t i) {
    return &items[i] != &item && items[i].claim().zone != Zone::headline && tells(items[i], item);
  }));
}

std::size_t affirmed_in(const Item& item, const PairIndex::Group& article, const std::vector<Item>& items) {
  return static_cast<std::size_t>(std::count_if(article.begin(), article.end(), [&](std::size_t i) {
    const bool own_voice = items[i].claim().claimant.type == EntityType::narrator;
    return &items[i] != &item && own_voice && tells(items[i], item);
  }));
}

int points_of_subject(KeyState state) {
  if (state == KeyState::equal) return 4;
  return state == KeyState::different ? 0 : 2;
}

int points_of_nearness(const std::optional<int>& percent) {
  if (!percent) return 0;
  return *percent <= 115 ? 4 : *percent <= 135 ? 2 : *percent <= 170 ? 1 : 0;
}

// Two named sources that speak for themselves.
bool two_sources(const Item& a, const Item& b) {
  const auto named = [](const Item& item) {
    const auto type = item.claim().claimant.type;
    return type != EntityType::narrator && type != EntityType::unnamed;
  };
  return named(a) && named(b) && a.source != b.source;
}

}  // namespace

std::optional<int> ratio_percent(const Item& a, const Item& b) {
  const auto left = size_of(a);
  const auto right = size_of(b);
  if (!left || !right || left->is_zero() || right->is_zero()) return std::nullopt;
  const auto ratio = std::max(*left, *right).times_power_of_ten(2)->ratio_to(std::min(*left, *right), 0);
  if (!ratio || *ratio > Decimal::from_int(kFarApart)) return kFarApart;
  return std::stoi(ratio->to_string());
}

int strength_of(const Item& a, const Item& b, const Keys& keys, const Evidence& evidence) {
  int points = points_of_subject(a.common_subject || b.common_subject ? KeyState::unknown : keys.subject) +
               evidence.likeness / 20 + points_of_nearness(ratio_percent(a, b));
  if (keys.metric == KeyState::equal) points += 3;
  if (keys.metric == KeyState::unknown) points += 1;
  points += (evidence.rivals_a == 0 ? 1 : 0) + (evidence.rivals_b == 0 ? 1 : 0);
  if (evidence.two_sources) points += 2;
  if (!evidence.has_words) points += 2;
  if (a.figure.digits == 1 && b.figure.digits == 1) points -= 2;
  return points;
}

Evidence evidence_of(const Item& a, const Item& b, const Keys& keys, const std::vector<Item>& items,
                     const PairIndex& index) {
  const auto& of_a = index.of_article(a.article());
  const auto& of_b = index.of_article(b.article());
  Evidence evidence;
  evidence.likeness = likeness(a.context, b.context);
  evidence.two_sources = two_sources(a, b);
  evidence.has_words = !a.context.words.empty() && !b.context.words.empty();
  if (a.article() != b.article()) {
    evidence.a_told_by_b = told_in(a, of_b, items);
    evidence.b_told_by_a = told_in(b, of_a, items);
  }
  evidence.rivals_a = rivals_in(a, of_a, items);
  evidence.rivals_b = rivals_in(b, of_b, items);
  evidence.a_again = told_again(a, of_a, items);
  evidence.b_again = told_again(b, of_b, items);
  evidence.a_affirmed = affirmed_in(a, of_a, items);
  evidence.b_affirmed = affirmed_in(b, of_b, items);
  evidence.strength = strength_of(a, b, keys, evidence);
  return evidence;
}

}  // namespace socai
