// SPDX-License-Identifier: Apache-2.0
// Which words of an article are whose. A source span is a passage and the actor to whom the text attributes it, with
// the cue that does so.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "extractor/mention/cast.h"
#include "extractor/mention/marks.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"

namespace socai {

// A source resolved to a name within the article.
struct Source {
  std::string name;
  std::string mention;  // the words that stood
  EntityType type = EntityType::unnamed;
  std::uint32_t entity = kNone;  // into Cast::entities, if it has one
};

struct SourceSpan {
  TokenRange content;            // what is attributed
  TokenRange words;              // actor, cue and content together
  std::uint32_t source = kNone;  // into Sources::sources
  TokenRange cue;                // empty: a colon or a quotation alone
  std::uint32_t cue_rule = kNone;
  TokenRange actor;  // the words that name the source
};

struct Sources {
  std::vector<Source> sources;
  std::vector<SourceSpan> spans;           // by sentence, in the order of their cues
  std::vector<std::uint32_t> spoken;       // by source: how many spans are its own
  std::vector<std::uint32_t> antecedents;  // of Cast::actors: the entity that a pronoun stands for, or kNone
};

// The spans that reach into a sentence, with their words or their content, in their order.
class SpansOfSentences {
 public:
  // Overwrites what an earlier document left.
  void find(const Document& doc, const Sources& sources);
  std::span<const std::uint32_t> of(std::uint32_t sentence) const {
    return {spans_.data() + first_[sentence], first_[sentence + 1] - first_[sentence]};
  }

 private:
  std::vector<std::uint32_t> first_;  // sentence -> into spans_; one more at the end
  std::vector<std::uint32_t> spans_;
};

class SourceFinder {
 public:
  explicit SourceFinder(const rules::Tables& tables) : tables_(tables) {}
  void find(const Document& doc, const Marks& marks, const Cast& cast, Sources* sources) const;

 private:
  const rules::Tables& tables_;
};

}  // namespace socai
