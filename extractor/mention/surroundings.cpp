// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/surroundings.h"

namespace socai {

Surroundings::Surroundings(const rules::Tables& tables, const Document& doc, const Marks& marks)
    : tables_(tables), doc_(doc), marks_(marks), quantifier_(tables.sets("quantifier")) {}

bool Surroundings::ends_verb(std::uint32_t at) const {
  const Match* verb = marks_.ending_at(PhraseClass::cue, at + 1);
  return verb != nullptr && verb->tokens.begin < at;
}

bool Surroundings::ends_noun(TokenRange head, std::uint32_t sentence) const {
  if (head.end - head.begin > 1 || head.begin == sentence || doc_.tokens[head.begin].is_capitalized()) return false;
  const auto noun = marks_.at(PhraseClass::noun, head.begin - 1);
  return noun && noun->tokens.end == head.end;
}

bool Surroundings::is_counted(std::uint32_t at, std::uint32_t sentence) const {
  if (at == sentence) return false;
  const Token& before = doc_.tokens[at - 1];
  return before.is_number() || quantifier_.has(before.word) ||
         tables_.number(before.word).role == rules::NumberRole::digit;
}

bool Surroundings::is_place(TokenRange name) const {
  const Match* known = marks_.starting_at(PhraseClass::known_entity, name.begin);
  return known != nullptr && known->tokens == name && tables_.known_entities[known->index].type == EntityType::place;
}

bool Surroundings::is_behind_number(std::uint32_t at, std::uint32_t sentence) const {
  return at > sentence && doc_.tokens[at - 1].is_number() && doc_.tokens[at].gap == Gap::none &&
         (at - 1 == sentence || doc_.tokens[at - 1].gap != Gap::none);
}

}  // namespace socai
