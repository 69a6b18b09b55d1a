// SPDX-License-Identifier: Apache-2.0
// Who states an amount: the innermost source span around it, or the source that goes on speaking, or the narrator.
#pragma once

#include <string>
#include <vector>

#include "extractor/attribute/context.h"
#include "extractor/rank/linear.h"

namespace socai {

struct ClaimantChoice {
  std::uint32_t source = kNone;  // into Sources::sources; kNone: the narrator
  std::uint32_t span = kNone;    // into Sources::spans
  Attribution attribution = Attribution::narrator;
  bool continued = false;        // no cue in the sentence: an earlier source goes on
  std::vector<std::string> via;
  std::string why;
};

class ClaimantFinder {
 public:
  explicit ClaimantFinder(const rules::Tables& tables);

  ClaimantChoice find(const Context& context, std::size_t amount) const;

  // Whether the source of the last span before the amount may go on speaking, and the features for it.
  std::uint32_t last_span_before(const Context& context, std::uint32_t token) const;
  Features continuation_features(const Context& context, std::uint32_t token, std::uint32_t span) const;

  const LinearModel& model() const { return model_; }

 private:
  const rules::Tables& tables_;
  LinearModel model_;  // "continuation": above zero the source goes on
};

}  // namespace socai
