// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/subject.h"

#include <algorithm>

#include "extractor/attribute/subject_candidates.h"
#include "extractor/attribute/subject_features.h"

namespace socai {

std::string subject_name(const Context& context, const SubjectCandidate& candidate) {
  if (candidate.entity != kNone) return context.cast.entities[candidate.entity].name;
  return std::string(context.doc.words(candidate.tokens));
}

SubjectRanker::SubjectRanker(const rules::Tables& tables)
    : tables_(tables), model_(tables, "subject", subject::feature_names(tables)) {}

void SubjectRanker::candidates(const Context& context, const SubjectQuestion& question,
                               const std::vector<SubjectCandidate>& chosen, std::vector<SubjectCandidate>* list) const {
  find_subject_candidates(context, question, chosen, list);
  for (auto& candidate : *list) candidate.score = model_.score(candidate.features);
}

std::size_t SubjectRanker::best(const std::vector<SubjectCandidate>& list) const {
  const auto lower = [](const SubjectCandidate& a, const SubjectCandidate& b) { return a.score < b.score; };
  return static_cast<std::size_t>(std::max_element(list.begin(), list.end(), lower) - list.begin());
}

}  // namespace socai
