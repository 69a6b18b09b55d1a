// SPDX-License-Identifier: Apache-2.0
// Articles and readings for the tests of the extractor.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "extractor/extractor.h"
#include "extractor/mention/amount.h"
#include "extractor/read/reader.h"
#include "extractor/structure/structure.h"

namespace socai::testing {

inline const Rules& built_in_rules() {
  static const Rules kRules = Rules::built_in();
  return kRules;
}

inline Article article_of(std::string text) {
  Article article;
  article.id = "test";
  article.text = std::move(text);
  return article;
}

// A text prepared for the rules; owns the article that the document points into.
struct Prepared {
  explicit Prepared(Article given) : article(std::move(given)) {
    const auto& tables = built_in_rules().tables();
    Structure(tables).build(article, &doc);
    marks.find(tables, doc);
  }
  explicit Prepared(std::string text) : Prepared(article_of(std::move(text))) {}
  Prepared(const Prepared&) = delete;

  const Article article;
  Document doc;
  Marks marks;
};

inline std::vector<Claim> sums_in(const std::string& text) {
  static Extractor extractor(built_in_rules());
  std::vector<Claim> sums;
  for (auto& claim : extractor.extract(article_of(text))) {
    if (claim.kind == Kind::money) sums.push_back(std::move(claim));
  }
  return sums;
}

inline std::string text_of(const std::optional<Decimal>& number) { return number ? number->to_string() : "null"; }

inline std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

// The articles of corpus/gold and corpus/events.
inline std::vector<Article> corpus_articles() {
  std::vector<Article> articles;
  JsonlReader reader;
  for (const char* folder : {"gold", "events"}) {
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(SOCAI_REPO) / "corpus" / folder)) {
      if (entry.path().extension() != ".jsonl") continue;
      const std::string bytes = file_bytes(entry.path());
      for (std::size_t at = 0; at < bytes.size();) {
        const auto end = std::min(bytes.find('\n', at), bytes.size());
        auto result = reader.read_line(std::string_view(bytes).substr(at, end - at));
        if (result.article) articles.push_back(std::move(*result.article));
        at = end + 1;
      }
    }
  }
  return articles;
}

}  // namespace socai::testing
