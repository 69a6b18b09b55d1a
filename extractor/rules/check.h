// SPDX-License-Identifier: Apache-2.0
// Do the rules compile, and do their cases hold? Beside each NAME.toml stands NAME.cases:
//
//   # comment
//   == rule.id                       the rule that the cases below are for
//   + sentence => key=value ; …      what must come out; without "=>" the rule must fire
//   - sentence                       the rule must not fire here
//
// "\n" in a sentence is a line break. Every sentence is an article's whole text, published on kCasesPublished.
// The expectation is of the first sum of money, or with amount= of the first that is quoted so. Keys:
//   claims (how many sums), amount (the quote), value, min, max, currency, relation, per, claimant, type, attribution,
//   subject, metric, polarity, modality, caveat, period (its words), from, to, zone
// The cases of pages.toml are pieces of HTML, each in a page that says that it is an article; their keys are title,
// url, outlet, published and text, in which " / " stands for a line break, and a rule fires where the article is
// another without it. What is absent is null. Values are compared exactly, but for claimant and subject, which match by
// any name of the entity or by words in a row of its name, and caveat, which matches by a part of its quote.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace socai {

inline constexpr const char* kCasesPublished = "2025-06-15";

struct CaseResult {
  std::string file;
  std::size_t line = 0;
  std::string rule;
  std::string text;
  std::string expected;
  std::string got;
};

struct RuleReport {
  std::size_t rules = 0;  // that need a case
  std::size_t cases = 0;
  std::vector<std::string> problems;  // malformed lines, sections of no rule, rules without a case
  std::vector<CaseResult> failed;
};

// Takes file name -> content, as Rules::built_in_files gives them. Throws Error where the rules do not compile.
RuleReport check_rules(const std::map<std::string, std::string>& files);

}  // namespace socai
