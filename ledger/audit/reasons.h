// SPDX-License-Identifier: Apache-2.0
// The reasons that go with a verdict, as finding.h lists them.
#pragma once

#include <string>
#include <vector>

#include "ledger/audit/verdict.h"

namespace socai {

void append(std::vector<Reason> more, std::vector<Reason>* reasons);

// What differs or is unknown, key by key, the caveats of either side with it.
std::vector<Reason> key_reasons(const Pair& pair);
std::vector<Reason> metric_reasons(const Pair& pair, const AuditOptions& options);

Reason denied_reason(const Pair& pair);
Reason same_digits_reason(const Pair& pair);
Reason power_of_ten_reason(int exponent);
std::vector<Reason> revised_reasons(const Pair& pair, bool announced);
// Which articles tell both figures.
std::vector<Reason> told_reasons(const Pair& pair);
Reason strength_reason(const Pair& pair);
std::vector<Reason> same_document_reasons();
std::vector<Reason> counter_reasons(const Pair& pair, const AuditOptions& options);

void append_rounding(const Pair& pair, std::vector<Reason>* reasons);
void append_hedges(const Pair& pair, std::vector<Reason>* reasons);
void append_readings(const Pair& pair, std::vector<Reason>* reasons);

}  // namespace socai
