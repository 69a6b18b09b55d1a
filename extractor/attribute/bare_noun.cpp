// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/bare_noun.h"

#include <algorithm>

#include "extractor/attribute/noun_phrase.h"

namespace socai {
namespace {

constexpr int kPlaces = 40;  // of the noun that are looked at, from the last
constexpr std::uint32_t kLongestName = 14;
constexpr std::uint32_t kModifiers = 6;  // tokens between the noun and the first capital of its name

bool is_thing(const Context& c, TokenRange phrase) {
  const auto noun = c.marks.at(PhraseClass::noun, phrase.begin);
  return noun && noun->tokens.end >= phrase.end && c.tables.noun_classes[noun->index].is_thing;
}

bool same_words(const Context& c, TokenRange a, std::uint32_t at) {
  for (std::uint32_t i = 0; i < a.end - a.begin; ++i) {
    if (c.doc.tokens[a.begin + i].key != c.doc.tokens[at + i].key) return false;
  }
  return true;
}

// Whether a name follows: "dự án | Long Thành", "dự án | sân bay Long Thành".
bool goes_on_with_name(const Context& c, std::uint32_t at, std::uint32_t limit) {
  for (const std::uint32_t end = std::min(at + kModifiers, limit); at < end; ++at) {
    const Token& token = c.doc.tokens[at];
    if (!token.is_word() || token.gap == Gap::line) return false;
    if (token.is_capitalized()) return true;
    if (c.words.edge.has(token.word)) return false;
  }
  return false;
}

}  // namespace

TokenRange name_of_bare_noun(const Context& c, TokenRange phrase) {
  if (c.counts.place_before(phrase.begin) == WordCounts::kNowhere || !is_thing(c, phrase)) return {};
  const std::uint32_t length = phrase.end - phrase.begin;
  std::uint32_t at = phrase.begin;
  for (int places = 0; places < kPlaces; ++places) {
    at = c.counts.place_before(at);
    if (at == WordCounts::kNowhere) return {};
    if (at + length >= phrase.begin || !same_words(c, phrase, at)) continue;
    if (!goes_on_with_name(c, at + length, phrase.begin)) continue;
    std::vector<TokenRange> phrases;
    find_noun_phrases(c, {at, std::min(at + kLongestName, c.sentence_at(at).tokens.end)}, &phrases);
    return !phrases.empty() && phrases.front().begin == at ? phrases.front() : TokenRange{};
  }
  return {};
}

}  // namespace socai
