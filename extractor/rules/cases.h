// SPDX-License-Identifier: Apache-2.0
// The *.cases files, read: extractor/rules/check.h has their form.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace socai::rules {

struct Expectation {
  std::string key;
  std::string value;
};

struct Case {
  std::string file;
  std::size_t line = 0;
  std::string rule;
  std::string text;
  bool must_fire = true;
  std::vector<Expectation> expected;  // in the order written
};

struct CasesFile {
  std::vector<Case> cases;
  struct Section {
    std::size_t line;
    std::string rule;
  };
  std::vector<Section> sections;
  std::vector<std::string> problems;  // "file:line: what"
};

CasesFile read_cases(const std::string& name, std::string_view content);

// The keys that an expectation may have.
bool is_expectation_key(std::string_view key);

// What is written of an expectation: "value=5 ; currency=USD".
std::string to_text(const std::vector<Expectation>& expected);

}  // namespace socai::rules
