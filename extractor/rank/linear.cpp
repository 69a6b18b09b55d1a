// SPDX-License-Identifier: Apache-2.0
#include "extractor/rank/linear.h"

#include <algorithm>
#include <cmath>

namespace socai {
namespace {

// Two decimals, the same in every locale.
std::string fixed(double value) {
  const auto hundredths = std::lround(std::abs(value) * 100);
  const std::string fraction = std::to_string(hundredths % 100);
  return (value < 0 ? "-" : "+") + std::to_string(hundredths / 100) + "." + (fraction.size() < 2 ? "0" : "") + fraction;
}

}  // namespace

LinearModel::LinearModel(const rules::Tables& tables, std::string_view model, std::vector<std::string> feature_names)
    : names_(std::move(feature_names)), weights_(names_.size(), 0.0) {
  const auto found = tables.weights.find(model);
  if (found == tables.weights.end()) return;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const auto weight = found->second.find(names_[i]);
    if (weight != found->second.end()) weights_[i] = weight->second;
  }
}

std::string LinearModel::describe(const Features& features) const {
  std::vector<std::uint16_t> ids(features.ids().begin(), features.ids().end());
  std::stable_sort(ids.begin(), ids.end(),
                   [&](unsigned a, unsigned b) { return std::abs(weights_[a]) > std::abs(weights_[b]); });
  std::string text;
  for (const auto id : ids) {
    if (weights_[id] == 0) continue;
    if (!text.empty()) text += ", ";
    text += names_[id] + " " + fixed(weights_[id]);
  }
  return text;
}

}  // namespace socai
