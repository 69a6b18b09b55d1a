// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/unnamed_speaker.h"

namespace socai {

UnnamedSpeaker::UnnamedSpeaker(const rules::Tables& tables, const Document& doc, const Marks& marks)
    : tables_(tables), doc_(doc), marks_(marks), several_(tables.sets("several")), passive_(tables.sets("passive")) {}

TokenRange UnnamedSpeaker::before(const Match& cue, const VerbSubject& subjects, TokenRange sentence) const {
  constexpr std::uint32_t kMostWords = 7;
  std::uint32_t end = cue.tokens.begin;
  while (end > sentence.begin && subjects.is_adverb(end - 1)) --end;
  std::uint32_t begin = end;
  while (begin > sentence.begin && end - begin < kMostWords &&
         (doc_.tokens[begin - 1].is_word() || doc_.tokens[begin - 1].is_number())) {
    --begin;
    const bool several = several_.has(doc_.tokens[begin].word) && end - begin >= 2;
    const bool opens = subjects.starts_clause(begin, sentence) || passive_.has(doc_.tokens[begin - 1].word);
    if ((several || is_speaker(begin, sentence)) && opens) return {begin, end};
  }
  return {};
}

// Whether a noun for somebody who can speak begins at the token, behind a number: "2 đối tượng", "tỷ phú".
bool UnnamedSpeaker::is_speaker(std::uint32_t at, TokenRange sentence) const {
  if (doc_.tokens[at].is_number()) ++at;
  const auto noun = at < sentence.end ? marks_.at(PhraseClass::noun, at) : std::nullopt;
  return noun && tables_.noun_classes[noun->index].speaks;
}

}  // namespace socai
