// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/claimant.h"

#include <algorithm>

#include "extractor/attribute/speaker.h"
#include "extractor/attribute/spoken_content.h"

namespace socai {
namespace {

constexpr double kNever = -1e6;  // a score below all others

// The smallest span whose content holds the amount; the later of equals.
std::uint32_t innermost_span(const Context& context, TokenRange amount) {
  const auto& spans = context.sources.spans;
  std::uint32_t best = kNone;
  for (const std::uint32_t i : context.spans_of.of(context.sentence_of(amount.begin))) {
    if (!spans[i].content.contains(amount)) continue;
    const auto size = [&](std::uint32_t span) { return spans[span].content.end - spans[span].content.begin; };
    if (best == kNone || size(i) <= size(best)) best = i;
  }
  return best;
}

std::vector<std::string> outer_sources(const Context& context, TokenRange amount, std::uint32_t source) {
  std::vector<std::string> via;
  for (const std::uint32_t i : context.spans_of.of(context.sentence_of(amount.begin))) {
    const SourceSpan& span = context.sources.spans[i];
    if (!span.content.contains(amount) || span.source == source) continue;
    const auto& name = context.sources.sources[span.source].name;
    if (std::find(via.begin(), via.end(), name) == via.end()) via.push_back(name);
  }
  return via;
}

}  // namespace

ClaimantFinder::ClaimantFinder(const rules::Tables& tables) : model_(tables, "continuation", speaker_feature_names()) {}

ClaimantChoice ClaimantFinder::find(const Context& context, std::size_t amount,
                                    const std::vector<std::uint32_t>& chosen) const {
  const TokenRange at = context.amounts[amount].tokens;
  ClaimantChoice choice;
  choice.span = innermost_span(context, at);
  if (choice.span != kNone) {
    choice.source = context.sources.spans[choice.span].source;
    choice.via = outer_sources(context, at, choice.source);
  } else {
    find_speakers(context, amount, chosen, &choice.candidates);
    // Speech in quotation marks is somebody's, not the article's.
    const bool speech = is_speech(context.doc.quotation_at(at.begin)) && choice.candidates.size() > 1;
    for (auto& candidate : choice.candidates) {
      candidate.score = speech && candidate.source == kNone ? kNever : model_.score(candidate.features);
    }
    const Best best = best_of(choice.candidates);
    choice.chosen = best.index;
    choice.margin = best.margin;
    const auto& speaker = choice.candidates[choice.chosen];
    choice.source = speaker.source;
    choice.span = speaker.span;
    choice.continued = speaker.source != kNone;
  }
  if (choice.source != kNone) {
    choice.attribution = context.doc.quotation_at(at.begin) != nullptr ? Attribution::direct : Attribution::indirect;
  }
  return choice;
}

}  // namespace socai
