// SPDX-License-Identifier: Apache-2.0
// All that was found in an article, for the steps that join it into claims.
#pragma once

#include <vector>

#include "extractor/attribute/source.h"
#include "extractor/mention/amount.h"
#include "extractor/mention/cast.h"
#include "extractor/mention/marks.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"

namespace socai {

struct Context {
  const rules::Tables& tables;
  const Document& doc;
  const Marks& marks;
  const Cast& cast;
  const Sources& sources;
  const std::vector<AmountMention>& amounts;
  const std::vector<std::uint32_t>& antecedents;  // of Cast::actors: the entity a pronoun stands for, or kNone

  std::uint32_t sentence_of(std::uint32_t token) const { return doc.sentence_of[token]; }
  const Sentence& sentence_at(std::uint32_t token) const { return doc.sentences[doc.sentence_of[token]]; }

  // How many amounts lie between the two places.
  std::uint32_t amounts_between(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t count = 0;
    for (const auto& amount : amounts) count += amount.tokens.begin >= from && amount.tokens.end <= to;
    return count;
  }
  bool amount_at(std::uint32_t token) const {
    for (const auto& amount : amounts) {
      if (amount.tokens.contains(token)) return true;
    }
    return false;
  }
  // How many marks other than quotation marks lie between the two places.
  std::uint32_t marks_between(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t count = 0;
    for (std::uint32_t at = from; at < to; ++at) count += doc.tokens[at].kind == TokenKind::mark;
    return count;
  }
};

}  // namespace socai
