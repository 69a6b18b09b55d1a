// SPDX-License-Identifier: Apache-2.0
#include "extractor/rules/page_cases.h"

#include <algorithm>

#include "extractor/read/html.h"
#include "extractor/rules/builder.h"

namespace socai::rules {
namespace {

constexpr const char* kBefore =
    R"(<!doctype html><script type="application/ld+json">{"@type":"NewsArticle"}</script><body>)";

std::string with_slashes(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at)) text.replace(at, 1, " / ");
  return text;
}

std::string value_of(const ReadResult& page, const std::string& key) {
  if (!page.article) return page.problem;
  const Article& article = *page.article;
  if (key == "text") return with_slashes(article.text);
  const auto& field = key == "title"    ? article.title
                      : key == "url"    ? article.url
                      : key == "outlet" ? article.outlet
                                        : article.published;
  return field.value_or("null");
}

}  // namespace

std::optional<std::string> failed_page_case(const Case& one, const std::string& content) {
  const RuleFile file(kPageRules, content);
  const ReadResult page = read_page(kBefore + one.text, page_rules(file, ""), std::nullopt);
  if (one.expected.empty()) {
    const ReadResult without = read_page(kBefore + one.text, page_rules(file, one.rule), std::nullopt);
    const bool fires = page.article != without.article || page.problem != without.problem;
    return fires == one.must_fire ? std::nullopt : std::optional(value_of(page, "text"));
  }
  std::vector<Expectation> got;
  for (const auto& wanted : one.expected) got.push_back({wanted.key, value_of(page, wanted.key)});
  const bool holds = std::equal(got.begin(), got.end(), one.expected.begin(),
                                [](const Expectation& a, const Expectation& b) { return a.value == b.value; });
  return holds ? std::nullopt : std::optional(to_text(got));
}

}  // namespace socai::rules
