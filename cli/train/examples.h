// SPDX-License-Identifier: Apache-2.0
// Gold claims -> examples for the learner: the extractor's decisions, each candidate marked right or wrong.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/score/gold.h"
#include "cli/train/learner.h"
#include "extractor/extractor.h"

namespace socai::cli {

// By model. A decision counts where a gold claim overlaps its amount.
std::map<std::string, std::vector<Example>> make_examples(const std::vector<GoldArticle>& articles,
                                                          Extractor* extractor);

// rules/weights.toml: one table a model, its features by name, three decimals.
std::string weights_file(const std::map<std::string, LearnedWeights>& models);

}  // namespace socai::cli
