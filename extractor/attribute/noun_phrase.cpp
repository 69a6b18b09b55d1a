// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/noun_phrase.h"

#include <algorithm>

namespace socai {
namespace {

constexpr std::uint32_t kLongestPhrase = 10;

constexpr PhraseClass kStops[] = {PhraseClass::cue,         PhraseClass::period, PhraseClass::hedge_before,
                                  PhraseClass::hedge_after, PhraseClass::change, PhraseClass::level,
                                  PhraseClass::caveat,      PhraseClass::vague,  PhraseClass::metric};
constexpr std::uint64_t bits_of_stops() {
  std::uint64_t bits = 0;
  for (const auto phrase_class : kStops) bits |= std::uint64_t{1} << static_cast<unsigned>(phrase_class);
  return bits;
}
constexpr std::uint64_t kStopBits = bits_of_stops();

// Words that only hint at a metric ("thị trường") and those that block one ("nhà đầu tư") are nouns like any other.
bool is_part_of_phrase(const Context& c, const Match& match) {
  if (match.phrase_class != PhraseClass::metric) return false;
  const auto& phrase = c.tables.metric_phrases[match.index];
  return phrase.metric == rules::Tables::kNoMetric || phrase.strength == rules::Strength::weak;
}

// The end of the words that start here and take part in no noun phrase, or `at`.
std::uint32_t end_of_stop(const Context& c, std::uint32_t at) {
  std::uint32_t end = at;
  if (!c.marks.any_starting_at(kStopBits, at)) return end;
  for (const auto phrase_class : kStops) {
    const Match* match = c.marks.starting_at(phrase_class, at);
    if (match != nullptr && !is_part_of_phrase(c, *match)) end = std::max(end, match->tokens.end);
  }
  return end;
}

bool is_inside_word(const Context& c, std::uint32_t at) {
  const Token& token = c.doc.tokens[at];
  if (token.is_word()) return true;
  const bool touches = token.gap == Gap::none && at + 1 < c.doc.tokens.size() && c.doc.tokens[at + 1].gap == Gap::none;
  return token.kind == TokenKind::mark ? touches && c.words.joiner.has(token.word) : token.gap == Gap::none;
}

}  // namespace

void find_noun_phrases(const Context& c, TokenRange range, std::vector<TokenRange>* phrases) {
  const auto& edge = c.words.edge;
  const auto close = [&](std::uint32_t begin, std::uint32_t end) {
    if (begin < end && end - begin <= kLongestPhrase) phrases->push_back({begin, end});
  };
  std::uint32_t begin = range.begin;
  for (std::uint32_t at = range.begin; at < range.end;) {
    const bool capital = c.doc.tokens[at].is_word() && c.doc.tokens[at].is_capitalized() && at != range.begin;
    const std::uint32_t stop = capital ? at : end_of_stop(c, at);
    const bool breaks =
        stop > at || c.amount_at(at) || !is_inside_word(c, at) || (!capital && edge.has(c.doc.tokens[at].word));
    if (!breaks) {
      ++at;
      continue;
    }
    close(begin, at);
    at = std::max(stop, at + 1);
    begin = at;
  }
  close(begin, range.end);
}

}  // namespace socai
