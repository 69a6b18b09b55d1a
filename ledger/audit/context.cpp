// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/context.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "extractor/claim/entity_id.h"

namespace socai {
namespace {

constexpr std::size_t kWordsBefore = 12;
constexpr std::size_t kWordsAfter = 6;
constexpr std::size_t kRun = 4;
constexpr std::size_t kTelling = 3;

std::vector<std::string_view> split(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t start = 0; start < folded.size();) {
    const auto end = std::min(folded.find('-', start), folded.size());
    words.push_back(folded.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

bool is_number(std::string_view word) { return word.find_first_not_of("0123456789") == std::string_view::npos; }

std::string joined(const std::vector<std::string_view>& words, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) {
    if (!text.empty()) text.push_back('-');
    text.append(words[i]);
  }
  return text;
}

// Where the claim's quote stands in its sentence.
std::size_t place_of(const RecordedClaim& row) {
  const auto& claim = row.claim;
  const auto expected = claim.start - std::min(claim.start, claim.sentence_start);
  if (row.sentence.compare(std::min(expected, row.sentence.size()), claim.quote.size(), claim.quote) == 0) {
    return expected;
  }
  return row.sentence.find(claim.quote);
}

// The values of a scope that the text states.
std::vector<int> values_in(std::string_view text, const AuditWords::Scope& scope) {
  std::vector<int> values;
  for (std::size_t value = 0; value < scope.values.size(); ++value) {
    if (holds_any(text, scope.values[value])) values.push_back(static_cast<int>(value));
  }
  return values;
}

// Where the last of the phrases begins in the folded text; nothing where none stands there.
std::optional<std::size_t> last_of(std::string_view text, const std::vector<std::string>& phrases) {
  const auto padded = "-" + std::string(text) + "-";
  std::optional<std::size_t> last;
  for (const auto& phrase : phrases) {
    const auto found = padded.rfind("-" + phrase + "-");
    if (found != std::string::npos && (!last || found > *last)) last = found;
  }
  return last;
}

// Of several values before the figure the one that stands nearest.
std::vector<int> nearest_in(std::string_view before, const AuditWords::Scope& scope) {
  std::vector<int> nearest;
  std::size_t place = 0;
  for (std::size_t value = 0; value < scope.values.size(); ++value) {
    const auto found = last_of(before, scope.values[value]);
    if (!found || (!nearest.empty() && *found < place)) continue;
    nearest = {static_cast<int>(value)};
    place = *found;
  }
  return nearest;
}

// What stands before the figure counts, then what stands behind it; else what the sentence says of it, if that is one
// thing.
void add_scopes(std::string_view near_before, std::string_view near_after, std::string_view sentence,
                const AuditWords& words, FigureContext* context) {
  for (std::size_t scope = 0; scope < words.scopes.size(); ++scope) {
    auto values = nearest_in(near_before, words.scopes[scope]);
    if (values.empty()) values = values_in(near_after, words.scopes[scope]);
    if (values.empty()) {
      values = values_in(sentence, words.scopes[scope]);
      if (values.size() > 1) values.clear();
    }
    for (const auto value : values) context->scopes.emplace_back(static_cast<int>(scope), value);
  }
}

}  // namespace

std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

FigureContext context_of(const RecordedClaim& row, const AuditWords& words) {
  FigureContext context;
  const auto place = place_of(row);
  if (place == std::string::npos || row.claim.quote.empty()) return context;
  const std::string_view sentence = row.sentence;
  const auto folded_before = entity_id(sentence.substr(0, place));
  const auto folded_after = entity_id(sentence.substr(place + row.claim.quote.size()));
  const auto before = split(folded_before);
  const auto after = split(folded_after);
  const auto first = before.size() - std::min(before.size(), kWordsBefore);
  const auto last = std::min(after.size(), kWordsAfter);
  const auto take = [&](std::string_view word) {
    if (!is_number(word) && !words.filler.contains(word)) context.words.push_back(hash_of(word));
  };
  for (std::size_t i = first; i < before.size(); ++i) take(before[i]);
  for (std::size_t i = 0; i < last; ++i) take(after[i]);
  std::sort(context.words.begin(), context.words.end());
  const auto near_before = joined(before, first, before.size());
  // A word that belongs to no phrase keeps the two sides of the figure apart.
  add_scopes(near_before, joined(after, 0, last), folded_before + "-0-" + folded_after, words, &context);
  context.is_part = holds_any(near_before, words.part);
  context.earlier = holds_any(folded_before, words.earlier);
  context.revises = holds_any(folded_before, words.revises) || holds_any(folded_after, words.revises);
  return context;
}

int likeness(const FigureContext& a, const FigureContext& b) {
  std::vector<std::uint32_t> shared;
  std::set_intersection(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(), std::back_inserter(shared));
  const auto least = std::max(std::min(a.words.size(), b.words.size()), kTelling);
  return static_cast<int>(shared.size() * 100 / least);
}

void add_runs(std::string_view sentence, std::vector<std::uint32_t>* runs) {
  const auto folded = entity_id(sentence);
  const auto words = split(folded);
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    const auto end = words[i + kRun - 1].data() + words[i + kRun - 1].size();
    runs->push_back(hash_of({words[i].data(), static_cast<std::size_t>(end - words[i].data())}));
  }
}

std::size_t shared_runs(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) ++count;
    const bool step_a = a[i] <= b[j];
    const bool step_b = b[j] <= a[i];
    i += step_a ? 1 : 0;
    j += step_b ? 1 : 0;
  }
  return count;
}

}  // namespace socai
