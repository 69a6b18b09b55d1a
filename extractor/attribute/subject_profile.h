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
  subject::Group group = subject::phrase;
  subject::Places places;
};

// The group of a candidate that is named, by what its name stands for.
subject::Group group_of_name(EntityType type);

class SubjectProfiles {
 public:
  struct OfSentence {
    bool made = false;
    std::vector<SubjectProfile> actors;   // by their first token
    std::vector<SubjectProfile> phrases;  // noun phrases, by their first token
  };

  // Forgets an earlier document.
  void clear(std::size_t sentences);

  const OfSentence& of(const Context& context, std::uint32_t sentence);

  // The places that an entity has, wherever it stands: how often it is named, whether the headline names it.
  static void add_entity_places(const Context& context, std::uint32_t entity, subject::Places* places);

 private:
  std::vector<OfSentence> sentences_;
};

}  // namespace socai
