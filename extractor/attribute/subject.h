// SPDX-License-Identifier: Apache-2.0
// Whose amount it is: names, descriptions and noun phrases around it compete, ranked by the model "subject".
#pragma once

#include <string>
#include <vector>

#include "extractor/attribute/context.h"
#include "extractor/rank/linear.h"

namespace socai {

struct SubjectCandidate {
  std::string name;              // resolved
  std::uint32_t entity = kNone;  // into Cast::entities, if it is one
  TokenRange tokens;             // the words that stood; empty for one that is carried over
  Features features;
  double score = 0;
};

class SubjectRanker {
 public:
  explicit SubjectRanker(const rules::Tables& tables);

  // The candidates for amounts[index], whose metric phrase (maybe empty), source (or kNone) and the subjects of the
  // amounts before it are known.
  void candidates(const Context& context, std::size_t index, TokenRange metric_phrase, std::uint32_t source,
                  const std::vector<SubjectCandidate>& chosen, std::vector<SubjectCandidate>* list) const;

  // The index of the best of the candidates; list must not be empty.
  std::size_t best(const std::vector<SubjectCandidate>& list) const;

  const LinearModel& model() const { return model_; }

 private:
  const rules::Tables& tables_;
  LinearModel model_;
};

}  // namespace socai
