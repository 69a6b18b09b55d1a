// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/fields.h"

#include <algorithm>

namespace socai {
namespace {

constexpr std::array<std::string_view, kArticleFields> kOwnNames = {"id",        "url",   "outlet",
                                                                    "published", "title", "text"};

bool equal_but_for_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

FieldNames::FieldNames()
    : names_{{{"id"},
              {"url", "link", "canonical_url"},
              {"outlet", "source_domain", "source", "site"},
              {"published", "date_publish", "publish_date", "published_at", "date"},
              {"title", "headline"},
              {"text", "maintext", "content", "body"}}} {}

bool FieldNames::map(std::string_view pair) {
  const auto sign = pair.find('=');
  if (sign == std::string_view::npos || sign + 1 == pair.size()) return false;
  const auto field = std::find(kOwnNames.begin(), kOwnNames.end(), pair.substr(0, sign));
  if (field == kOwnNames.end()) return false;
  auto& names = names_[static_cast<std::size_t>(field - kOwnNames.begin())];
  names.insert(names.begin(), std::string(pair.substr(sign + 1)));
  return true;
}

std::optional<ArticleField> FieldNames::find(std::string_view column) const {
  for (std::size_t i = 0; i < kArticleFields; ++i) {
    const auto field = static_cast<ArticleField>(i);
    if (rank(field, column) < of(field).size()) return field;
  }
  return std::nullopt;
}

std::size_t FieldNames::rank(ArticleField field, std::string_view column) const {
  const auto& names = of(field);
  const auto found =
      std::find_if(names.begin(), names.end(), [&](const auto& n) { return equal_but_for_case(n, column); });
  return static_cast<std::size_t>(found - names.begin());
}

}  // namespace socai
