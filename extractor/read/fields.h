// SPDX-License-Identifier: Apache-2.0
// The names that the fields of an article go by in what crawlers write.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace socai {

enum class ArticleField { id, url, outlet, published, title, text };
inline constexpr std::size_t kArticleFields = 6;

// Which names of the input stand for which field; of several that an article has, the first named one holds.
class FieldNames {
 public:
  // The project's own names first, then those that crawlers write (docs/claim-schema.md).
  FieldNames();

  // Takes "title=headline": the input's `headline` is the title, before any other name. False where that is no such
  // pair or the field is not one of id, url, outlet, published, title, text.
  bool map(std::string_view pair);

  const std::vector<std::string>& of(ArticleField field) const { return names_[static_cast<std::size_t>(field)]; }

  // The field that a column of this name holds; names are compared without regard to case.
  std::optional<ArticleField> find(std::string_view column) const;
  // How early the name stands among those of its field: 0 is the first.
  std::size_t rank(ArticleField field, std::string_view column) const;

 private:
  std::array<std::vector<std::string>, kArticleFields> names_;
};

}  // namespace socai
