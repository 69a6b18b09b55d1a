// SPDX-License-Identifier: Apache-2.0
// How a claim came about, for `extract --explain`: the rules that fired, on which words.
#pragma once

#include <string>
#include <vector>

#include "cli/people/text.h"
#include "cli/terminal/terminal.h"
#include "extractor/extractor.h"

namespace socai::cli {

// One line a step, as a tree below its claim.
std::string steps_as_tree(const std::vector<Step>& steps, const Terminal& screen);

// {"claim":{…},"steps":[{"part":…,"rule":…,"words":…,"note":…}]}
std::string explained_to_json(const ExplainedClaim& explained);

}  // namespace socai::cli
