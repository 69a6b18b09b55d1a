// SPDX-License-Identifier: Apache-2.0
// Who states an amount: the innermost source span around it; where there is none, the sources heard so far and the
// narrator compete, ranked by the model "continuation".
#pragma once

#include <string>
#include <vector>

#include "extractor/attribute/context.h"
#include "extractor/rank/linear.h"

namespace socai {

// Who may be speaking where no cue says so.
struct SpeakerCandidate {
  std::uint32_t source = kNone;  // into Sources::sources; kNone: the narrator
  std::uint32_t span = kNone;    // the last span of that source before the amount
  Features features;
  double score = 0;
};

struct ClaimantChoice {
  std::uint32_t source = kNone;  // kNone: the narrator
  std::uint32_t span = kNone;    // into Sources::spans
  Attribution attribution = Attribution::narrator;
  bool continued = false;  // no cue in the sentence: an earlier source goes on
  std::vector<std::string> via;
  std::vector<SpeakerCandidate> candidates;  // empty where a span decided
  std::size_t chosen = 0;                    // of the candidates
  double margin = 9;                         // between the best and the second
};

class ClaimantFinder {
 public:
  explicit ClaimantFinder(const rules::Tables& tables);

  // `chosen` are the sources of the amounts before it.
  ClaimantChoice find(const Context& context, std::size_t amount, const std::vector<std::uint32_t>& chosen) const;

  const LinearModel& model() const { return model_; }

 private:
  LinearModel model_;
};

}  // namespace socai
