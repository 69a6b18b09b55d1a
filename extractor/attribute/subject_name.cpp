// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/subject_name.h"

namespace socai {
namespace {

// The entity that the actor names or stands for, or kNone.
std::uint32_t entity_of(const Context& c, std::size_t actor) {
  return c.cast.actors[actor].kind == ActorKind::pronoun ? c.antecedents[actor] : c.cast.actors[actor].entity;
}

// "ông", "công ty này", but not "công ty", which may be any: of a person, or with a word that points.
bool points_back(const Context& c, std::size_t actor) {
  const Actor& a = c.cast.actors[actor];
  if (a.kind != ActorKind::pronoun || entity_of(c, actor) == kNone) return false;
  return a.gender != Gender::unknown || c.words.demonstrative.has(c.doc.tokens[a.tokens.end - 1].word);
}

std::string words_without_pronoun(const Context& c, TokenRange phrase) {
  const bool several = c.words.quantifier.has(c.doc.tokens[phrase.begin].word);
  for (std::size_t i = c.cast.first_from(phrase.begin); i < c.cast.actors.size() && !several; ++i) {
    const TokenRange actor = c.cast.actors[i].tokens;
    if (actor.begin >= phrase.end) break;
    if (actor.begin == phrase.begin || actor.end < phrase.end || !points_back(c, i)) continue;
    return std::string(c.doc.words({phrase.begin, actor.begin})) + " " + c.cast.entities[entity_of(c, i)].name;
  }
  return std::string(c.doc.words(phrase));
}

// " của Adele", where it follows the token; else nothing.
std::string owner_behind(const Context& c, std::uint32_t token) {
  const std::uint32_t limit = c.sentence_at(token - 1).tokens.end;
  if (token + 1 >= limit || !c.words.owner.has(c.doc.tokens[token].word)) return {};
  const std::size_t i = c.cast.first_from(token + 1);
  if (i == c.cast.actors.size() || c.cast.actors[i].tokens.begin != token + 1) return {};
  const bool named = c.cast.actors[i].kind == ActorKind::named && c.cast.actors[i].entity != kNone;
  if (!named && !points_back(c, i)) return {};
  return " " + std::string(c.doc.words({token, token + 1})) + " " + c.cast.entities[entity_of(c, i)].name;
}

}  // namespace

std::string subject_name(const Context& context, const SubjectCandidate& candidate) {
  if (candidate.entity != kNone) return context.cast.entities[candidate.entity].name;
  return std::string(context.doc.words(candidate.name.empty() ? candidate.tokens : candidate.name));
}

std::string spelled_out_name(const Context& context, const SubjectCandidate& candidate) {
  if (candidate.entity != kNone || !candidate.name.empty()) return subject_name(context, candidate);
  return words_without_pronoun(context, candidate.tokens) + owner_behind(context, candidate.tokens.end);
}

}  // namespace socai
