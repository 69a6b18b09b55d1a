// SPDX-License-Identifier: Apache-2.0
// Learns the weights of the linear models from decisions whose right answers are known: maximum likelihood of the right
// candidates under a softmax over all (McFadden's conditional logit), with an L2 penalty, by AdaGrad in a fixed order.
// Deterministic: the same examples give the same weights.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace socai::cli {

struct Example {
  struct Candidate {
    std::vector<std::string> features;
    bool right = false;
  };
  std::size_t article = 0;  // which article it comes from: folds are cut between articles
  std::vector<Candidate> candidates;
};

using LearnedWeights = std::map<std::string, double>;

struct LearnerOptions {
  int epochs = 60;
  double rate = 0.2;
  double penalty = 0.002;
};

// Examples without a right candidate, or with right ones alone, teach nothing and are passed over.
LearnedWeights learn(const std::vector<Example>& examples, const LearnerOptions& options);

// The share of the examples whose best candidate (the first of equals) is right.
double accuracy(const std::vector<Example>& examples, const LearnedWeights& weights);

}  // namespace socai::cli
