// SPDX-License-Identifier: Apache-2.0
#include "extractor/structure/document.h"

#include <algorithm>

namespace socai {

int Document::words_between(std::uint32_t from, std::uint32_t to) const {
  int words = 0;
  for (std::uint32_t at = from; at < to; ++at) words += tokens[at].kind == TokenKind::mark ? 0 : 1;
  return words;
}

const Quotation* Document::quotation_at(std::uint32_t token) const {
  const auto after = std::upper_bound(quotations.begin(), quotations.end(), token,
                                      [](std::uint32_t value, const Quotation& q) { return value < q.tokens.begin; });
  if (after == quotations.begin()) return nullptr;
  const Quotation& last = *(after - 1);
  return last.tokens.contains(token) ? &last : nullptr;
}

std::span<const Quotation> Document::quotations_beside(TokenRange words) const {
  const auto begin = std::partition_point(quotations.begin(), quotations.end(),
                                          [&](const Quotation& q) { return q.last() < words.begin; });
  const auto end =
      std::partition_point(begin, quotations.end(), [&](const Quotation& q) { return q.first() < words.end; });
  return {begin, end};
}

GivenSpan Document::given(TokenRange range) const {
  const std::size_t begin = tokens[range.begin].begin;
  const std::size_t end = tokens[range.end - 1].end;
  if (in_title(range)) return {Field::title, title_map.given_start(begin), title_map.given_end(end)};
  return {Field::text, text_map.given_start(begin - text_begin), text_map.given_end(end - text_begin)};
}

std::string_view Document::given_text(const GivenSpan& span) const {
  const std::string_view field = span.field == Field::title ? *article->title : article->text;
  return field.substr(span.start, span.end - span.start);
}

}  // namespace socai
