// SPDX-License-Identifier: Apache-2.0
#include "extractor/read_amount.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extractor/mention/amount.h"
#include "extractor/structure/structure.h"
#include "extractor/text/utf8.h"

namespace socai {
namespace {

// The first token that takes part in the amount: its hedge, where that stands before it.
std::uint32_t first_of(const AmountMention& mention) {
  const TokenRange hedge = mention.hedge.tokens;
  return hedge.empty() ? mention.tokens.begin : std::min(hedge.begin, mention.tokens.begin);
}

std::uint32_t last_of(const AmountMention& mention) {
  std::uint32_t end = mention.tokens.end;
  for (const TokenRange part : {mention.hedge.tokens, mention.per}) end = part.empty() ? end : std::max(end, part.end);
  return end;
}

// A number in digits or words alone, with a scale or without.
std::optional<Amount> read_bare_number(const rules::Tables& tables, const Document& doc) {
  const auto size = static_cast<std::uint32_t>(doc.tokens.size());
  const auto number = NumberReader(tables, doc).read(0, size);
  if (!number || number->loose || number->tokens.end != size) return std::nullopt;
  Amount amount;
  amount.value = amount.min = amount.max = number->value;
  if (number->scaled) amount.currency = tables.implied_currency;
  amount.implied_currency = number->scaled;
  return amount;
}

}  // namespace

std::optional<Amount> read_amount(std::string_view text, const Rules& rules) {
  if (text.find('\n') != std::string_view::npos || !is_valid_utf8(text)) return std::nullopt;
  const rules::Tables& tables = rules.tables();
  Article article;
  article.text = text;
  Document doc;
  Structure(tables).build(article, &doc);
  if (doc.tokens.empty()) return std::nullopt;
  Marks marks;
  marks.find(tables, doc);
  std::vector<AmountMention> amounts;
  AmountFinder(tables).find(doc, marks, &amounts, true);
  if (amounts.empty()) return read_bare_number(tables, doc);
  const AmountMention& only = amounts.front();
  const bool whole = amounts.size() == 1 && first_of(only) == 0 && last_of(only) >= doc.tokens.size();
  if (!whole) return std::nullopt;
  return only.amount;
}

}  // namespace socai
