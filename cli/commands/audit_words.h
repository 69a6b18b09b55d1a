// SPDX-License-Identifier: Apache-2.0
// Verdicts, keys and reasons of the audit in words.
#pragma once

#include <string>
#include <string_view>

#include "cli/people/claim_text.h"
#include "ledger/audit/finding.h"

namespace socai::cli {

Text word_of(Verdict verdict);
Text word_of(Severity severity);
Text word_of(KeyState state);

// What a rule says, as one sentence; empty for one that is not known.
Text word_of_rule(std::string_view rule);

// "metric ≠ · period ? · scope –": the keys that are not equal; "all keys equal" if there is none.
std::string keys_line(const Keys& keys, const ClaimText& text);

// A reason as a sentence; one whose code is not known as its code and values.
std::string reason_line(const Reason& reason, const ClaimText& text);

}  // namespace socai::cli
