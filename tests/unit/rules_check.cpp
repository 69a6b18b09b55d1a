// SPDX-License-Identifier: Apache-2.0
// The built-in rules hold their cases, and the checker finds what is wrong with others.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "catch.h"
#include "extractor/claim/error.h"
#include "extractor/rules/check.h"
#include "extractor/rules/rules.h"

using namespace socai;

TEST_CASE("the cases of the built-in rules hold, and every rule has one", "[rules]") {
  const RuleReport report = check_rules(Rules::built_in_files());
  for (const auto& problem : report.problems) FAIL_CHECK(problem);
  for (const auto& failed : report.failed) {
    FAIL_CHECK(failed.file << ":" << failed.line << ": " << failed.rule << ": " << failed.text << "\n  expected "
                           << failed.expected << "\n  got      " << failed.got);
  }
  CHECK(report.cases > 500);
}

TEST_CASE("the checker names what is wrong with a case", "[rules]") {
  struct Row {
    const char* cases;
    const char* problem;
  };
  const Row rows[] = {
      {"+ Giá 5 tỷ đồng.\n", "hedges.cases:1: a case before the first \"== rule\""},
      {"== hedge.none\n", "hedges.cases:1: no rule is named hedge.none"},
      {"# a comment\n\nnonsense\n", "hedges.cases:3: a line begins with \"== \", \"+ \", \"- \" or \"#\""},
      {"== hedge.nearly\n+ Gần 5 tỷ đồng. => colour=red\n", "hedges.cases:2: no such key: \"colour\""},
      {"== hedge.nearly\n+ Gần 5 tỷ đồng. => relation\n", "hedges.cases:2: key=value is wanted, not \"relation\""},
      {"== hedge.nearly\n+ Gần 5 tỷ đồng. =>\n", "hedges.cases:2: nothing behind \"=>\""},
      {"== hedge.nearly\n- Gần 5 tỷ đồng. => relation=exact\n", "hedges.cases:2: a \"- \" case takes no \"=>\""},
      {"", "hedges.cases: no case of hedge.nearly"},
  };
  for (const auto& row : rows) {
    auto files = Rules::built_in_files();
    files["hedges.cases"] = row.cases;
    const auto problems = check_rules(files).problems;
    CAPTURE(row.cases);
    CHECK(std::find(problems.begin(), problems.end(), row.problem) != problems.end());
  }
}

TEST_CASE("the checker reports cases that do not hold", "[rules]") {
  auto files = Rules::built_in_files();
  files["hedges.cases"] =
      "== hedge.nearly\n+ Giá gần 5 tỷ đồng. => relation=exact ; value=5000000000\n- Giá gần 6 tỷ đồng.\n"
      "+ Giá 7 tỷ đồng.\n+ Giá gần 8 tỷ đồng.\n";
  std::vector<CaseResult> failed;
  for (auto& one : check_rules(files).failed) {
    if (one.file == "hedges.cases") failed.push_back(std::move(one));
  }
  REQUIRE(failed.size() == 3);
  CHECK(failed[0].line == 2);
  CHECK(failed[0].expected == "relation=exact ; value=5000000000");
  CHECK(failed[0].got == "relation=nearly ; value=5000000000");
  CHECK(failed[1].line == 3);
  CHECK(failed[1].expected == "the rule does not fire");
  CHECK(failed[2].line == 4);
  CHECK(failed[2].expected == "the rule fires");
}

TEST_CASE("rules that do not compile say where", "[rules]") {
  auto files = Rules::built_in_files();
  files["hedges.toml"] = "[[hedge]]\nid = \"hedge.x\"\nrelation = \"perhaps\"\n";
  try {
    Rules::compile(files);
    FAIL_CHECK("no error");
  } catch (const Error& error) {
    CHECK(error.where == "hedges.toml:1");
    CHECK(error.code == ExitCode::invalid_data);
  }
  files.erase("hedges.toml");
  CHECK_THROWS_AS(Rules::compile(files), Error);
}

TEST_CASE("the same files have the same id, others another", "[rules]") {
  auto files = Rules::built_in_files();
  const std::string id = Rules::compile(files).id();
  CHECK(id == Rules::built_in().id());
  CHECK(id.size() == 64);
  files["hedges.cases"] += "# changed\n";
  CHECK(Rules::compile(files).id() != id);
}
