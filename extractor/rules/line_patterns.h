// SPDX-License-Identifier: Apache-2.0
// The patterns of rules/zones.toml, matched against a line all at once.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace socai::rules {

class LinePatterns {
 public:
  LinePatterns();
  ~LinePatterns();

  // Adds an RE2 pattern as the next one, counted from 0. Gives what is wrong with it, else "".
  std::string add(const std::string& pattern);
  // Ends the adding; only then match() may be called.
  void finish();

  // Overwrites *found with the numbers of the patterns that the line matches somewhere, the smallest first.
  void match(std::string_view line, std::vector<int>* found) const;

 private:
  struct Set;
  std::unique_ptr<Set> set_;
};

}  // namespace socai::rules
