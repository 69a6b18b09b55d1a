// SPDX-License-Identifier: Apache-2.0
// Which articles tell of one event. Days alone do not say so: every week has many events, and crawlers often lose the
// day. Articles are linked by what they share: figures (the more digits, the more they weigh), names (words with a
// capital), and runs of words, of all sentences that hold claims or statements. Links to other articles and promotion
// do not count.
//
// Two articles that share nothing of weight are never compared by this, so the cost goes with what is shared.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ledger/audit/audit.h"

namespace socai {

class EventLinks {
 public:
  // All claims, statements too.
  EventLinks(const std::vector<const RecordedClaim*>& claims, const AuditOptions& options);
  // Links that are known: article -> those linked with it, sorted; either way round.
  explicit EventLinks(std::map<std::string, std::vector<std::string>> links) : links_(std::move(links)) {}

  bool linked(const std::string& a, const std::string& b) const;

  // The articles linked with this one, sorted by id.
  const std::vector<std::string>& of(const std::string& article) const;

 private:
  std::map<std::string, std::vector<std::string>> links_;
};

}  // namespace socai
