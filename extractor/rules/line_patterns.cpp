// SPDX-License-Identifier: Apache-2.0
#include "extractor/rules/line_patterns.h"

#include <re2/set.h>

#include <algorithm>

namespace socai::rules {

struct LinePatterns::Set {
  re2::RE2::Set patterns{re2::RE2::Quiet, re2::RE2::UNANCHORED};
};

LinePatterns::LinePatterns() : set_(std::make_unique<Set>()) {}
LinePatterns::~LinePatterns() = default;

std::string LinePatterns::add(const std::string& pattern) {
  std::string problem;
  set_->patterns.Add(pattern, &problem);
  return problem;
}

void LinePatterns::finish() { set_->patterns.Compile(); }

void LinePatterns::match(std::string_view line, std::vector<int>* found) const {
  found->clear();
  if (set_->patterns.Match(re2::StringPiece(line.data(), line.size()), found)) std::sort(found->begin(), found->end());
}

}  // namespace socai::rules
