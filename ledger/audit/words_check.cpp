// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/words_check.h"

#include <algorithm>
#include <charconv>

#include "extractor/claim/entity_id.h"

namespace socai {
namespace {

using Phrases = std::vector<std::string>;

const Phrases* scope_value(const std::string& name, const AuditWords& words) {
  const auto slash = name.find('/');
  if (slash == std::string::npos) return nullptr;
  std::size_t value = 0;
  const auto* const end = name.data() + name.size();
  const auto read = std::from_chars(name.data() + slash + 1, end, value);
  if (read.ec != std::errc() || read.ptr != end) return nullptr;
  for (const auto& scope : words.scopes) {
    if (scope.id == name.substr(0, slash) && value < scope.values.size()) return &scope.values[value];
  }
  return nullptr;
}

const Phrases* list_named(const std::string& name, const AuditWords& words) {
  if (name == "revises") return &words.revises;
  if (name == "contrast") return &words.contrast;
  if (name == "part") return &words.part;
  if (name == "earlier") return &words.earlier;
  if (name == "includes") return &words.includes;
  return scope_value(name, words);
}

}  // namespace

WordsReport check_words(const AuditWords& words, std::string_view cases) {
  WordsReport report;
  std::string list;
  for (std::size_t start = 0, number = 1; start < cases.size(); ++number) {
    const auto end = std::min(cases.find('\n', start), cases.size());
    const std::string line(cases.substr(start, end - start));
    start = end + 1;
    if (line.empty() || line[0] == '#') continue;
    if (line.rfind("== ", 0) == 0) {
      list = line.substr(3);
      if (list_named(list, words) == nullptr) report.misplaced.push_back({number, list, line, false});
      continue;
    }
    const bool is_case = line.rfind("+ ", 0) == 0 || line.rfind("- ", 0) == 0;
    const auto* phrases = list_named(list, words);
    if (!is_case || phrases == nullptr) {
      report.misplaced.push_back({number, list, line, false});
      continue;
    }
    ++report.cases;
    const WordsCase it{number, list, line.substr(2), line[0] == '+'};
    if (holds_any(entity_id(it.text), *phrases) != it.wanted) report.failed.push_back(it);
  }
  return report;
}

}  // namespace socai
