// SPDX-License-Identifier: Apache-2.0
// What an amount measures: the phrases of rules/metrics.toml around it compete, ranked by the model "metric".
#pragma once

#include <string>
#include <vector>

#include "extractor/attribute/context.h"
#include "extractor/rank/linear.h"

namespace socai {

struct MetricCandidate {
  std::uint32_t metric = 0;       // into Tables::metrics
  TokenRange phrase;              // empty: not from a phrase
  std::uint32_t same_as = kNone;  // the amount whose metric this one shares
  Features features;
  double score = 0;
};

class MetricRanker {
 public:
  explicit MetricRanker(const rules::Tables& tables);

  // The candidates for amounts[index]; `chosen` are the choices of the amounts before it.
  void candidates(const Context& context, std::size_t index, const std::vector<std::uint32_t>& chosen,
                  std::vector<MetricCandidate>* list) const;

  // Whether the amount is a difference ("tăng 2 tỷ đồng"), not a level.
  bool is_change(const Context& context, std::size_t index) const;

  const LinearModel& model() const { return model_; }

 private:
  LinearModel model_;
  std::uint32_t other_;
};

}  // namespace socai
