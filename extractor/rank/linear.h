// SPDX-License-Identifier: Apache-2.0
// Linear models over readable features: a candidate's score is the sum of the weights of its features. The weights
// stand in rules/weights.toml, one table a model, one line a feature, and are trained by `socai train`. `--explain`
// prints the features that decided.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/rules/tables.h"

namespace socai {

// Which of a row of buckets a value falls into: 0 up to bounds[0], 1 up to bounds[1], …, n beyond them all.
template <std::size_t n>
unsigned bucket_of(std::uint32_t value, const std::uint32_t (&bounds)[n]) {
  unsigned bucket = 0;
  while (bucket < n && value > bounds[bucket]) ++bucket;
  return bucket;
}

// The first of the candidates with the highest score, and by how much it leads; the list must not be empty.
struct Best {
  std::size_t index = 0;
  double margin = 1e9;  // of the only one
};
template <typename Candidate>
Best best_of(const std::vector<Candidate>& list) {
  Best best;
  double second = -1e9;
  for (std::size_t i = 1; i < list.size(); ++i) {
    const double leader = list[best.index].score;
    second = std::max(second, std::min(leader, list[i].score));
    if (list[i].score > leader) best.index = i;
  }
  best.margin = list[best.index].score - second;
  return best;
}

// The features of one candidate: ids of the model's features. Held in place, for there are many candidates an article;
// what does not fit is left out, which no model comes near.
class Features {
 public:
  static constexpr std::size_t kMost = 80;

  void add(unsigned id) {
    if (size_ < kMost) ids_[size_++] = static_cast<std::uint16_t>(id);
  }
  void add_if(bool present, unsigned id) {
    if (present) add(id);
  }
  // One of a row of features, by the bucket that the value falls into.
  template <std::size_t n>
  void add_bucket(unsigned first, std::uint32_t value, const std::uint32_t (&bounds)[n]) {
    add(first + bucket_of(value, bounds));
  }
  std::span<const std::uint16_t> ids() const { return {ids_.data(), size_}; }

 private:
  std::uint32_t size_ = 0;
  std::array<std::uint16_t, kMost> ids_;  // the first size_ are set
};

class LinearModel {
 public:
  // Takes the weights of `model` by feature name; a feature without a weight weighs nothing.
  LinearModel(const rules::Tables& tables, std::string_view model, std::vector<std::string> feature_names);

  double score(const Features& features) const {
    double sum = 0;
    for (const auto id : features.ids()) sum += weights_[id];
    return sum;
  }
  const std::string& name_of(unsigned feature) const { return names_[feature]; }
  double weight_of(unsigned feature) const { return weights_[feature]; }

  // "noun_before +1.32, near +0.80": the features by the size of their weight.
  std::string describe(const Features& features) const;

 private:
  std::vector<std::string> names_;
  std::vector<double> weights_;
};

}  // namespace socai
