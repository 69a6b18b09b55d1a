// SPDX-License-Identifier: Apache-2.0
#include "extractor/rules/check.h"

#include <set>

#include "extractor/extractor.h"
#include "extractor/rules/cases.h"
#include "extractor/rules/outcome.h"
#include "extractor/rules/page_cases.h"
#include "extractor/rules/sections.h"

namespace socai {
namespace {

constexpr std::string_view kRulesEnding = ".toml";
constexpr std::string_view kCasesEnding = ".cases";

std::string with_ending(const std::string& file, std::string_view ending, std::string_view other) {
  return file.substr(0, file.size() - ending.size()) + std::string(other);
}

class Checker {
 public:
  explicit Checker(const std::map<std::string, std::string>& files)
      : files_(files), rules_(Rules::compile(files)), extractor_(rules_) {}

  RuleReport run() {
    for (const auto& [name, content] : files_) {
      if (name.ends_with(kRulesEnding) && rules::needs_cases(name)) check_file(name, content);
      if (name.ends_with(kCasesEnding) && !files_.contains(with_ending(name, kCasesEnding, kRulesEnding))) {
        report_.problems.push_back(name + ": there is no " + with_ending(name, kCasesEnding, kRulesEnding));
      }
    }
    return std::move(report_);
  }

 private:
  void run_page_case(const rules::Case& one) {
    const auto got = rules::failed_page_case(one, files_.at(rules::kPageRules));
    if (!got) return;
    const std::string expected = !one.expected.empty() ? rules::to_text(one.expected)
                                 : one.must_fire       ? "the rule fires"
                                                       : "the rule does not fire";
    report_.failed.push_back({one.file, one.line, one.rule, one.text, expected, *got});
  }

  void check_file(const std::string& name, const std::string& content) {
    const auto names = rules::section_names(name, content);
    report_.rules += names.rules.size();
    const std::string cases_name = with_ending(name, kRulesEnding, kCasesEnding);
    const auto found = files_.find(cases_name);
    rules::CasesFile file;
    if (found != files_.end()) file = rules::read_cases(cases_name, found->second);
    report_.problems.insert(report_.problems.end(), file.problems.begin(), file.problems.end());
    check_sections(cases_name, file, names);
    for (const auto& one : file.cases) run_case(one);
  }

  void check_sections(const std::string& cases_name, const rules::CasesFile& file, const rules::SectionNames& names) {
    for (const auto& section : file.sections) {
      if (names.rules.contains(section.rule) || names.others.contains(section.rule)) continue;
      report_.problems.push_back(cases_name + ":" + std::to_string(section.line) + ": no rule is named " +
                                 section.rule);
    }
    std::set<std::string> covered;
    for (const auto& one : file.cases) {
      if (one.must_fire || one.rule == "currency.none") covered.insert(one.rule);
    }
    for (const auto& rule : names.rules) {
      if (!covered.contains(rule)) report_.problems.push_back(cases_name + ": no case of " + rule);
    }
  }

  void run_case(const rules::Case& one) {
    ++report_.cases;
    if (one.file == rules::kPageCases) return run_page_case(one);
    Article article;
    article.id = "case";
    article.published = kCasesPublished;
    article.text = one.text;
    const rules::Outcome outcome(rules_, extractor_.explain(article));
    const bool by_rule = one.expected.empty();
    const bool ok = by_rule ? outcome.fired(one.rule) == one.must_fire : outcome.holds(one.expected);
    if (ok) return;
    std::string expected = rules::to_text(one.expected);
    if (by_rule) expected = one.must_fire ? "the rule fires" : "the rule does not fire";
    report_.failed.push_back({one.file, one.line, one.rule, one.text, expected, outcome.describe(one.expected)});
  }

  const std::map<std::string, std::string>& files_;
  const Rules rules_;
  Extractor extractor_;
  RuleReport report_;
};

}  // namespace

RuleReport check_rules(const std::map<std::string, std::string>& files) { return Checker(files).run(); }

}  // namespace socai
