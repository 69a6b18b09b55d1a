// SPDX-License-Identifier: Apache-2.0
// The claim's enumerations in words, for text that people read. JSON and CSV keep the codes of names.h.
#pragma once

#include "cli/people/text.h"
#include "extractor/claim/claim.h"

namespace socai::cli {

Text word_of(Attribution value);
Text word_of(Modality value);
Text word_of(Zone value);
Text word_of(Relation value);

}  // namespace socai::cli
