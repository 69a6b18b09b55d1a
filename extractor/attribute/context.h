// SPDX-License-Identifier: Apache-2.0
// All that was found in an article, for the steps that join it into claims.
#pragma once

#include <algorithm>
#include <deque>
#include <utility>
#include <vector>

#include "extractor/attribute/source.h"
#include "extractor/attribute/word_counts.h"
#include "extractor/attribute/words.h"
#include "extractor/mention/amount.h"
#include "extractor/mention/cast.h"
#include "extractor/mention/marks.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"

namespace socai {

// Noun phrases that were asked for, by sentence.
struct NounPhrases {
  std::deque<std::pair<TokenRange, std::vector<TokenRange>>> sentences;
};

struct Context {
  const rules::Tables& tables;
  const AttributionWords& words;
  const Document& doc;
  const Marks& marks;
  const Cast& cast;
  const Sources& sources;
  const std::vector<AmountMention>& amounts;
  const WordCounts& counts;
  NounPhrases& noun_phrases;
  const std::vector<std::uint32_t>& antecedents;  // of Cast::actors: the entity a pronoun stands for, or kNone

  std::uint32_t sentence_of(std::uint32_t token) const { return doc.sentence_of[token]; }
  const Sentence& sentence_at(std::uint32_t token) const { return doc.sentences[doc.sentence_of[token]]; }

  // The first amount that ends behind the token; amounts are sorted and never overlap.
  std::size_t first_amount_behind(std::uint32_t token) const {
    return static_cast<std::size_t>(
        std::partition_point(amounts.begin(), amounts.end(),
                             [&](const AmountMention& amount) { return amount.tokens.end <= token; }) -
        amounts.begin());
  }
  // How many amounts lie between the two places.
  std::uint32_t amounts_between(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t count = 0;
    for (std::size_t i = first_amount_behind(from); i < amounts.size() && amounts[i].tokens.end <= to; ++i) {
      count += amounts[i].tokens.begin >= from;
    }
    return count;
  }
  bool amount_at(std::uint32_t token) const {
    const std::size_t i = first_amount_behind(token);
    return i < amounts.size() && amounts[i].tokens.contains(token);
  }
  // How many marks other than quotation marks lie between the two places.
  std::uint32_t marks_between(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t count = 0;
    for (std::uint32_t at = from; at < to; ++at) count += doc.tokens[at].kind == TokenKind::mark;
    return count;
  }
};

}  // namespace socai
