// SPDX-License-Identifier: Apache-2.0
// What holds of a candidate for a subject whichever amount asks for it: made once for a sentence, for its amounts and
// those of the next sentences ask for the same candidates.
#pragma once

#include <vector>

#include "extractor/attribute/subject_features.h"
#include "extractor/mention/cast.h"

namespace socai {

struct Context;

struct SubjectProfile {
  std::uint32_t entity = kNone;  // into Cast::entities; kNone: a noun phrase
  TokenRange tokens;
  TokenRange name;  // the words that name it, where they stand elsewhere: of "dự án", "dự án sân bay Long Thành"
  subject::Group group = subject::phrase;
  subject::Places places;
  std::uint32_t brackets_end = 0;  // where the round brackets around it close; 0: there are none
  std::uint8_t noun = 0;           // class of its head noun: 1 + index into Tables::noun_classes; 0: none is known
};

// The group of a candidate that is named, by what its name stands for.
subject::Group group_of_name(EntityType type);

class SubjectProfiles {
 public:
  // Forgets an earlier document.
  void clear(std::size_t sentences);

  // Of a sentence's actors, by their first token, and of its noun phrases, by their last. The lists hold until clear().
  const std::vector<SubjectProfile>& actors(const Context& context, std::uint32_t sentence);
  const std::vector<SubjectProfile>& phrases(const Context& context, std::uint32_t sentence);

  // The places that an entity has, wherever it stands: how often it is named, whether the headline names it.
  static void add_entity_places(const Context& context, std::uint32_t entity, subject::Places* places);

 private:
  struct OfSentence {
    bool has_actors = false;
    bool has_phrases = false;
    std::vector<TokenRange> brackets;  // found with the actors
    std::vector<SubjectProfile> actors;
    std::vector<SubjectProfile> phrases;
  };
  std::vector<OfSentence> sentences_;
};

}  // namespace socai
