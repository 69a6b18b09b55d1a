// SPDX-License-Identifier: Apache-2.0
// All that was found in an article, for the steps that join it into claims.
#pragma once

#include <algorithm>
#include <vector>

#include "extractor/attribute/between.h"
#include "extractor/attribute/source.h"
#include "extractor/attribute/subject_profile.h"
#include "extractor/attribute/word_counts.h"
#include "extractor/attribute/words.h"
#include "extractor/mention/amount.h"
#include "extractor/mention/cast.h"
#include "extractor/mention/marks.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"

namespace socai {

struct Context {
  const rules::Tables& tables;
  const AttributionWords& words;
  const Document& doc;
  const Marks& marks;
  const Cast& cast;
  const Sources& sources;
  const SpansOfSentences& spans_of;
  const std::vector<AmountMention>& amounts;
  const WordCounts& counts;
  const Between& between;
  SubjectProfiles& profiles;                      // made as they are asked for
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
  bool amount_at(std::uint32_t token) const {
    const std::size_t i = first_amount_behind(token);
    return i < amounts.size() && amounts[i].tokens.contains(token);
  }
};

}  // namespace socai
