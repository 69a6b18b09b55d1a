// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/subject.h"

#include "extractor/attribute/subject_candidates.h"

namespace socai {

using namespace subject;

std::string subject_name(const Context& context, const SubjectCandidate& candidate) {
  if (candidate.entity != kNone) return context.cast.entities[candidate.entity].name;
  return std::string(context.doc.words(candidate.tokens));
}

SubjectRanker::SubjectRanker(const rules::Tables& tables) : model_(tables, "subject", feature_names(tables)) {
  for (unsigned group = 0; group < kGroups; ++group) {
    for (unsigned place = 0; place < kPlaces; ++place) {
      place_weights_.push_back(model_.weight_of(place) + model_.weight_of(kGroupPlace + group * kPlaces + place));
    }
  }
}

void SubjectRanker::candidates(const Context& context, const SubjectQuestion& question,
                               const std::vector<SubjectCandidate>& chosen, std::vector<SubjectCandidate>* list) const {
  find_subject_candidates(context, question, chosen, list);
  for (auto& candidate : *list) candidate.score = score(candidate, question.metric);
}

double SubjectRanker::score(const SubjectCandidate& candidate, std::uint32_t metric) const {
  double sum = 0;
  if (candidate.carried) {
    candidate.places.for_each([&](unsigned place) { sum += model_.weight_of(kCarried + place); });
    return sum;
  }
  sum = model_.weight_of(kGroupBias + candidate.group) + model_.weight_of(group_of_metric(metric, candidate.group));
  if (candidate.places.has(is_source)) sum += model_.weight_of(source_of_metric(metric));
  const double* weights = &place_weights_[candidate.group * kPlaces];
  candidate.places.for_each([&](unsigned place) { sum += weights[place]; });
  return sum;
}

Features SubjectRanker::features(const SubjectCandidate& candidate, std::uint32_t metric) const {
  Features features;
  if (candidate.carried) {
    candidate.places.for_each([&](unsigned place) { features.add(kCarried + place); });
    return features;
  }
  features.add(kGroupBias + candidate.group);
  features.add(group_of_metric(metric, candidate.group));
  features.add_if(candidate.places.has(is_source), source_of_metric(metric));
  candidate.places.for_each([&](unsigned place) {
    features.add(place);
    features.add(kGroupPlace + candidate.group * kPlaces + place);
  });
  return features;
}

}  // namespace socai
