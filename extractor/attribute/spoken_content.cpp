// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/spoken_content.h"

namespace socai {
namespace {

constexpr std::uint32_t kShortQuote = 4;  // a quotation of no more words is a way of putting it

}  // namespace

bool is_speech(const Quotation* quotation) {
  return quotation != nullptr && quotation->tokens.end - quotation->tokens.begin > kShortQuote;
}

SpokenContent::SpokenContent(const rules::Tables& t, const Document& doc, const Marks& marks)
    : doc_(doc), marks_(marks), adjunct_(t.sets("adjunct")), colon_(t.sets("colon")), comma_(t.sets("list.comma")) {}

TokenRange SpokenContent::of(const Match& cue, std::uint32_t subject, TokenRange sentence) const {
  const TokenRange before{sentence.begin, subject};
  const TokenRange after{cue.tokens.end, sentence.end};
  const int words_after = doc_.words_between(after.begin, after.end);
  if (closes_quotation(subject, sentence)) {
    constexpr int kGoesOn = 8;  // more words than an adjunct has go on with what was said
    return words_after > kGoesOn && !is_adjunct(after) ? sentence : before;
  }
  const bool tail = words_after <= kCueTail || (is_adjunct(after) && !colon_within(after));
  const bool clause_before = before.end - before.begin > 4 && comma_.has(doc_.tokens[before.end - 1].word);
  return tail && clause_before ? before : after;
}

TokenRange SpokenContent::below(TokenRange cue, TokenRange sentence) const {
  const std::uint32_t last = sentence.end - 1;
  const std::uint32_t paragraph = doc_.sentences[doc_.sentence_of[last]].paragraph;
  const bool ends = colon_.has(doc_.tokens[last].word) && doc_.paragraphs[paragraph].tokens.end == sentence.end;
  if (!ends || paragraph + 1 >= doc_.paragraphs.size()) return {};
  return doc_.words_between(cue.end, last) <= kCueTail ? doc_.paragraphs[paragraph + 1].tokens : TokenRange{};
}

bool SpokenContent::is_adjunct(TokenRange words) const {
  return !words.empty() && adjunct_.has(doc_.tokens[words.begin].word);
}

bool SpokenContent::colon_within(TokenRange range) const {
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if (colon_.has(doc_.tokens[at].word)) return true;
  }
  return false;
}

// Whether speech in quotation marks ends right before the subject, but for marks and the subject's office ("CEO").
bool SpokenContent::closes_quotation(std::uint32_t subject, TokenRange sentence) const {
  constexpr std::uint32_t kOffice = 6;
  for (std::uint32_t at = subject; at > sentence.begin && subject - at <= kOffice; --at) {
    if (const Quotation* quotation = doc_.quotation_at(at - 1)) return is_speech(quotation);
    const Token& before = doc_.tokens[at - 1];
    if (before.is_word() && marks_.ending_at(PhraseClass::role, subject) == nullptr) return false;
  }
  return false;
}

}  // namespace socai
