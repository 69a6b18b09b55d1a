// SPDX-License-Identifier: Apache-2.0
// Whose amount it is: names, descriptions and noun phrases around it compete, ranked by the model "subject".
#pragma once

#include <vector>

#include "extractor/attribute/context.h"
#include "extractor/attribute/subject_features.h"
#include "extractor/rank/linear.h"

namespace socai {

struct SubjectCandidate {
  static constexpr double kJoined = -1e9;  // the score of one that a namesake stands for

  std::uint32_t entity = kNone;  // into Cast::entities; kNone: a noun phrase, which is its own name
  TokenRange tokens;             // the words that stood; empty: no candidate
  TokenRange name;               // the words that name it, where they stand elsewhere
  subject::Group group = subject::phrase;
  bool carried = false;  // from the amount before
  subject::Places places;
  double score = 0;
  std::uint8_t noun = 0;  // see SubjectProfile
};

// What was decided of the amount before its subject is sought.
struct SubjectQuestion {
  std::size_t amount = 0;             // into Context::amounts
  std::uint32_t metric = 0;           // into Tables::metrics
  TokenRange metric_phrase;           // may be empty
  std::uint32_t source = kNone;       // into Sources::sources
  TokenRange cue;                     // of the source; may be empty
  std::uint32_t last_metric = kNone;  // of the amount before
};

class SubjectRanker {
 public:
  explicit SubjectRanker(const rules::Tables& tables);

  // The candidates, scored; `chosen` are the subjects of the amounts before it.
  void candidates(const Context& context, const SubjectQuestion& question, const std::vector<SubjectCandidate>& chosen,
                  std::vector<SubjectCandidate>* list) const;

  // The features of a candidate of an amount of that metric, as the model names them.
  Features features(const SubjectCandidate& candidate, std::uint32_t metric) const;

  const LinearModel& model() const { return model_; }

 private:
  double score(const SubjectCandidate& candidate, std::uint32_t metric) const;
  unsigned noun_feature(std::uint8_t noun) const;  // noun: of a known class, see SubjectProfile

  LinearModel model_;
  const rules::Tables& tables_;
  std::vector<double> place_weights_;  // group * kPlaces + place: of the place for all groups and for its own
};

}  // namespace socai
