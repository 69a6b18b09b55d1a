// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/cast_later.h"

#include <algorithm>

namespace socai {

void note_officers(const rules::WordSet& apposition, const Document& doc, std::size_t first, Cast* cast) {
  auto& actors = cast->actors;
  for (std::size_t i = first; i + 1 < actors.size(); ++i) {
    Actor& actor = actors[i];
    const Actor& office = actors[i + 1];
    if (actor.kind != ActorKind::named || actor.type != EntityType::other || office.kind != ActorKind::role) continue;
    if (office.tokens.begin != actor.tokens.end + 1 || !apposition.has(doc.tokens[actor.tokens.end].word)) continue;
    const bool acronym = doc.tokens[actor.name.begin].letter_case == Case::all_capitals;
    const bool names_other = i + 2 < actors.size() && actors[i + 2].tokens.begin == office.tokens.end &&
                             actors[i + 2].type == EntityType::person;
    if (!names_other && !acronym && actor.name.end - actor.name.begin >= 2) actor.type = EntityType::person;
  }
}

void add_known_openers(const Document& doc, const std::vector<std::uint32_t>& openers, Cast* cast) {
  std::vector<std::uint32_t> last_words;
  for (const Actor& actor : cast->actors) {
    const bool person = actor.kind == ActorKind::named && actor.type == EntityType::person;
    if (person && actor.name.end - actor.name.begin > 1) last_words.push_back(doc.tokens[actor.name.end - 1].key);
  }
  if (last_words.empty()) return;
  std::sort(last_words.begin(), last_words.end());
  const std::size_t found = cast->actors.size();
  for (const std::uint32_t at : openers) {
    if (!std::binary_search(last_words.begin(), last_words.end(), doc.tokens[at].key)) continue;
    cast->actors.push_back(
        {{at, at + 1}, {at, at + 1}, ActorKind::named, EntityType::person, Gender::unknown, kNone, kNone});
  }
  std::inplace_merge(cast->actors.begin(), cast->actors.begin() + static_cast<std::ptrdiff_t>(found),
                     cast->actors.end(),
                     [](const Actor& a, const Actor& b) { return a.tokens.begin < b.tokens.begin; });
}

void index_actors(std::size_t tokens, Cast* cast) {
  cast->from_token.resize(tokens + 1);
  std::uint32_t token = 0;
  for (std::uint32_t i = 0; i < cast->actors.size(); ++i) {
    while (token <= cast->actors[i].tokens.begin) cast->from_token[token++] = i;
  }
  while (token <= tokens) cast->from_token[token++] = static_cast<std::uint32_t>(cast->actors.size());
}

}  // namespace socai
