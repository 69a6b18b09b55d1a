// SPDX-License-Identifier: Apache-2.0
// The candidates for the subject of one amount, with their features.
#pragma once

#include <vector>

#include "extractor/attribute/subject.h"

namespace socai {

void find_subject_candidates(const Context& context, const SubjectQuestion& question,
                             const std::vector<SubjectCandidate>& chosen, std::vector<SubjectCandidate>* list);

}  // namespace socai
