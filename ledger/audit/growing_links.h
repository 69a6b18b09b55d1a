// SPDX-License-Identifier: Apache-2.0
// The links of EventLinks, kept while articles come, change and go: the same links as EventLinks finds in all claims at
// once, at the cost of what shares something with the article.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/audit/article_facts.h"

namespace socai {

class GrowingLinks {
 public:
  explicit GrowingLinks(const AuditOptions& options) : options_(options) {}  // which must outlive this

  // What the article tells now; no claims: it is gone. Gives the articles whose links changed, this one among them if
  // its did. An article may part two others by standing between them among many that share one thing.
  std::set<std::string> put(const std::string& article, const std::vector<const RecordedClaim*>& claims);

  const std::set<std::string>& of(const std::string& article) const;

 private:
  struct Told {
    ArticleFacts facts;
    std::vector<std::uint64_t> keys;
    std::set<std::string> links;
  };
  using Sharers = std::vector<Told*>;  // of one key, by before_in_time()

  void take_out(Told* told, std::set<std::string>* changed);
  void put_in(Told* told, std::set<std::string>* changed);
  bool are_looked_at(const Told& a, const Told& b) const;
  void link(Told* a, Told* b, std::set<std::string>* changed) const;
  void unlink(Told* a, Told* b, std::set<std::string>* changed) const;

  const AuditOptions& options_;
  std::map<std::string, Told> articles_;
  std::unordered_map<std::uint64_t, Sharers> sharers_;
};

}  // namespace socai
