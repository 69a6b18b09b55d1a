// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/noun_phrase.h"

#include <algorithm>

#include "extractor/structure/run_in.h"

namespace socai {
namespace {

constexpr std::uint32_t kLongestPhrase = 14;  // tokens; of a longer one the first
constexpr std::uint32_t kSyllablesBack = 2;   // between the first syllable of a word and one that looks like a break

constexpr std::uint64_t kStopBits =
    class_bits({PhraseClass::cue, PhraseClass::period, PhraseClass::hedge_before, PhraseClass::hedge_after,
                PhraseClass::change, PhraseClass::level, PhraseClass::caveat, PhraseClass::vague, PhraseClass::metric});

// Words that only hint at a metric ("thị trường") and those that block one ("nhà đầu tư") are nouns like any other.
bool is_part_of_phrase(const Context& c, const Match& match) {
  if (match.phrase_class != PhraseClass::metric) return false;
  const auto& phrase = c.tables.metric_phrases[match.index];
  return phrase.metric == rules::Tables::kNoMetric || phrase.strength == rules::Strength::weak;
}

// "giá vàng | giao ngay": the noun behind the head of a metric is what the metric is of.
std::uint32_t end_of_metric_head(const Context& c, const Match& metric) {
  const std::uint32_t second = metric.tokens.begin + 1;
  if (metric.phrase_class != PhraseClass::metric || second == metric.tokens.end) return metric.tokens.end;
  const auto noun = c.marks.at(PhraseClass::noun, second);
  const bool thing = noun && noun->tokens.end >= metric.tokens.end && c.tables.noun_classes[noun->index].is_thing;
  return thing ? second : metric.tokens.end;
}

// The end of the words that start here and take part in no noun phrase, or `at`.
std::uint32_t end_of_stop(const Context& c, std::uint32_t at) {
  std::uint32_t end = at;
  c.marks.for_each_starting_at(kStopBits, at, [&](const Match& match) {
    if (!is_part_of_phrase(c, match)) end = std::max(end, end_of_metric_head(c, match));
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

class PhraseFinder {
 public:
  PhraseFinder(const Context& context, TokenRange range, std::vector<TokenRange>* phrases)
      : c_(context), range_(range), phrases_(*phrases) {}

  void run() {
    begin_ = range_.begin;
    for (std::uint32_t at = range_.begin; at < range_.end;) {
      if (const std::uint32_t name = end_of_name(c_, at); name > at) {
        at = std::min(name, range_.end);
        continue;
      }
      const std::uint32_t stop = end_of_break(at);
      if (stop == at) {
        ++at;
        continue;
      }
      if (const std::uint32_t word = end_of_word_around(at, stop); word > at) {
        at = std::min(word, range_.end);
        continue;
      }
      close(at);
      at = begin_ = stop;
    }
    close(range_.end);
  }

 private:
  // The end of what stands at the token and in no noun phrase, or the token.
  std::uint32_t end_of_break(std::uint32_t at) const {
    const bool runs_in = opens_run_in(c_.doc.tokens, c_.words.run_in, at, range_.end);
    if (is_capital(c_, at) && at != range_.begin && !runs_in) return c_.amount_at(at) ? at + 1 : at;
    const std::uint32_t stop = end_of_stop(c_, at);
    if (stop > at) return stop;
    const bool edge = c_.words.edge.has(c_.doc.tokens[at].word);
    return edge || c_.amount_at(at) || !is_inside_word(c_, at) ? at + 1 : at;
  }

  // The end of the word of several syllables, or of the name, that the break only looks like one of; else the token.
  std::uint32_t end_of_word_around(std::uint32_t at, std::uint32_t stop) const {
    if (c_.amount_at(at)) return at;
    if (const auto word = c_.marks.at(PhraseClass::word, at)) return word->tokens.end;
    const std::uint32_t furthest = c_.tables.noun_tails.has(c_.doc.tokens[at].word) ? kSyllablesBack : 0;
    for (std::uint32_t back = 0; back <= furthest && begin_ + back <= at; ++back) {
      const auto noun = c_.marks.at(PhraseClass::noun, at - back);
      const bool around = noun && noun->tokens.end >= stop + (back == 0 ? 1 : 0);
      if (around && !c_.tables.noun_classes[noun->index].is_verb) return noun->tokens.end;
    }
    return is_number_of_name(at) ? at + 1 : at;
  }

  // "iPhone | 8"
  bool is_number_of_name(std::uint32_t at) const {
    const Token& token = c_.doc.tokens[at];
    return at > begin_ && token.is_number() && token.gap != Gap::line && is_capital(c_, at - 1);
  }

  void close(std::uint32_t end) {
    TokenRange phrase{begin_, end};
    while (!phrase.empty() && !c_.doc.tokens[phrase.begin].is_word()) ++phrase.begin;
    while (!phrase.empty() && c_.doc.tokens[phrase.end - 1].kind == TokenKind::mark) --phrase.end;
    phrase.end = std::min(phrase.end, phrase.begin + kLongestPhrase);
    if (!phrase.empty()) phrases_.push_back(phrase);
  }

  const Context& c_;
  const TokenRange range_;
  std::vector<TokenRange>& phrases_;
  std::uint32_t begin_ = 0;  // of the phrase that is open
};

}  // namespace

void find_noun_phrases(const Context& context, TokenRange range, std::vector<TokenRange>* phrases) {
  PhraseFinder(context, range, phrases).run();
}

}  // namespace socai
