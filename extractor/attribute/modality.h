// SPDX-License-Identifier: Apache-2.0
// How surely, and whether at all: modality, polarity and the caveats that narrow an amount.
#pragma once

#include <string>
#include <vector>

#include "extractor/attribute/context.h"

namespace socai {

struct Judged {
  Modality modality = Modality::stated;
  Fired modality_by;
  Polarity polarity = Polarity::affirmed;
  Fired polarity_by;
};

// `cue_rule` is the cue of the claimant's span (kNone: narrator or colon), whose own modality is the weakest evidence;
// `before` is the judgement of the amount before, for lists ("phấn đấu đạt 5 tỷ đồng; nộp ngân sách | 2 tỷ đồng").
Judged judge(const Context& context, std::size_t amount, std::uint32_t cue_rule, const Judged& before);

// Passages that narrow the amount: from the cue to the end of its clause, in the amount's sentence or the next.
std::vector<Fired> find_caveats(const Context& context, std::size_t amount);

}  // namespace socai
