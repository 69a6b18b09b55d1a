// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/judge_all.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace socai {
namespace {

constexpr int kSomewhatAlike = 25;  // words in common, in percent
constexpr std::string_view kDisjoint = "audit.disjoint";
constexpr std::string_view kCounterFigure = "audit.counter_figure";
constexpr std::string_view kSameDigits = "audit.same_digits";

IndexPair ordered(std::size_t a, std::size_t b) { return {std::min(a, b), std::max(a, b)}; }

class Judge {
 public:
  Judge(const std::vector<Item>& items, const PairIndex& index, const AuditOptions& options)
      : items_(items), index_(index), options_(options) {}

  std::vector<RuledPair> run() {
    auto pairs = index_.pairs();
    find_counter_figures(&pairs);
    std::vector<RuledPair> all;
    all.reserve(pairs.size());
    for (const auto& pair : pairs) all.push_back(judged(pair));
    spread_conflicts(&all);
    return all;
  }

 private:
  void find_counter_figures(std::vector<IndexPair>* pairs) {
    for (const auto& [a, b] : *pairs) {
      if (items_[a].denied() == items_[b].denied()) continue;
      const auto denial = items_[a].denied() ? a : b;
      const auto claim = items_[a].denied() ? b : a;
      if (relate(items_[a].figure, items_[b].figure) != FigureRelation::same) continue;
      if (!denies(items_[denial], items_[claim], compare_keys(items_[a], items_[b], options_))) continue;
      for (const auto counter : index_.counter_figures(denial)) {
        const bool apart = relate(items_[counter].figure, items_[claim].figure) == FigureRelation::disjoint;
        if (counter == claim || !apart) continue;
        auto& known = denials_[ordered(counter, claim)];
        if (known.empty() || items_[denial].row->id < known) known = items_[denial].row->id;
      }
    }
    for (const auto& [pair, denial] : denials_) pairs->push_back(pair);
    std::sort(pairs->begin(), pairs->end());
    pairs->erase(std::unique(pairs->begin(), pairs->end()), pairs->end());
  }

  Pair pair_of(const Item& a, const Item& b, const Keys& keys) const {
    return {a, b, keys, index_.in_event(a, b), evidence_of(a, b, keys, items_, index_), std::nullopt};
  }

  RuledPair judged(const IndexPair& indices) const {
    const auto& a = items_[indices.first];
    const auto& b = items_[indices.second];
    RuledPair judged{indices, compare_keys(a, b, options_), {}};
    auto pair = pair_of(a, b, judged.keys);
    if (const auto counter = denials_.find(indices); counter != denials_.end()) pair.counter_denial = counter->second;
    judged.ruling = judge(pair, options_);
    if (auto converted = judge_converted(pair, judged.ruling)) judged.ruling = std::move(*converted);
    if (auto through = judge_through(pair, judged.ruling)) judged.ruling = std::move(*through);
    if (judged.ruling.rule == kDisjoint) veto_if_told_together(pair, &judged.ruling);
    return judged;
  }

  // A third article of the event that tells both figures, and does not set them against each other, knows them as two
  // things.
  void veto_if_told_together(const Pair& pair, Ruling* ruling) const {
    if (one_article(pair) || !pair.evidence.untold()) return;
    for (const auto& article : index_.linked_with_both(pair.a, pair.b)) {
      const auto* a = teller(article, pair.a);
      const auto* b = teller(article, pair.b);
      if (a == nullptr || b == nullptr) continue;
      *ruling = {Verdict::not_comparable, "audit.told_together", {}};
      if (tells_apart(*a, *b)) ruling->verdict = Verdict::apparent;
      put_first(*a, ruling, "told_beside");
      return;
    }
  }

  // Whether the article that tells both says what sets them apart: the period or the scope.
  bool tells_apart(const Item& a, const Item& b) const {
    const auto keys = compare_keys(a, b, options_);
    return keys.period == KeyState::different || is_open(keys.scope);
  }

  const Item* teller(const std::string& article, const Item& item) const {
    for (const auto index : index_.of_article(article)) {
      const auto& other = items_[index];
      const bool tells = !other.denied() && other.amount().currency == item.amount().currency &&
                         state_one_figure(other.figure, item.figure);
      if (tells) return &other;
    }
    return nullptr;
  }

  // Two currencies through a rate that the user gave: the later figure in the earlier one's currency.
  std::optional<Ruling> judge_converted(const Pair& pair, const Ruling& ruling) const {
    if (ruling.rule != "audit.currency" || options_.rates.empty()) return {};
    const auto day = pair.b.day ? pair.b.day : pair.a.day;
    const auto* rate = options_.rates.find(pair.a.amount().currency, pair.b.amount().currency, day);
    if (rate == nullptr) return {};
    const auto amount = convert(pair.b.amount(), *rate, options_.rate_tolerance);
    if (!amount) return {};
    RecordedClaim row = *pair.b.row;
    row.claim.amount = amount;
    Item converted = pair.b;
    converted.row = &row;
    converted.figure = figure_of(*amount);
    const auto keys = compare_keys(pair.a, converted, options_);
    auto evidence = pair.evidence;
    evidence.strength = strength_of(pair.a, converted, keys, evidence);
    auto result = judge({pair.a, converted, keys, pair.in_event, evidence, std::nullopt}, options_);
    result.reasons.insert(result.reasons.begin(), Reason{"rate",
                                                         {{"from", rate->from},
                                                          {"to", rate->to},
                                                          {"value", rate->value.to_string()},
                                                          {"date", rate->date},
                                                          {"tolerance", std::to_string(options_.rate_tolerance)}}});
    return result;
  }

  std::optional<Ruling> judge_through(const Pair& pair, const Ruling& ruling) const {
    const bool settled = ruling.verdict != Verdict::not_comparable && ruling.verdict != Verdict::apparent;
    if (settled || pair.evidence.untold() || pair.keys.currency != KeyState::equal || !pair.in_event) return {};
    if (pair.keys.metric != KeyState::equal || is_open(pair.keys.unit)) return {};
    return pair.evidence.b_told_by_a ? judge_told(pair.a, pair.b, pair.keys) : judge_told(pair.b, pair.a, pair.keys);
  }

  // `item` against what its own article tells of the figure of `other`.
  std::optional<Ruling> judge_told(const Item& item, const Item& other, const Keys& outer) const {
    for (const auto index : index_.of_article(item.article())) {
      const auto& told = items_[index];
      if (&told == &item || told.denied() || !state_one_figure(told.figure, other.figure)) continue;
      const auto& first = &told < &item ? told : item;
      const auto& second = &told < &item ? item : told;
      const auto keys = compare_keys(first, second, options_);
      if (keys.currency != KeyState::equal || relate(first.figure, second.figure) != FigureRelation::disjoint) continue;
      // An article that words two periods otherwise knows them as two.
      const bool other_period = keys.period == KeyState::different ||
                                (!first.period.empty() && !second.period.empty() && first.period != second.period);
      const bool unsaid = outer.subject == KeyState::equal && outer.modality == KeyState::equal &&
                          ((outer.period == KeyState::unknown && other_period) ||
                           (outer.scope == KeyState::unknown && keys.scope == KeyState::different));
      if (unsaid) {
        Ruling apparent{Verdict::apparent, "audit.told_apart", {}};
        put_first(told, &apparent, "told_beside");
        return apparent;
      }
      auto ruling = judge(pair_of(first, second, keys), options_);
      if (ruling.verdict != Verdict::revised && ruling.verdict != Verdict::contradicts) continue;
      ruling.rule = "audit.set_against";
      put_first(told, &ruling);
      return ruling;
    }
    return {};
  }

  static void put_first(const Item& told, Ruling* ruling, const char* code = "through") {
    ruling->reasons.insert(ruling->reasons.begin(),
                           Reason{code, {{"claim", told.row->id}, {"quote", told.claim().quote}}});
  }

  // Contradictions and slips reach the figures that are the same as one of the two, told in other articles.
  void spread_conflicts(std::vector<RuledPair>* all) const {
    std::map<std::size_t, std::vector<std::size_t>> same;
    std::map<IndexPair, std::size_t> places;
    for (std::size_t i = 0; i < all->size(); ++i) {
      const auto& [pair, keys, ruling] = (*all)[i];
      places.emplace(pair, i);
      const auto& [a, b] = std::tie(items_[pair.first], items_[pair.second]);
      const bool agree = ruling.verdict == Verdict::same || ruling.verdict == Verdict::compatible;
      if (!agree || !index_.in_event(a, b) || a.figure.stated != b.figure.stated || !a.figure.stated) continue;
      same[pair.first].push_back(pair.second);
      same[pair.second].push_back(pair.first);
    }
    // One step from what was judged by itself: what is reached so reaches no further.
    std::vector<std::size_t> direct;
    for (std::size_t i = 0; i < all->size(); ++i) {
      const auto verdict = (*all)[i].ruling.verdict;
      if (verdict == Verdict::contradicts || verdict == Verdict::unit_slip) direct.push_back(i);
    }
    for (const auto i : direct) {
      const auto [a, b] = (*all)[i].pair;
      if ((*all)[i].ruling.rule == kSameDigits) spread_conversions(i, &places, all);
      for (const auto c : same[b]) spread(i, a, c, b, &places, all);
      for (const auto c : same[a]) spread(i, b, c, a, &places, all);
    }
    std::sort(all->begin(), all->end(), [](const RuledPair& x, const RuledPair& y) { return x.pair < y.pair; });
  }

  // Where a figure has the digits of another one in the wrong currency, it has slipped against what the other's
  // sentence gives in its own currency, too.
  void spread_conversions(std::size_t source, std::map<IndexPair, std::size_t>* places,
                          std::vector<RuledPair>* all) const {
    const auto [a, b] = (*all)[source].pair;
    for (const auto& [slipped, right] : {std::pair(a, b), std::pair(b, a)}) {
      for (const auto other : index_.of_article(items_[right].article())) {
        const auto& item = items_[other];
        const bool converts = other != right && one_sentence(item, items_[right]) && !item.denied() &&
                              item.amount().currency == items_[slipped].amount().currency &&
                              item.family == items_[right].family && item.unit == items_[right].unit;
        if (!converts || relate(item.figure, items_[slipped].figure) != FigureRelation::disjoint) continue;
        const auto pair = ordered(slipped, other);
        const auto [place, is_new] = places->emplace(pair, all->size());
        if (is_new) {
          all->push_back({pair, compare_keys(items_[pair.first], items_[pair.second], options_), {}});
        }
        auto& ruling = (*all)[place->second].ruling;
        ruling = {Verdict::unit_slip, "audit.same_as_conflicting", {}};
        put_first(items_[right], &ruling);
      }
    }
  }

  static bool one_sentence(const Item& a, const Item& b) {
    return a.claim().field == b.claim().field && a.claim().sentence_start == b.claim().sentence_start;
  }

  // From the conflict at `source`, of `one` with `told`, to `one` with `other`, which is the same as `told`.
  void spread(std::size_t source, std::size_t one, std::size_t other, std::size_t told,
              std::map<IndexPair, std::size_t>* places, std::vector<RuledPair>* all) const {
    const auto& a = items_[std::min(one, other)];
    const auto& b = items_[std::max(one, other)];
    if (a.article() == b.article() || !same_event(a, b, options_) || a.denied() != b.denied()) return;
    const auto pair = ordered(one, other);
    const auto [place, is_new] = places->emplace(pair, all->size());
    if (is_new) all->push_back({pair, compare_keys(a, b, options_), {Verdict::not_comparable, "", {}}});
    auto& judged = (*all)[place->second];
    const auto& keys = judged.keys;
    const bool settled = judged.ruling.verdict != Verdict::not_comparable && judged.ruling.verdict != Verdict::apparent;
    const auto& c = items_[other];
    const bool slip = (*all)[source].ruling.verdict == Verdict::unit_slip;
    const bool alike = likeness(c.context, items_[told].context) >= kSomewhatAlike;
    const bool by_name = c.family == items_[one].family || keys.subject == KeyState::equal;
    // A round number is met again by chance, and a slip is one of numbers.
    const bool akin = slip ? by_name && (c.figure.digits > 1 || alike) : by_name || alike;
    // What a denial sets against each other stays so however the price of the day moves.
    const bool by_denial = (*all)[source].ruling.rule == kCounterFigure;
    const bool moves = keys.period == KeyState::unknown && is_daily(c, options_) && !by_denial;
    const bool differs = !akin || moves || keys.period == KeyState::different || keys.unit == KeyState::different ||
                         keys.scope == KeyState::different || keys.modality == KeyState::different;
    if (settled || differs || relate(a.figure, b.figure) != FigureRelation::disjoint) {
      if (is_new) all->pop_back(), places->erase(place);
      return;
    }
    judged.ruling = {(*all)[source].ruling.verdict, "audit.same_as_conflicting", {}};
    put_first(items_[told], &judged.ruling);
  }

  const std::vector<Item>& items_;
  const PairIndex& index_;
  const AuditOptions& options_;
  std::map<IndexPair, std::string> denials_;  // pair -> the denial that sets them against each other
};

}  // namespace

std::vector<RuledPair> judge_all(const std::vector<Item>& items, const PairIndex& index, const AuditOptions& options) {
  return Judge(items, index, options).run();
}

}  // namespace socai
