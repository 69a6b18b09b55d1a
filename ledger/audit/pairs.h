// SPDX-License-Identifier: Apache-2.0
// Which claims the audit compares. Claims of one subject are grouped by metric family and sorted by day; claims of
// articles that tell of one event are compared article by article; so the cost goes with what is told within days of
// each other and not with the square of the ledger.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ledger/audit/audit.h"
#include "ledger/audit/keys.h"
#include "ledger/audit/links.h"

namespace socai {

// Indices into the items; first < second, for items are given in the order of finding.h.
using IndexPair = std::pair<std::size_t, std::size_t>;

// How long after a plan what is told may be what came of it.
inline constexpr std::int64_t kOutcomeDays = 5 * 366;

// Every run of words of a name but the whole; none of a name of very many words.
std::vector<std::string> parts_of_name(const std::string& id);

class PairIndex {
 public:
  using Group = std::vector<std::size_t>;  // item indices, ascending

  // `items` sorted as findings want them: by day, article, place. `links` of the same claims.
  PairIndex(const std::vector<Item>& items, const EventLinks& links, const AuditOptions& options);

  // Sorted, each once:
  //   claims of one subject and family, in one event or of one and the same dated period;
  //   what one subject plans or foresees, with what is told later of the same metric, at any time;
  //   claims of one event that state one figure, or its digits; or one family in much the same words;
  //   claims of one subject whose metrics are joined by part-of across families, in one event;
  //   a denial with every claim of its subject, and with those of its article that state none, in one event.
  const std::vector<IndexPair>& pairs() const { return pairs_; }

  // One article, articles that are linked, or articles of one subject within days of each other.
  bool in_event(const Item& a, const Item& b) const;

  // Articles with claims that are linked with those of both.
  std::vector<std::string> linked_with_both(const Item& a, const Item& b) const;

  const Group& of_article(const std::string& article) const { return by_article_.at(article); }

  // The claims that state what this one states, in its event: equal figure, subject, metric, unit and polarity.
  std::vector<const Item*> supporters(std::size_t index) const;

  // Affirmed claims of its subject and family, in its event, of which one rounds to the other.
  std::vector<const Item*> refinements(std::size_t index) const;

  // Claims of the denial's sentence by its source that affirm another figure: what is set in its place.
  std::vector<std::size_t> counter_figures(std::size_t denial) const;

 private:
  void link_nested_subjects();
  std::vector<const Group*> groups_of(const std::string& subject, const std::string& family) const;
  bool related(const Item& a, const Item& b) const;
  void add_dated_pairs(std::size_t item, const Group& group);
  void add_period_pairs(const Group& group);
  void add_plan_pairs(const Group& group);
  void add_part_pairs(std::size_t item);
  void add_denial_pairs(std::size_t item);
  void add_article_pairs();
  void sort_pairs();
  std::vector<const Item*> partners(std::size_t index) const;

  const std::vector<Item>& items_;
  const AuditOptions& options_;
  const EventLinks& links_;
  std::map<std::string, std::map<std::string, Group>> by_subject_;  // subject -> family -> items
  std::map<std::string, std::vector<std::string>> nested_;          // subject -> subjects whose words it holds
  std::map<std::string, Group> by_article_;
  std::vector<IndexPair> pairs_;
  std::vector<std::size_t> partner_starts_;  // of each item, where its partners start
  std::vector<std::size_t> partners_;
};

}  // namespace socai
