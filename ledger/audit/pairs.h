// SPDX-License-Identifier: Apache-2.0
// Which claims the audit compares, and which of them stand behind a figure. Claims are grouped by subject and metric
// family and sorted by day, so that the cost goes with the claims of one subject within days of each other and not
// with the square of the ledger.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ledger/audit/audit.h"
#include "ledger/audit/keys.h"

namespace socai {

// Indices into the items; first < second, for items are given in the order of finding.h.
using IndexPair = std::pair<std::size_t, std::size_t>;

class PairIndex {
 public:
  // `items` sorted as findings want them: by day, article, place.
  PairIndex(const std::vector<Item>& items, const AuditOptions& options);

  // Sorted, each once:
  //   claims of one subject and family, in one event or of one and the same dated period;
  //   claims of one subject whose metrics are joined by part-of across families, in one event;
  //   a denial with every claim of its subject, and with those of its article that state none, in one event.
  std::vector<IndexPair> pairs() const;

  // The claims that state what this one states, in its event: equal figure, subject, metric, unit and polarity.
  std::vector<const Item*> supporters(std::size_t index) const;

  // Affirmed claims of its subject and family, in its event, of which one rounds to the other.
  std::vector<const Item*> refinements(std::size_t index) const;

  // Claims of the denial's sentence by its source that affirm another figure: what is set in its place.
  std::vector<std::size_t> counter_figures(std::size_t denial) const;

 private:
  using Group = std::vector<std::size_t>;  // item indices, ascending

  std::vector<const Item*> others_in_event(std::size_t index) const;  // of its subject and family
  void link_nested_subjects();
  std::vector<const Group*> groups_of(const std::string& subject, const std::string& family) const;
  void add_event_pairs(std::size_t item, const Group& group, std::vector<IndexPair>* pairs) const;
  void add_period_pairs(const Group& group, std::vector<IndexPair>* pairs) const;
  void add_part_pairs(std::size_t item, std::vector<IndexPair>* pairs) const;
  void add_denial_pairs(std::size_t item, std::vector<IndexPair>* pairs) const;

  const std::vector<Item>& items_;
  const AuditOptions& options_;
  std::map<std::string, std::map<std::string, Group>> by_subject_;  // subject -> family -> items
  std::map<std::string, std::vector<std::string>> nested_;          // subject -> subjects whose words it holds
  std::map<std::string, Group> by_article_;
};

}  // namespace socai
