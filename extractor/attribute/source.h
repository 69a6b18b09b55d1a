// SPDX-License-Identifier: Apache-2.0
// Which words of an article are whose. A source span is a passage and the actor to whom the text attributes it, with
// the cue that does so.
#pragma once

#include <cstdint>
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
  std::vector<std::uint32_t> antecedents;  // of Cast::actors: the entity that a pronoun stands for, or kNone
};

class SourceFinder {
 public:
  explicit SourceFinder(const rules::Tables& tables) : tables_(tables) {}
  void find(const Document& doc, const Marks& marks, const Cast& cast, Sources* sources) const;

 private:
  const rules::Tables& tables_;
};

}  // namespace socai
