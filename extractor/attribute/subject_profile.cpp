// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/subject_profile.h"

#include <algorithm>

#include "extractor/attribute/bare_noun.h"
#include "extractor/attribute/context.h"
#include "extractor/attribute/lexicon.h"
#include "extractor/attribute/noun_phrase.h"
#include "extractor/rank/linear.h"

namespace socai {

using namespace subject;

namespace {

constexpr std::uint32_t kMentions[] = {1, 3};
constexpr std::uint32_t kWords[] = {1, 2, 3};

// The round brackets of a sentence, without the closing ones. Brackets within brackets are seldom written: an opening
// one closes at the next closing one.
void find_brackets(const Context& c, TokenRange sentence, std::vector<TokenRange>* brackets) {
  std::uint32_t open = kNone;
  for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
    if (c.doc.tokens[at].kind != TokenKind::mark) continue;
    if (c.words.round_open.has(c.doc.tokens[at].word)) open = at;
    if (!c.words.round_close.has(c.doc.tokens[at].word) || open == kNone) continue;
    brackets->push_back({open, at});
    open = kNone;
  }
}

class Profiler {
 public:
  Profiler(const Context& context, TokenRange sentence, const std::vector<TokenRange>& brackets)
      : c_(context), words_(context.words), sentence_(sentence), brackets_(brackets) {}

  void add_actors(std::vector<SubjectProfile>* list) const {
    const auto& actors = c_.cast.actors;
    for (std::size_t i = c_.cast.first_from(sentence_.begin);
         i < actors.size() && actors[i].tokens.begin < sentence_.end; ++i) {
      const bool pronoun = actors[i].kind == ActorKind::pronoun;
      const std::uint32_t entity = pronoun ? c_.antecedents[i] : actors[i].entity;
      if (entity == kNone) continue;
      SubjectProfile profile{entity, actors[i].tokens, {}, group_of(actors[i], entity), {}, 0, 0};
      if (actors[i].kind != ActorKind::named) profile.noun = lexicon::head_noun(c_, profile.tokens);
      if (actors[i].kind == ActorKind::pronoun) add_topic_antecedent(actors[i], entity, list);

      SubjectProfiles::add_entity_places(c_, entity, &profile.places);
      add_order(list->size(), &profile.places);
      add_places(&profile);
      list->push_back(profile);
    }
  }

  void add_phrases(const std::vector<SubjectProfile>& actors, std::vector<SubjectProfile>* list) const {
    std::vector<TokenRange> phrases;
    find_noun_phrases(c_, sentence_, &phrases);
    for (const TokenRange tokens : phrases) {
      if (is_actor(tokens, actors)) continue;
      SubjectProfile profile{kNone, tokens, {}, holds_name(tokens) ? named_phrase : phrase, {}, 0, 0};
      profile.places.add(one_word + bucket_of(tokens.end - tokens.begin, kWords));
      profile.places.add_if(words_.quantifier.has(c_.doc.tokens[tokens.begin].word), opens_with_quantifier);
      add_order(list->size(), &profile.places);
      add_places(&profile);
      profile.noun = lexicon::head_noun(c_, tokens);
      profile.name = name_of_bare_noun(c_, tokens);
      profile.places.add_if(!profile.name.empty(), named_elsewhere);
      list->push_back(profile);
    }
    add_measured(phrases, list);
  }

 private:
  std::uint32_t brackets_end(std::uint32_t token) const {
    const auto around = std::partition_point(brackets_.begin(), brackets_.end(),
                                             [&](TokenRange brackets) { return brackets.end <= token; });
    return around != brackets_.end() && around->contains(token) ? around->end : 0;
  }

  // A pronoun may also point back at what the whole article is about.
  void add_topic_antecedent(const Actor& actor, std::uint32_t nearest, std::vector<SubjectProfile>* list) const {
    if (actor.type == EntityType::person) return;
    const std::uint32_t topic_entity = c_.cast.topic;
    if (topic_entity == kNone || topic_entity == nearest) return;
    SubjectProfile profile{topic_entity, actor.tokens, {}, Group::pronoun, {}, 0, 0};
    profile.noun = lexicon::head_noun(c_, profile.tokens);
    profile.places.add(stands_for_topic);
    SubjectProfiles::add_entity_places(c_, topic_entity, &profile.places);
    add_order(list->size(), &profile.places);
    add_places(&profile);
    list->push_back(profile);
  }

  // What is measured by itself, with the phrase that hangs on it: "tiền công", "giá vàng SJC", "vốn ODA".
  void add_measured(const std::vector<TokenRange>& phrases, std::vector<SubjectProfile>* list) const {
    const auto others = static_cast<std::ptrdiff_t>(list->size());
    auto next = phrases.begin();
    for (const Match& metric : c_.marks.within(PhraseClass::metric, sentence_)) {
      if (!is_metric_noun(metric)) continue;
      TokenRange tokens = metric.tokens;
      while (next != phrases.end() && next->begin <= metric.tokens.begin) ++next;
      if (next != phrases.end() && next->begin <= metric.tokens.end) tokens.end = std::max(tokens.end, next->end);
      SubjectProfile profile{kNone, tokens, {}, measured, {}, 0, 0};
      profile.places.add(one_word + bucket_of(tokens.end - tokens.begin, kWords));
      profile.places.add_if(tokens.end > metric.tokens.end, opens_with_measure);
      profile.noun = lexicon::head_noun(c_, tokens);
      add_places(&profile);
      list->push_back(profile);
    }
    std::inplace_merge(list->begin(), list->begin() + others, list->end(),
                       [](const SubjectProfile& a, const SubjectProfile& b) { return a.tokens.end < b.tokens.end; });
  }

  bool is_metric_noun(const Match& metric) const {
    const auto& phrase = c_.tables.metric_phrases[metric.index];
    return phrase.metric != rules::Tables::kNoMetric && phrase.strength == rules::Strength::noun;
  }

  // A name by itself is a candidate already.
  static bool is_actor(TokenRange tokens, const std::vector<SubjectProfile>& actors) {
    const auto same = std::partition_point(
        actors.begin(), actors.end(), [&](const SubjectProfile& actor) { return actor.tokens.begin < tokens.begin; });
    return same != actors.end() && same->tokens == tokens;
  }

  static void add_order(std::size_t order, Places* places) {
    places->add_if(order == 0, first_of_sentence);
    places->add_if(order == 1, second_of_sentence);
  }

  Group group_of(const Actor& actor, std::uint32_t entity) const {
    if (actor.kind == ActorKind::pronoun) return Group::pronoun;
    if (actor.kind != ActorKind::named) return Group::description;
    return group_of_name(c_.cast.entities[entity].type);
  }

  bool holds_name(TokenRange tokens) const {
    const std::size_t first = c_.cast.first_from(tokens.begin);
    return first < c_.cast.actors.size() && c_.cast.actors[first].tokens.begin < tokens.end &&
           c_.cast.actors[first].kind == ActorKind::named;
  }

  void add_places(SubjectProfile* profile) const {
    Places& places = profile->places;
    const TokenRange at = profile->tokens;
    const bool opens = at.begin == sentence_.begin;
    const WordId before = opens ? 0 : c_.doc.tokens[at.begin - 1].word;
    places.add_if(opens, opens_sentence);
    places.add_if(opens || words_.clause_mark.has(before) || words_.clause_word.has(before), opens_clause);
    places.add_if(words_.preposition.has(before), after_preposition);
    places.add_if(words_.genitive.has(before), after_genitive);
    places.add_if(words_.bracket.has(before), in_brackets);
    add_words(at, &places);
    add_topicality(at, &places);
    add_what_follows(at.end, &places);
    profile->brackets_end = brackets_end(at.begin);
  }

  // What its first word and the words before it make of it.
  void add_words(TokenRange at, Places* places) const {
    const WordId first = c_.doc.tokens[at.begin].word;
    places->add_if(words_.time_noun.has(first), opens_with_time);
    places->add_if(words_.measure_noun.has(first), opens_with_measure);
    places->add_if(words_.pronoun_word.has(first), opens_with_pronoun);
    if (at.begin == sentence_.begin) return;
    const Token& before = c_.doc.tokens[at.begin - 1];
    places->add_if(before.is_number() || c_.tables.number(before.word).role == rules::NumberRole::digit, behind_number);
    const bool of = words_.genitive.has(before.word) && at.begin - 1 > sentence_.begin;
    places->add_if(ends_metric(of ? at.begin - 1 : at.begin), after_metric_noun);
  }

  bool ends_metric(std::uint32_t token) const {
    const Match* metric = c_.marks.ending_at(PhraseClass::metric, token);
    return metric != nullptr && is_metric_noun(*metric);
  }

  // A subject is followed by its verb, an attribute by a mark.
  void add_what_follows(std::uint32_t next, Places* places) const {
    if (next >= sentence_.end) return places->add(followed_by_mark);
    const Token& token = c_.doc.tokens[next];
    places->add_if(token.kind == TokenKind::mark, followed_by_mark);
    places->add_if(words_.auxiliary.has(token.word), followed_by_auxiliary);
    places->add_if(words_.genitive.has(token.word), followed_by_genitive);
    places->add_if(words_.demonstrative.has(token.word), followed_by_this);
    places->add_if(c_.marks.starting_at(PhraseClass::metric, next) != nullptr, followed_by_metric);
    places->add_if(c_.marks.starting_at(PhraseClass::cue, next) != nullptr, followed_by_cue);
    places->add_if(c_.marks.starting_at(PhraseClass::change, next) != nullptr, followed_by_change);
  }

  // What the article speaks of again and again, and in its headline, is more likely what its amounts are about.
  void add_topicality(TokenRange at, Places* places) const {
    std::uint32_t rarest = 0xFFFF;
    std::uint32_t shared = 0;
    std::uint32_t counted = 0;
    for (std::uint32_t token = at.begin; token < at.end; ++token) {
      if (!c_.doc.tokens[token].is_word() || words_.edge.has(c_.doc.tokens[token].word)) continue;
      const WordCounts::Uses uses = c_.counts.uses_of(c_.doc.tokens[token].key);
      rarest = std::min(rarest, uses.count);
      shared += uses.in_headline ? 1 : 0;
      ++counted;
    }
    places->add_if(counted > 0 && shared == counted, all_in_headline);
    const bool topical = shared >= 2 || (shared == 1 && at.end - at.begin <= 2);
    places->add(topical ? shares_headline_word : shares_no_headline_word);
    places->add(rarest <= 1 ? rare_words : rarest <= 3 ? repeated_words : frequent_words);
    places->add_if(c_.marks.starting_at(PhraseClass::head, at.begin) != nullptr, opens_with_head);
  }

  const Context& c_;
  const AttributionWords& words_;
  const TokenRange sentence_;
  const std::vector<TokenRange>& brackets_;  // without the closing ones
};

bool in_headline(const Context& context, std::uint32_t entity) {
  const auto& paragraphs = context.doc.paragraphs;
  if (paragraphs.empty() || paragraphs.front().zone != Zone::headline) return false;
  for (const Actor& actor : context.cast.actors) {
    if (actor.tokens.begin >= paragraphs.front().tokens.end) break;
    if (actor.entity == entity) return true;
  }
  return false;
}

}  // namespace

Group group_of_name(EntityType type) {
  switch (type) {
    case EntityType::person: return Group::person;
    case EntityType::organization: return Group::organization;
    case EntityType::place: return Group::place;
    default: return Group::other_name;
  }
}

void SubjectProfiles::clear(std::size_t sentences) {
  if (sentences_.size() < sentences) sentences_.resize(sentences);
  for (std::size_t i = 0; i < sentences; ++i) sentences_[i].has_actors = sentences_[i].has_phrases = false;
}

const std::vector<SubjectProfile>& SubjectProfiles::actors(const Context& context, std::uint32_t sentence) {
  OfSentence& of = sentences_[sentence];
  if (!of.has_actors) {
    of.has_actors = true;
    of.actors.clear();
    of.brackets.clear();
    const TokenRange tokens = context.doc.sentences[sentence].tokens;
    find_brackets(context, tokens, &of.brackets);
    Profiler(context, tokens, of.brackets).add_actors(&of.actors);
  }
  return of.actors;
}

const std::vector<SubjectProfile>& SubjectProfiles::phrases(const Context& context, std::uint32_t sentence) {
  OfSentence& of = sentences_[sentence];
  if (!of.has_phrases) {
    const auto& known = actors(context, sentence);
    of.has_phrases = true;
    of.phrases.clear();
    Profiler(context, context.doc.sentences[sentence].tokens, of.brackets).add_phrases(known, &of.phrases);
  }
  return of.phrases;
}

void SubjectProfiles::add_entity_places(const Context& context, std::uint32_t entity, Places* places) {
  places->add(one_mention + bucket_of(context.cast.entities[entity].mentions, kMentions));
  places->add_if(in_headline(context, entity), same_as_headline);
}

}  // namespace socai
