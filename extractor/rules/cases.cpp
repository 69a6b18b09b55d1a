// SPDX-License-Identifier: Apache-2.0
#include "extractor/rules/cases.h"

#include <algorithm>
#include <array>

namespace socai::rules {
namespace {

constexpr std::array<std::string_view, 25> kKeys = {
    "claims", "amount", "value",       "min",     "max",    "currency",  "relation", "per",    "claimant",
    "type",   "zone",   "attribution", "subject", "metric", "polarity",  "modality", "caveat", "period",
    "from",   "to",     "title",       "url",     "outlet", "published", "text"};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r";
  const auto first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

// "\n" as two characters becomes a line break.
std::string with_line_breaks(std::string_view text) {
  std::string plain(text);
  for (auto at = plain.find("\\n"); at != std::string::npos; at = plain.find("\\n", at + 1)) plain.replace(at, 2, "\n");
  return plain;
}

class Reader {
 public:
  explicit Reader(const std::string& name) : name_(name) {}

  CasesFile read(std::string_view content) {
    for (std::size_t at = 0; at < content.size();) {
      const auto end = std::min(content.find('\n', at), content.size());
      ++line_;
      take(trimmed(content.substr(at, end - at)));
      at = end + 1;
    }
    return std::move(file_);
  }

 private:
  void take(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    if (line.starts_with("== ")) {
      rule_ = trimmed(line.substr(3));
      file_.sections.push_back({line_, rule_});
    } else if (line.starts_with("+ ") || line.starts_with("- ")) {
      take_case(line.front() == '+', trimmed(line.substr(2)));
    } else {
      problem("a line begins with \"== \", \"+ \", \"- \" or \"#\"");
    }
  }

  void take_case(bool must_fire, std::string_view line) {
    if (rule_.empty()) return problem("a case before the first \"== rule\"");
    Case one{name_, line_, rule_, "", must_fire, {}};
    const auto arrow = line.rfind("=>");
    const bool expects = arrow != std::string_view::npos;
    one.text = with_line_breaks(trimmed(line.substr(0, arrow)));
    if (one.text.empty()) return problem("the sentence is missing");
    if (expects && !must_fire) return problem("a \"- \" case takes no \"=>\"");
    if (expects && !take_expectations(line.substr(arrow + 2), &one)) return;
    file_.cases.push_back(std::move(one));
  }

  bool take_expectations(std::string_view list, Case* one) {
    while (!list.empty()) {
      const auto end = std::min(list.find(" ;"), list.size());
      const auto item = trimmed(list.substr(0, end));
      list.remove_prefix(std::min(end + 2, list.size()));
      const auto equals = item.find('=');
      const auto key = trimmed(item.substr(0, equals));
      if (equals == std::string_view::npos)
        return problem("key=value is wanted, not \"" + std::string(item) + '"'), false;
      if (!is_expectation_key(key)) return problem("no such key: \"" + std::string(key) + '"'), false;
      one->expected.push_back({std::string(key), std::string(trimmed(item.substr(equals + 1)))});
    }
    if (one->expected.empty()) problem("nothing behind \"=>\"");
    return !one->expected.empty();
  }

  void problem(const std::string& what) { file_.problems.push_back(name_ + ":" + std::to_string(line_) + ": " + what); }

  const std::string& name_;
  std::size_t line_ = 0;
  std::string rule_;
  CasesFile file_;
};

}  // namespace

CasesFile read_cases(const std::string& name, std::string_view content) { return Reader(name).read(content); }

bool is_expectation_key(std::string_view key) { return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end(); }

std::string to_text(const std::vector<Expectation>& expected) {
  std::string text;
  for (const auto& [key, value] : expected) {
    if (!text.empty()) text += " ; ";
    text += key + '=' + value;
  }
  return text;
}

}  // namespace socai::rules
