// SPDX-License-Identifier: Apache-2.0
#include "cli/train/examples.h"

#include <algorithm>
#include <cmath>

#include "cli/score/names.h"
#include "extractor/claim/names.h"

namespace socai::cli {
namespace {

const GoldClaim* gold_of(const GoldArticle& article, const Decision& decision) {
  for (const GoldClaim& claim : article.claims) {
    if (claim.field == to_string(decision.field) && claim.start < decision.end && decision.start < claim.end)
      return &claim;
  }
  return nullptr;
}

std::string family(std::string_view metric) { return std::string(metric.substr(0, metric.find('.'))); }

bool is_right(const std::string& model, const std::string& value, const GoldClaim& gold) {
  if (model == "subject") return same_name(value, gold.subject);
  if (model == "metric") {
    return std::any_of(gold.metric.begin(), gold.metric.end(),
                       [&](const std::string& id) { return id == value || family(id) == family(value); });
  }
  // Continuation: the first accepted claimant is what gold prefers.
  return same_name(value, {gold.claimant.front()});
}

std::string three_decimals(double value) {
  const auto thousandths = std::lround(std::abs(value) * 1000);
  std::string digits = std::to_string(thousandths % 1000);
  digits.insert(0, 3 - digits.size(), '0');
  return (value < 0 ? "-" : "") + std::to_string(thousandths / 1000) + "." + digits;
}

}  // namespace

std::map<std::string, std::vector<Example>> make_examples(const std::vector<GoldArticle>& articles,
                                                          Extractor* extractor) {
  std::map<std::string, std::vector<Example>> examples;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (const Decision& decision : extractor->decisions(articles[i].article)) {
      const GoldClaim* gold = gold_of(articles[i], decision);
      if (gold == nullptr || decision.candidates.empty()) continue;
      Example example;
      example.article = i;
      for (const auto& candidate : decision.candidates) {
        example.candidates.push_back({candidate.features, is_right(decision.model, candidate.value, *gold)});
      }
      examples[decision.model].push_back(std::move(example));
    }
  }
  return examples;
}

std::string weights_file(const std::map<std::string, LearnedWeights>& models) {
  std::string text =
      "# Weights of the linear models that rank candidates, by feature: a candidate's score is the sum over its "
      "features.\n"
      "# Written by `socai train GOLD`; `socai extract --explain` shows which features decided.\n";
  for (const auto& [model, weights] : models) {
    text += "\n[" + model + "]\n";
    for (const auto& [feature, weight] : weights) {
      if (std::abs(weight) >= 0.0005) text += '"' + feature + "\" = " + three_decimals(weight) + "\n";
    }
  }
  return text;
}

}  // namespace socai::cli
