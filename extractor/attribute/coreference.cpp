// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/coreference.h"

#include <algorithm>

namespace socai {
namespace {

bool is_organization(EntityType type) { return type == EntityType::organization || type == EntityType::medium; }

}  // namespace

void Coreference::advance(std::uint32_t token) {
  for (; next_actor_ < cast_.actors.size() && cast_.actors[next_actor_].tokens.begin < token; ++next_actor_) {
    const Actor& actor = cast_.actors[next_actor_];
    if (actor.kind == ActorKind::role) note_holder(next_actor_);
    if (actor.entity == kNone) continue;
    const CastEntity& entity = cast_.entities[actor.entity];
    if (actor.kind == ActorKind::document && is_organization(entity.type)) issuing_entity_ = actor.entity;
    if (actor.kind != ActorKind::named) continue;
    last_with_head_[doc_.tokens[actor.tokens.begin].key] = actor.entity;
    if (entity.type == EntityType::person) {
      last_person_ = actor.entity;
      if (entity.gender == Gender::female) last_female_ = actor.entity;
      if (entity.gender == Gender::male) last_male_ = actor.entity;
    }
    if (is_organization(entity.type)) last_organization_ = organization_here_ = actor.entity;
    if (entity.type == EntityType::other && last_organization_ == kNone) last_organization_ = actor.entity;
    if (entity.type == EntityType::product) last_product_ = actor.entity;
  }
}

// "Thứ trưởng Bộ Công Thương Đỗ Thắng Hải": the person at the end of what follows the office without a gap.
void Coreference::note_holder(std::size_t role) {
  for (std::size_t i = role + 1; i < cast_.actors.size(); ++i) {
    if (cast_.actors[i].tokens.begin != cast_.actors[i - 1].tokens.end) return;
    const std::uint32_t entity = cast_.actors[i].entity;
    if (cast_.actors[i].kind != ActorKind::named || entity == kNone) continue;
    if (cast_.entities[entity].type != EntityType::person) continue;
    holders_.push_back({cast_.actors[role].tokens, entity});
    return;
  }
}

// Of "Thứ trưởng khẳng định": who was named with that office last.
std::uint32_t Coreference::holder_of(const Actor& role) const {
  const auto same_word = [](const Token& a, const Token& b) { return a.key == b.key; };
  const auto first = doc_.tokens.begin();
  for (std::size_t i = holders_.size(); i-- > 0;) {
    const TokenRange known = holders_[i].role;
    if (std::equal(first + known.begin, first + known.end, first + role.tokens.begin, first + role.tokens.end,
                   same_word))
      return holders_[i].person;
  }
  return kNone;
}

void Coreference::end_sentence(TokenRange sentence) {
  advance(sentence.end);
  organization_here_ = kNone;
  spoke_before_ = spoke_here_;
  spoke_here_ = kNone;
  first_organization_ = kNone;
  for (std::size_t i = cast_.first_from(sentence.begin);
       i < cast_.actors.size() && cast_.actors[i].tokens.begin < sentence.end; ++i) {
    const std::uint32_t entity = cast_.actors[i].entity;
    if (entity == kNone || !is_organization(cast_.entities[entity].type)) continue;
    first_organization_ = entity;
    break;
  }
}

void Coreference::speaks(std::uint32_t source, const Source& resolved) {
  if (resolved.type == EntityType::person && resolved.entity != kNone) speaking_person_ = resolved.entity;
  const bool no_person = is_organization(resolved.type) || resolved.type == EntityType::other;
  if (no_person && resolved.entity != kNone) speaking_organization_ = spoke_here_ = resolved.entity;
  if (resolved.type == EntityType::document || is_organization(resolved.type)) last_issuer_ = source;
}

bool Coreference::fits(std::uint32_t entity, const Actor& pronoun) const {
  if (entity == kNone) return false;
  const Gender gender = cast_.entities[entity].gender;
  return gender == Gender::unknown || pronoun.gender == Gender::unknown || gender == pronoun.gender;
}

std::uint32_t Coreference::person_for(const Actor& pronoun, bool says_more) const {
  if (says_more && fits(speaking_person_, pronoun)) return speaking_person_;
  if (fits(last_person_, pronoun)) return last_person_;
  if (fits(speaking_person_, pronoun)) return speaking_person_;
  return pronoun.gender == Gender::female ? last_female_ : last_male_;
}

// A court, a ministry or a province is no firm: "bộ này", "tỉnh" stand for what was named with that word.
std::uint32_t Coreference::organization_for(const Actor& pronoun) const {
  const Token& head = doc_.tokens[pronoun.tokens.begin];
  if (!no_firm_.has(head.word)) return organization_for();
  const auto named = last_with_head_.find(head.key);
  return named == last_with_head_.end() ? kNone : named->second;
}

std::uint32_t Coreference::organization_for() const {
  if (organization_here_ != kNone) return organization_here_;
  if (spoke_before_ != kNone) return spoke_before_;
  if (first_organization_ != kNone) return first_organization_;
  return speaking_organization_ != kNone ? speaking_organization_ : last_organization_;
}

// "công ty Hàn Quốc": said of a firm that the reader knows, of whom the article is; "Itochu - | tập đoàn Nhật": or of
// the one beside it.
std::uint32_t Coreference::firm_of_country(const Actor& pronoun) const {
  const std::size_t here = cast_.first_from(pronoun.tokens.begin);
  if (here > 0) {
    const Actor& before = cast_.actors[here - 1];
    const bool beside = before.kind == ActorKind::named && before.tokens.end + 1 == pronoun.tokens.begin;
    if (beside && apposition_.has(doc_.tokens[before.tokens.end].word)) return before.entity;
  }
  if (cast_.topic == kNone || cast_.entities[cast_.topic].type == EntityType::person) return organization_for();
  return cast_.entities[cast_.topic].tokens.begin < pronoun.tokens.begin ? cast_.topic : organization_for();
}

std::uint32_t Coreference::entity_of(const Actor& actor, bool says_more) const {
  if (actor.kind != ActorKind::pronoun) return actor.entity;
  if (!actor.name.empty()) return firm_of_country(actor);
  switch (actor.type) {
    case EntityType::person: return person_for(actor, says_more);
    case EntityType::organization:
    case EntityType::medium: return organization_for(actor);
    case EntityType::product: return last_product_;
    default: return kNone;
  }
}

Source Coreference::resolve(const Actor& actor, const Sources& sources, bool says_more) const {
  Source source{std::string(doc_.words(actor.tokens)), std::string(doc_.words(actor.tokens)), actor.type, kNone};
  std::uint32_t entity = entity_of(actor, says_more);
  if (actor.kind == ActorKind::role && entity == kNone) entity = holder_of(actor);
  constexpr std::uint32_t kBareDocument = 3;  // "báo cáo này": with more words it is a document of its own
  const bool bare =
      actor.type == EntityType::document && entity == kNone && actor.tokens.end - actor.tokens.begin <= kBareDocument;
  if (bare && last_issuer_ == kNone) entity = issuing_entity_;
  if (bare && last_issuer_ != kNone) {
    Source same = sources.sources[last_issuer_];
    same.mention = source.mention;
    return same;
  }
  if (entity == kNone) return source;
  source.entity = entity;
  source.type = cast_.entities[entity].type;
  source.name = cast_.entities[entity].name;
  if (actor.kind == ActorKind::role && source.type != EntityType::person) {  // an office without its holder's name
    source.name = source.mention + " " + source.name;
    source.type = EntityType::person;
  }
  return source;
}

}  // namespace socai
