// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/according.h"

#include <algorithm>

namespace socai {
namespace {

constexpr std::uint32_t kReach = 7;  // words between "theo" and its source: "theo số liệu mới nhất của …"
constexpr std::uint32_t kLongestSource = 24;  // tokens from a source to the comma that ends its apposition

}  // namespace

According::According(const rules::Tables& t, const Document& doc, const Cast& cast)
    : doc_(doc), cast_(cast), genitive_(t.sets("genitive")), colon_(t.sets("colon")), comma_(t.sets("list.comma")) {}

TokenRange According::issuer_of(TokenRange words) const {
  while (!words.empty() && !genitive_.has(doc_.tokens[words.begin].word)) ++words.begin;
  if (!words.empty()) ++words.begin;
  return words;
}

TokenRange According::unnamed_issuer(std::size_t actor, TokenRange sentence) const {
  constexpr std::uint32_t kMostWords = 8;
  const Actor& document = cast_.actors[actor];
  const std::uint32_t of = document.tokens.end;
  if (document.kind != ActorKind::document || document.entity != kNone || of + 2 >= sentence.end) return {};
  if (!genitive_.has(doc_.tokens[of].word)) return {};
  TokenRange words{of + 1, of + 1};
  while (words.end < sentence.end && doc_.tokens[words.end].kind != TokenKind::mark) ++words.end;
  const bool fits = words.end - words.begin >= 2 && words.end - words.begin <= kMostWords;
  return fits && words.end < sentence.end ? words : TokenRange{};
}

std::optional<std::size_t> According::source_behind(const Match& cue, TokenRange sentence) const {
  std::optional<std::size_t> found;
  for (std::size_t i = cast_.first_from(cue.tokens.begin + 1); i < cast_.actors.size(); ++i) {
    const Actor& actor = cast_.actors[i];
    const std::uint32_t from = found ? cast_.actors[*found].tokens.end : cue.tokens.end;
    const std::uint32_t gap = actor.tokens.begin > from ? actor.tokens.begin - from : 0;  // "theo | luật sư | A"
    if (actor.tokens.begin >= sentence.end || gap > kReach) break;
    if (mark_between(from, actor.tokens.begin)) break;
    const bool of = gap > 0 && genitive_.has(doc_.tokens[actor.tokens.begin - 1].word);
    // "khảo sát với 21 công ty môi giới của | FnGuide"
    const bool document = found && cast_.actors[*found].kind == ActorKind::document;
    if (document && gap > 1 && !of && actor.kind != ActorKind::named) continue;
    if (found && !(document && of) && (gap > 1 || (gap == 1 && !of))) break;
    found = i;
    if (actor.kind == ActorKind::named || actor.kind == ActorKind::pronoun) {
      const bool next_person = i + 1 < cast_.actors.size() && cast_.actors[i + 1].tokens.begin == actor.tokens.end &&
                               cast_.actors[i + 1].type == EntityType::person;
      if (!next_person) break;
    }
  }
  return found;
}

bool According::is_mark(std::uint32_t at) const {
  return comma_.has(doc_.tokens[at].word) || colon_.has(doc_.tokens[at].word);
}

bool According::mark_between(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t at = from; at < to; ++at) {
    if (is_mark(at)) return true;
  }
  return false;
}

std::uint32_t According::end_of_source(std::size_t actor, TokenRange sentence) const {
  const std::uint32_t from = cast_.actors[actor].tokens.end;
  const std::uint32_t limit = std::min(from + kLongestSource, sentence.end);
  for (std::uint32_t at = from; at < limit; ++at) {
    if (is_mark(at)) return at;
  }
  return from;
}

}  // namespace socai
