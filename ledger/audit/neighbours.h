// SPDX-License-Identifier: Apache-2.0
// Which articles the audit may compare with one because of their subjects; GrowingLinks tells the others. More may be
// named than pairs.h compares, never fewer.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ledger/audit/items.h"

namespace socai {

class Neighbours {
 public:
  explicit Neighbours(const AuditOptions& options) : options_(options) {}  // which must outlive this

  // What the article tells now; no items: it is gone.
  void put(const std::string& article, const std::vector<Item>& items);

  // Not the article itself.
  std::set<std::string> of(const std::string& article) const;

 private:
  struct Trace {
    std::string subject;
    std::optional<std::int64_t> day;
    bool plans = false;
    std::string period;  // subject, family and days; empty: none

    auto operator<=>(const Trace&) const = default;  // NOLINT(modernize-use-nullptr): there is no pointer in it
  };
  using Dated = std::set<std::pair<std::int64_t, std::string>>;  // day, article

  void add(const std::string& article, const Trace& trace);
  void remove(const std::string& article, const Trace& trace);
  void collect(const std::map<std::string, Dated>& from, const std::string& subject, std::int64_t first,
               std::int64_t last, std::set<std::string>* found) const;

  const AuditOptions& options_;
  std::map<std::string, std::set<Trace>> articles_;
  std::map<std::string, Dated> by_subject_;
  std::map<std::string, Dated> plans_;
  std::map<std::string, std::set<std::string>> by_period_;
  std::unordered_map<std::string, std::set<std::string>> holders_;  // part of a name -> names that were told with it
};

}  // namespace socai
