// SPDX-License-Identifier: Apache-2.0
// Do the audit's lists hold what their cases say? words.cases beside words.toml:
//
//   # comment
//   == LIST            "revises", "contrast", "part", "earlier", "includes", or SCOPE/VALUE, values counted from 0
//   + sentence         holds a phrase of the list
//   - sentence         looks alike, and holds none
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/audit/words.h"

namespace socai {

struct WordsCase {
  std::size_t line = 0;
  std::string list;
  std::string text;
  bool wanted = false;  // whether the list should hold a phrase of it
};

struct WordsReport {
  std::size_t cases = 0;
  std::vector<WordsCase> failed;
  std::vector<WordsCase> misplaced;  // of no list, or no case: only the line and its text
};

WordsReport check_words(const AuditWords& words, std::string_view cases);

}  // namespace socai
