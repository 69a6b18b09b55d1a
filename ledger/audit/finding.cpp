// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/finding.h"

#include <array>

namespace socai {
namespace {

constexpr auto kVerdicts =
    std::to_array<const char*>({"refuted", "contradicts", "part exceeds whole", "unit slip", "revised", "strained",
                                "apparent", "superseded", "refines", "compatible", "same", "not comparable"});
constexpr auto kKeyStates = std::to_array<const char*>({"equal", "different", "unknown", "unstated"});
constexpr auto kSeverities = std::to_array<const char*>({"high", "medium", "low", "none"});

}  // namespace

std::string_view to_string(Verdict value) { return kVerdicts.at(static_cast<std::size_t>(value)); }

std::string_view to_string(KeyState value) { return kKeyStates.at(static_cast<std::size_t>(value)); }

std::string_view to_string(Severity value) { return kSeverities.at(static_cast<std::size_t>(value)); }

std::optional<Verdict> parse_verdict(std::string_view name) {
  std::string spaced(name);
  for (char& c : spaced) c = c == '_' || c == '-' ? ' ' : c;
  for (std::size_t i = 0; i < kVerdicts.size(); ++i) {
    if (spaced == kVerdicts[i]) return static_cast<Verdict>(i);
  }
  return std::nullopt;
}

bool calls_for_a_look(Verdict verdict) { return verdict < Verdict::refines; }

bool is_conflict(Verdict verdict) { return verdict <= Verdict::unit_slip; }

}  // namespace socai
