// SPDX-License-Identifier: Apache-2.0
// What a claim calls its subject.
#pragma once

#include <string>

#include "extractor/attribute/context.h"
#include "extractor/attribute/subject.h"

namespace socai {

// The name of a candidate: of its entity, else its words.
std::string subject_name(const Context& context, const SubjectCandidate& candidate);

// The same, told to somebody who does not see the article: a pronoun that ends a noun phrase is replaced by the name
// that it stands for ("cổ phiếu công ty này": "cổ phiếu Vingroup"), and the owner that follows is added ("mức phí |
// của anh": "mức phí của Levin Oeztunali").
std::string spelled_out_name(const Context& context, const SubjectCandidate& candidate);

}  // namespace socai
