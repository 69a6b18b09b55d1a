// SPDX-License-Identifier: Apache-2.0
// The audit of claims that come and go, at the cost of what changed.
//
//   IncrementalAudit audit(options);
//   audit.update(all);                               // article id -> its claims; the first time everything is new
//   const AuditChange change = audit.update(few);    // an article with no claims is gone
//   audit.findings();                                // what audit() would say of all claims as they are now
//
// Method: whether a finding stands depends on its two articles and on those that are compared or linked with either
// (evidence of a third article, reach of a conflict, lineages). So the findings that a change can touch have a side in
// the changed articles or their neighbours, and they are judged anew among everything within three steps of these.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ledger/audit/audit.h"
#include "ledger/audit/growing_links.h"
#include "ledger/audit/neighbours.h"

namespace socai {

struct AuditChange {
  std::vector<Finding> appeared;  // new, or of another verdict than before; in the order of audit()
  std::vector<std::string> gone;  // ids
};

class IncrementalAudit {
 public:
  explicit IncrementalAudit(AuditOptions options) : options_(std::move(options)) {}
  IncrementalAudit(const IncrementalAudit&) = delete;
  IncrementalAudit& operator=(const IncrementalAudit&) = delete;

  using Articles = std::map<std::string, std::vector<RecordedClaim>>;  // id -> all its claims, statements too

  // Takes the place of what stood of these articles. Findings point into claims that this holds, until their article
  // changes again.
  AuditChange update(Articles articles);

  // In the order of audit().
  std::vector<Finding> findings() const;

 private:
  using Ids = std::set<std::string>;

  Ids neighbours_of(const std::string& article) const;
  void add_neighbours(const Ids& of, Ids* to) const;
  void put(const std::string& article, std::vector<RecordedClaim> claims, Ids* changed);
  std::vector<Finding> audit_around(const Ids& touched) const;
  std::map<std::string, Verdict> take_out(const Ids& touched);
  void keep(Finding finding);

  const AuditOptions options_;
  Articles rows_;
  GrowingLinks links_{options_};
  Neighbours by_subject_{options_};
  std::map<std::string, Finding> findings_;
  std::map<std::string, Ids> findings_of_;  // article -> ids of findings with a side in it
  std::map<std::string, Ids> sides_;        // id of a finding -> its articles, which may be gone by then
};

}  // namespace socai
