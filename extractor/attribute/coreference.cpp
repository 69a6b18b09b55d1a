// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/coreference.h"

namespace socai {

void Coreference::advance(std::uint32_t token) {
  for (; next_actor_ < cast_.actors.size() && cast_.actors[next_actor_].tokens.begin < token; ++next_actor_) {
    const Actor& actor = cast_.actors[next_actor_];
    if (actor.entity == kNone || actor.kind != ActorKind::named) continue;
    const CastEntity& entity = cast_.entities[actor.entity];
    switch (entity.type) {
      case EntityType::person:
        last_person_ = actor.entity;
        if (entity.gender == Gender::female) last_female_ = actor.entity;
        if (entity.gender == Gender::male) last_male_ = actor.entity;
        break;
      case EntityType::organization: last_organization_ = actor.entity; break;
      case EntityType::product: last_product_ = actor.entity; break;
      case EntityType::other:
        if (last_organization_ == kNone) last_organization_ = actor.entity;
        break;
      default: break;
    }
  }
}

void Coreference::speaks(std::uint32_t source, const Source& resolved) {
  if (resolved.type == EntityType::person && resolved.entity != kNone) speaking_person_ = resolved.entity;
  if (resolved.type == EntityType::organization && resolved.entity != kNone) speaking_organization_ = resolved.entity;
  if (resolved.type == EntityType::document || resolved.type == EntityType::organization) last_document_source_ = source;
}

std::uint32_t Coreference::antecedent(const Actor& pronoun) const {
  switch (pronoun.type) {
    case EntityType::person: {
      const auto fits = [&](std::uint32_t entity) {
        if (entity == kNone) return false;
        const Gender gender = cast_.entities[entity].gender;
        return gender == Gender::unknown || pronoun.gender == Gender::unknown || gender == pronoun.gender;
      };
      if (fits(last_person_)) return last_person_;
      if (fits(speaking_person_)) return speaking_person_;
      return pronoun.gender == Gender::female ? last_female_ : last_male_;
    }
    case EntityType::organization:
      return speaking_organization_ != kNone ? speaking_organization_ : last_organization_;
    case EntityType::product: return last_product_;
    default: return kNone;
  }
}

std::uint32_t Coreference::entity_of(const Actor& actor) const {
  return actor.kind == ActorKind::pronoun ? antecedent(actor) : actor.entity;
}

Source Coreference::resolve(const Actor& actor, const Sources& sources) const {
  Source source;
  source.mention = doc_.words(actor.tokens);
  source.name = source.mention;
  source.type = actor.type;
  const std::uint32_t entity = entity_of(actor);
  if (actor.kind == ActorKind::pronoun && actor.type == EntityType::document && last_document_source_ != kNone) {
    Source same = sources.sources[last_document_source_];
    same.mention = source.mention;
    return same;
  }
  if (entity == kNone) return source;
  source.entity = entity;
  source.type = cast_.entities[entity].type;
  source.name = cast_.entities[entity].name;
  if (actor.kind == ActorKind::role) {  // an office without its holder's name: "Bộ trưởng Bộ Tài chính"
    source.name = std::string(doc_.words(actor.tokens)) + " " + cast_.entities[entity].name;
    source.type = EntityType::person;
  }
  return source;
}

}  // namespace socai
