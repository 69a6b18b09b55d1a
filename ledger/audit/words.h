// SPDX-License-Identifier: Apache-2.0
// What the audit knows of the language: rules/audit/words.toml, built into the program. Phrases are kept as folded ids
// ("dieu-chinh"), as entity_id() makes them of a sentence.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace socai {

struct AuditWords {
  // What narrows or widens a figure: of each value the phrases that say it.
  struct Scope {
    std::string id;
    bool overlooked = false;  // readers commonly overlook the difference
    std::vector<std::vector<std::string>> values;
  };

  std::vector<std::string> generic;
  std::set<std::string, std::less<>> connectors;
  std::set<std::string, std::less<>> filler;
  std::set<std::string, std::less<>> common_names;
  std::vector<std::string> revises;
  std::vector<std::string> contrast;
  std::vector<std::string> part;
  std::vector<std::string> earlier;          // what the sentence tells was so before
  std::vector<std::string> includes;         // of a caveat: the figure takes more in
  std::set<std::string, std::less<>> daily;  // metric families
  std::vector<std::string> coarse_periods;
  std::vector<Scope> scopes;
  std::map<std::string, std::string, std::less<>> units;  // a way to name a unit -> the one that it is compared by

  // Throws Error(invalid_data) that names `file`, the line and what is wrong.
  static AuditWords compile(std::string_view toml, const std::string& file);
  static const AuditWords& built_in();
  static std::string built_in_text();
  static std::string built_in_cases();
};

// Whether the folded sentence holds one of the phrases, word by word.
bool holds_any(std::string_view folded, const std::vector<std::string>& phrases);

}  // namespace socai
