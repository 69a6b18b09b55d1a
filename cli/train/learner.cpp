// SPDX-License-Identifier: Apache-2.0
#include "cli/train/learner.h"

#include <algorithm>
#include <cmath>

namespace socai::cli {
namespace {

// Examples with feature names turned into dense ids.
struct Dense {
  struct Candidate {
    std::vector<std::size_t> features;
    bool right;
  };
  std::vector<std::vector<Candidate>> examples;
  std::vector<std::string> names;
};

Dense densify(const std::vector<Example>& examples) {
  Dense dense;
  std::map<std::string, std::size_t> ids;
  for (const Example& example : examples) {
    const auto right =
        std::count_if(example.candidates.begin(), example.candidates.end(), [](const auto& c) { return c.right; });
    if (right == 0 || right == static_cast<std::ptrdiff_t>(example.candidates.size())) continue;
    auto& candidates = dense.examples.emplace_back();
    for (const auto& candidate : example.candidates) {
      candidates.push_back({{}, candidate.right});
      for (const auto& name : candidate.features) {
        const auto [known, is_new] = ids.emplace(name, ids.size());
        if (is_new) dense.names.push_back(name);
        candidates.back().features.push_back(known->second);
      }
    }
  }
  return dense;
}

double score_of(const Dense::Candidate& candidate, const std::vector<double>& weights) {
  double sum = 0;
  for (const std::size_t feature : candidate.features) sum += weights[feature];
  return sum;
}

class Learner {
 public:
  Learner(const Dense& dense, const LearnerOptions& options)
      : dense_(dense), options_(options), weights_(dense.names.size()), squares_(dense.names.size(), 1e-8) {}

  std::vector<double> run() {
    for (int epoch = 0; epoch < options_.epochs; ++epoch) {
      for (const auto& candidates : dense_.examples) take(candidates);
    }
    return weights_;
  }

 private:
  // One step up the likelihood of the right candidates: their share under the model moves towards one.
  void take(const std::vector<Dense::Candidate>& candidates) {
    std::vector<double> odds;
    double highest = -1e300;
    for (const auto& candidate : candidates)
      odds.push_back(score_of(candidate, weights_)), highest = std::max(highest, odds.back());
    double all = 0;
    double right = 0;
    for (std::size_t i = 0; i < odds.size(); ++i) {
      odds[i] = std::exp(odds[i] - highest);
      all += odds[i];
      if (candidates[i].right) right += odds[i];
    }
    std::map<std::size_t, double> gradient;
    for (std::size_t i = 0; i < odds.size(); ++i) {
      const double slope = (candidates[i].right ? odds[i] / right : 0.0) - odds[i] / all;
      for (const std::size_t feature : candidates[i].features) gradient[feature] += slope;
    }
    for (const auto& [feature, slope] : gradient) {
      const double step = slope - options_.penalty * weights_[feature];
      squares_[feature] += step * step;
      weights_[feature] += options_.rate * step / std::sqrt(squares_[feature]);
    }
  }

  const Dense& dense_;
  const LearnerOptions& options_;
  std::vector<double> weights_;
  std::vector<double> squares_;
};

}  // namespace

LearnedWeights learn(const std::vector<Example>& examples, const LearnerOptions& options) {
  const Dense dense = densify(examples);
  const std::vector<double> weights = Learner(dense, options).run();
  LearnedWeights learned;
  for (std::size_t i = 0; i < weights.size(); ++i) learned.emplace(dense.names[i], weights[i]);
  return learned;
}

double accuracy(const std::vector<Example>& examples, const LearnedWeights& weights) {
  if (examples.empty()) return 0;
  std::size_t right = 0;
  for (const Example& example : examples) {
    const Example::Candidate* best = nullptr;
    double best_score = 0;
    for (const auto& candidate : example.candidates) {
      double score = 0;
      for (const auto& feature : candidate.features) {
        const auto weight = weights.find(feature);
        if (weight != weights.end()) score += weight->second;
      }
      if (best == nullptr || score > best_score) best = &candidate, best_score = score;
    }
    right += best != nullptr && best->right;
  }
  return static_cast<double>(right) / static_cast<double>(examples.size());
}

}  // namespace socai::cli
