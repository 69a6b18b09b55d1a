// SPDX-License-Identifier: Apache-2.0
// Pairs of figures on which a person has given the verdict of the audit: JSONL, one pair a line, as corpus/README.md
// describes them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/audit/finding.h"

namespace socai::cli {

// Where a figure stands: bytes [start, end) of an article's text.
struct Place {
  std::string article;
  std::size_t start = 0;
  std::size_t end = 0;
  std::string quote;
};

struct JudgedPair {
  std::string event;
  Place a;
  Place b;
  Verdict verdict = Verdict::not_comparable;
  bool copied = false;  // the two passages are one text
  std::string why;
};

// Throws Error(invalid_data) that names the line and what is wrong with it.
std::vector<JudgedPair> read_judged(std::string_view bytes, const std::string& file);

}  // namespace socai::cli
