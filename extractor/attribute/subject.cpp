// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/subject.h"

#include <algorithm>
#include <cmath>

#include "extractor/attribute/subject_candidates.h"

namespace socai {

using namespace subject;

namespace {

bool same_name(const Context& context, const SubjectCandidate& a, const SubjectCandidate& b) {
  if (a.entity != kNone || b.entity != kNone) return a.entity == b.entity;
  const TokenRange one = a.name.empty() ? a.tokens : a.name;
  const TokenRange other = b.name.empty() ? b.tokens : b.name;
  const auto first = context.doc.tokens.begin();
  return std::equal(first + one.begin, first + one.end, first + other.begin, first + other.end,
                    [](const Token& x, const Token& y) { return x.key == y.key && x.word == y.word; });
}

// A candidate that stands in several places is as likely as all of them together: the likeliest takes the odds of the
// others, which drop out. Those far behind the leader would change nothing.
void join_namesakes(const Context& context, std::vector<SubjectCandidate>* list) {
  constexpr double kFarBehind = 6;
  if (list->empty()) return;
  const double leader = (*list)[best_of(*list).index].score;
  std::vector<SubjectCandidate*> left;
  for (auto& candidate : *list) {
    if (candidate.score > leader - kFarBehind) left.push_back(&candidate);
  }
  std::stable_sort(left.begin(), left.end(), [](const auto* a, const auto* b) { return a->score > b->score; });
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i] == nullptr) continue;
    double odds = 1;
    for (std::size_t j = i + 1; j < left.size(); ++j) {
      if (left[j] == nullptr || !same_name(context, *left[i], *left[j])) continue;
      odds += std::exp(left[j]->score - left[i]->score);
      left[j]->score = SubjectCandidate::kJoined;
      left[j] = nullptr;
    }
    left[i]->score += std::log(odds);
  }
}

}  // namespace

SubjectRanker::SubjectRanker(const rules::Tables& tables)
    : model_(tables, "subject", feature_names(tables)), tables_(tables) {
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
  join_namesakes(context, list);
}

double SubjectRanker::score(const SubjectCandidate& candidate, std::uint32_t metric) const {
  double sum = 0;
  if (candidate.carried) {
    candidate.places.for_each([&](unsigned place) { sum += model_.weight_of(kCarried + place); });
    return sum;
  }
  sum = model_.weight_of(kGroupBias + candidate.group) + model_.weight_of(group_of_metric(metric, candidate.group));
  if (candidate.places.has(is_source)) sum += model_.weight_of(source_of_metric(metric));
  if (candidate.noun > 0) sum += model_.weight_of(noun_feature(candidate.noun));
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
  if (candidate.noun > 0) features.add(noun_feature(candidate.noun));
  return features;
}

unsigned SubjectRanker::noun_feature(std::uint8_t noun) const {
  return kFamily + static_cast<unsigned>(tables_.metrics.size()) * kFamilyFeatures + noun - 1;
}

}  // namespace socai
