// SPDX-License-Identifier: Apache-2.0
// The candidates for who goes on speaking, with the features of the model "continuation".
#pragma once

#include <string>
#include <vector>

#include "extractor/attribute/claimant.h"

namespace socai {

std::vector<std::string> speaker_feature_names();

// The narrator first, then the sources heard before the amount, the last one first.
void find_speakers(const Context& context, std::size_t amount, const std::vector<std::uint32_t>& chosen,
                   std::vector<SpeakerCandidate>* list);

}  // namespace socai
