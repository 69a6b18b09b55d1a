// SPDX-License-Identifier: Apache-2.0
// What the extractor made of a case's sentence, compared with what the case expects.
#pragma once

#include <string>
#include <vector>

#include "extractor/extractor.h"
#include "extractor/rules/cases.h"

namespace socai::rules {

class Outcome {
 public:
  Outcome(const Rules& rules, std::vector<ExplainedClaim> claims);

  // Whether every expectation holds.
  bool holds(const std::vector<Expectation>& expected) const;

  // Whether the rule had a part in any claim. Of a rule that no step of a derivation names, its effect is asked for:
  // a zone's line in a claim's zone, a unit in `per`, a class of entities in a claimant that is not the narrator, and
  // any other rule (of numbers, of what is no currency) in that there is an amount at all.
  bool fired(const std::string& rule) const;

  // What came out instead, in the keys of the expectation; all sums where it has none.
  std::string describe(const std::vector<Expectation>& expected) const;

 private:
  const Claim* sum_for(const std::vector<Expectation>& expected) const;
  bool matches(const Claim& claim, const Expectation& expected) const;
  std::string value_of(const Claim& claim, const std::string& key) const;
  bool is_visible(const std::string& rule) const;

  const Rules& rules_;
  std::vector<ExplainedClaim> claims_;
  std::vector<const Claim*> sums_;  // the claims about money
};

}  // namespace socai::rules
