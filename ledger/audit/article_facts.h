// SPDX-License-Identifier: Apache-2.0
// What an article tells that another one of the same event would tell too, as hashes: figures (the more digits, the
// more they weigh), names, and runs of words. links.h says what is made of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/audit/audit.h"

namespace socai {

struct WeightedHash {
  std::uint32_t hash = 0;
  std::uint32_t points = 0;

  auto operator<=>(const WeightedHash&) const = default;  // NOLINT(modernize-use-nullptr): there is no pointer in it
};
using Hashes = std::vector<std::uint32_t>;

// What an article tells, as hashes; sorted, each once.
struct ArticleFacts {
  std::string article;
  std::optional<std::int64_t> day;
  Hashes single_figures;             // currency and number, of numbers of one digit
  std::vector<WeightedHash> digits;  // of the numbers of two digits or more, whatever their scale and currency
  std::vector<WeightedHash> names;
  Hashes openers;  // single words with a capital that opened a sentence, perhaps no names
  Hashes runs;
  Hashes small;  // words that stand without a capital
};

// Of each article that tells anything, in the order of before_in_time().
std::vector<ArticleFacts> facts_of(const std::vector<const RecordedClaim*>& claims, const AuditOptions& options);

// By day, those without one first; then by id. So what is within reach of each other stands next to each other.
bool before_in_time(const ArticleFacts& a, const ArticleFacts& b);

// Whether they are near enough in time to be of one event; whether they share enough to be of it.
bool may_be_one_event(const ArticleFacts& a, const ArticleFacts& b, int days);
bool are_one_event(const ArticleFacts& a, const ArticleFacts& b);

// What two articles must share before they are looked at: a figure of two digits or more, a name, or a run of words.
// Sorted, each once.
std::vector<std::uint64_t> lookup_keys(const ArticleFacts& facts);

// What more articles than this share within reach of each other is no sign of one event.
inline constexpr std::size_t kMostSharers = 40;

}  // namespace socai
