// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/noun_phrase.h"

#include <algorithm>

namespace socai {
namespace {

constexpr std::uint32_t kLongestPhrase = 10;

constexpr std::uint64_t kStopBits =
    class_bits({PhraseClass::cue, PhraseClass::period, PhraseClass::hedge_before, PhraseClass::hedge_after,
                PhraseClass::change, PhraseClass::level, PhraseClass::caveat, PhraseClass::vague, PhraseClass::metric});

// Words that only hint at a metric ("thị trường") and those that block one ("nhà đầu tư") are nouns like any other.
bool is_part_of_phrase(const Context& c, const Match& match) {
  if (match.phrase_class != PhraseClass::metric) return false;
  const auto& phrase = c.tables.metric_phrases[match.index];
  return phrase.metric == rules::Tables::kNoMetric || phrase.strength == rules::Strength::weak;
}

// The end of the words that start here and take part in no noun phrase, or `at`.
std::uint32_t end_of_stop(const Context& c, std::uint32_t at) {
  std::uint32_t end = at;
  c.marks.for_each_starting_at(kStopBits, at, [&](const Match& match) {
    if (!is_part_of_phrase(c, match)) end = std::max(end, match.tokens.end);
  });
  return end;
}

// The end of the name that begins at the token, or the token.
std::uint32_t end_of_name(const Context& c, std::uint32_t at) {
  const std::size_t first = c.cast.first_from(at);
  if (first == c.cast.actors.size() || c.cast.actors[first].kind != ActorKind::named) return at;
  const TokenRange name = c.cast.actors[first].tokens;
  return name.begin == at && c.between.amounts(name.begin, name.end) == 0 && !c.amount_at(at) ? name.end : at;
}

bool is_capital(const Context& c, std::uint32_t at) {
  return c.doc.tokens[at].is_word() && c.doc.tokens[at].is_capitalized();
}

// "cao tốc Cầu Giẽ - Ninh Bình"
bool joins_names(const Context& c, std::uint32_t at) {
  return at > 0 && at + 1 < c.doc.tokens.size() && c.words.joiner.has(c.doc.tokens[at].word) && is_capital(c, at - 1) &&
         is_capital(c, at + 1) && c.doc.tokens[at + 1].gap != Gap::line;
}

bool is_inside_word(const Context& c, std::uint32_t at) {
  const Token& token = c.doc.tokens[at];
  if (token.is_word() || joins_names(c, at)) return true;
  const bool touches = token.gap == Gap::none && at + 1 < c.doc.tokens.size() && c.doc.tokens[at + 1].gap == Gap::none;
  return token.kind == TokenKind::mark ? touches && c.words.joiner.has(token.word) : token.gap == Gap::none;
}

}  // namespace

void find_noun_phrases(const Context& c, TokenRange range, std::vector<TokenRange>* phrases) {
  const auto& edge = c.words.edge;
  const auto close = [&](std::uint32_t begin, std::uint32_t end) {
    while (begin < end && c.doc.tokens[begin].kind == TokenKind::mark) ++begin;
    while (begin < end && c.doc.tokens[end - 1].kind == TokenKind::mark) --end;
    if (begin < end && end - begin <= kLongestPhrase) phrases->push_back({begin, end});
  };
  std::uint32_t begin = range.begin;
  for (std::uint32_t at = range.begin; at < range.end;) {
    if (const std::uint32_t name = end_of_name(c, at); name > at) {
      at = std::min(name, range.end);
      continue;
    }
    if (const auto word = c.marks.at(PhraseClass::word, at); word && !c.amount_at(at)) {
      at = std::min(word->tokens.end, range.end);
      continue;
    }
    const bool capital = is_capital(c, at) && at != range.begin;
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
