// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/subject_candidates.h"

#include <algorithm>

#include "extractor/attribute/noun_phrase.h"
#include "extractor/attribute/subject_features.h"

namespace socai {

using namespace subject;

namespace {

constexpr std::uint32_t kDistances[] = {0, 2, 5, 9, 15, 25};
constexpr std::uint32_t kCounts[] = {0, 1};
constexpr std::uint32_t kMentions[] = {1, 3};
constexpr std::uint32_t kWords[] = {1, 2, 3};
constexpr std::uint32_t kSentencesBack = 3;

template <std::size_t n>
unsigned bucket(std::uint32_t value, const std::uint32_t (&bounds)[n]) {
  unsigned at = 0;
  while (at < n && value > bounds[at]) ++at;
  return at;
}

class CandidateFinder {
 public:
  CandidateFinder(const Context& context, const SubjectQuestion& question, const std::vector<SubjectCandidate>& chosen,
                  std::vector<SubjectCandidate>* list)
      : c_(context), q_(question), amount_(context.amounts[question.amount]), chosen_(chosen), list_(*list),
        sentence_(context.sentence_of(amount_.tokens.begin)), words_(context.words) {}

  void run() {
    const TokenRange here = c_.doc.sentences[sentence_].tokens;
    find_last_verb(here);
    add_sentence(here, 0);
    for (std::uint32_t back = 1; back <= kSentencesBack && back <= sentence_; ++back) {
      const TokenRange there = c_.doc.sentences[sentence_ - back].tokens;
      if (c_.doc.in_title(there) != c_.doc.in_title(amount_.tokens)) break;
      add_sentence(there, back);
    }
    add_topic();
    add_carried();
  }

 private:
  // A candidate under construction: its place counts for all groups and for its own.
  struct Draft {
    SubjectCandidate candidate;
    Group group;
    void add(Place place) {
      candidate.features.add(place);
      candidate.features.add(kGroupPlace + unsigned{group} * kPlaces + unsigned{place});
    }
    void add_if(bool present, Place place) {
      if (present) add(place);
    }
  };

  Draft draft(std::uint32_t entity, TokenRange tokens, Group group) const {
    Draft d{{entity, tokens, {}, 0}, group};
    d.candidate.features.add(kGroupBias + group);
    d.candidate.features.add(kFamily + q_.metric * kGroups + group);
    return d;
  }

  void finish(Draft d) { list_.push_back(std::move(d.candidate)); }

  // ---- the candidates of one sentence: its actors, and in the amount's own sentence its noun phrases

  void add_sentence(TokenRange sentence, std::uint32_t back) {
    const std::size_t first = c_.cast.first_from(sentence.begin);
    std::size_t end = first;
    while (end < c_.cast.actors.size() && c_.cast.actors[end].tokens.begin < sentence.end) ++end;
    std::size_t nearest_before = end;
    std::size_t nearest_after = end;
    for (std::size_t i = first; i < end; ++i) {
      if (entity_of(i) == kNone) continue;
      if (c_.cast.actors[i].tokens.end <= amount_.tokens.begin)
        nearest_before = i;
      else if (nearest_after == end)
        nearest_after = i;
    }
    std::size_t order = 0;
    for (std::size_t i = first; i < end; ++i) {
      const std::uint32_t entity = entity_of(i);
      const Actor& actor = c_.cast.actors[i];
      if (entity == kNone || actor.tokens.overlaps(amount_.tokens)) continue;
      Draft d = draft(entity, actor.tokens, group_of(actor, entity));
      d.add_if(i == nearest_before, Place::nearest_before);
      d.add_if(i == nearest_after, Place::nearest_after);
      d.add_if(order == 0, first_of_sentence);
      d.add_if(order == 1, second_of_sentence);
      ++order;
      add_entity_places(&d, entity);
      add_places(&d, actor.tokens, back);
      finish(std::move(d));
    }
    if (back <= 1) add_phrases(sentence, back);
  }

  std::uint32_t entity_of(std::size_t actor) const {
    return c_.cast.actors[actor].kind == ActorKind::pronoun ? c_.antecedents[actor] : c_.cast.actors[actor].entity;
  }

  Group group_of(const Actor& actor, std::uint32_t entity) const {
    if (actor.kind == ActorKind::pronoun) return Group::pronoun;
    if (actor.kind != ActorKind::named) return Group::description;
    switch (c_.cast.entities[entity].type) {
      case EntityType::person: return Group::person;
      case EntityType::organization: return Group::organization;
      case EntityType::place: return Group::place;
      default: return Group::other_name;
    }
  }

  void add_entity_places(Draft* d, std::uint32_t entity) const {
    d->add(static_cast<Place>(one_mention + bucket(c_.cast.entities[entity].mentions, kMentions)));
    d->add_if(q_.source != kNone && c_.sources.sources[q_.source].entity == entity, is_source);
    d->add_if(q_.amount > 0 && chosen_[q_.amount - 1].entity == entity, same_as_last_subject);
    d->add_if(in_headline(entity), same_as_headline);
  }

  bool in_headline(std::uint32_t entity) const {
    if (c_.doc.paragraphs.empty() || c_.doc.paragraphs.front().zone != Zone::headline) return false;
    const TokenRange headline = c_.doc.paragraphs.front().tokens;
    for (const Actor& actor : c_.cast.actors) {
      if (actor.tokens.begin >= headline.end) break;
      if (actor.entity == entity) return true;
    }
    return false;
  }

  void add_phrases(TokenRange sentence, std::uint32_t back) {
    const auto& phrases = noun_phrases_of(sentence);
    const TokenRange* nearest = nullptr;
    for (const TokenRange& phrase : phrases) {
      if (phrase.end <= amount_.tokens.begin) nearest = &phrase;
    }
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      const TokenRange tokens = phrases[i];
      Draft d = draft(kNone, tokens, holds_name(tokens) ? named_phrase : phrase);
      d.add(static_cast<Place>(one_word + bucket(tokens.end - tokens.begin, kWords)));
      d.add_if(words_.quantifier.has(c_.doc.tokens[tokens.begin].word), opens_with_quantifier);
      d.add_if(i == 0, first_of_sentence);
      d.add_if(i == 1, second_of_sentence);
      d.add_if(nearest == &phrases[i], Place::nearest_before);
      add_places(&d, tokens, back);
      finish(std::move(d));
    }
  }

  // The amounts of one sentence ask for its phrases again and again.
  const std::vector<TokenRange>& noun_phrases_of(TokenRange sentence) const {
    NounPhrases& cache = c_.noun_phrases;
    for (const auto& known : cache.sentences) {
      if (known.first == sentence) return known.second;
    }
    cache.sentences.emplace_back(sentence, std::vector<TokenRange>());
    find_noun_phrases(c_, sentence, &cache.sentences.back().second);
    return cache.sentences.back().second;
  }

  bool holds_name(TokenRange tokens) const {
    const std::size_t first = c_.cast.first_from(tokens.begin);
    return first < c_.cast.actors.size() && c_.cast.actors[first].tokens.begin < tokens.end &&
           c_.cast.actors[first].kind == ActorKind::named;
  }

  // ---- places

  void add_places(Draft* d, TokenRange at, std::uint32_t back) const {
    const TokenRange sentence = c_.sentence_at(at.begin).tokens;
    const bool opens = at.begin == sentence.begin;
    const WordId before_word = opens ? 0 : c_.doc.tokens[at.begin - 1].word;
    d->add(static_cast<Place>(same_sentence + back));
    d->add_if(opens, Place::opens_sentence);
    d->add_if(opens || words_.clause_mark.has(before_word) || words_.clause_word.has(before_word), Place::opens_clause);
    d->add_if(words_.preposition.has(before_word), after_preposition);
    d->add_if(words_.genitive.has(before_word), after_genitive);
    d->add_if(words_.bracket.has(before_word), Place::in_brackets);
    add_metric_places(d, at, before_word);
    add_topicality(d, at);
    add_what_follows(d, at.end, sentence.end);
    if (back > 0) return;
    const bool before = at.end <= amount_.tokens.begin;
    const TokenRange gap = before ? TokenRange{at.end, amount_.tokens.begin} : TokenRange{amount_.tokens.end, at.begin};
    d->add(before ? before_amount : after_amount);
    d->add(static_cast<Place>((before ? near_0 : behind_0) + bucket(gap.end - gap.begin, kDistances)));
    d->add(static_cast<Place>(no_amount_between + bucket(c_.amounts_between(gap.begin, gap.end), kCounts)));
    const std::uint32_t marks = c_.marks_between(gap.begin, gap.end);
    d->add(static_cast<Place>(no_mark_between + bucket(marks, kCounts)));
    d->add_if(before && marks == 0, clause_of_amount);
    d->add_if(!before && words_.for_.has(before_word), after_for);
  }

  // "… Mỹ tụt lại trong một thị trường | được dự báo vượt 1 tỷ USD": the amount is of the last phrase with a verb.
  void find_last_verb(TokenRange sentence) {
    for (const TokenRange& phrase : noun_phrases_of(sentence)) {
      const bool before = phrase.end < amount_.tokens.begin;
      if (before && words_.auxiliary.has(c_.doc.tokens[phrase.end].word)) last_verb_ = phrase.end;
    }
  }

  // A subject is followed by its verb, an attribute by a mark.
  void add_what_follows(Draft* d, std::uint32_t next, std::uint32_t limit) const {
    if (next >= limit) return d->add(followed_by_mark);
    const Token& token = c_.doc.tokens[next];
    d->add_if(token.kind == TokenKind::mark, followed_by_mark);
    d->add_if(words_.auxiliary.has(token.word), followed_by_auxiliary);
    if (words_.auxiliary.has(token.word) && next <= amount_.tokens.begin) {
      d->add(next == last_verb_ ? before_last_verb : before_earlier_verb);
    }
    d->add_if(words_.genitive.has(token.word), followed_by_genitive);
    d->add_if(c_.marks.starting_at(PhraseClass::metric, next) != nullptr, followed_by_metric);
    d->add_if(c_.marks.starting_at(PhraseClass::cue, next) != nullptr, followed_by_cue);
    d->add_if(c_.marks.starting_at(PhraseClass::change, next) != nullptr, followed_by_change);
  }

  // What the article speaks of again and again, and in its headline, is more likely what its amounts are about.
  void add_topicality(Draft* d, TokenRange at) const {
    std::uint32_t rarest = 0xFFFF;
    std::uint32_t shared = 0;
    for (std::uint32_t token = at.begin; token < at.end; ++token) {
      if (!c_.doc.tokens[token].is_word() || words_.edge.has(c_.doc.tokens[token].word)) continue;
      const std::uint32_t key = c_.doc.tokens[token].key;
      rarest = std::min(rarest, c_.counts.count_of(key));
      shared += c_.counts.in_headline(key) ? 1 : 0;
    }
    d->add(shared >= 2 || (shared == 1 && at.end - at.begin <= 2) ? shares_headline_word : shares_no_headline_word);
    d->add(rarest <= 1 ? rare_words : rarest <= 3 ? repeated_words : frequent_words);
    d->add_if(c_.marks.starting_at(PhraseClass::head, at.begin) != nullptr, opens_with_head);
  }

  void add_metric_places(Draft* d, TokenRange at, WordId before_word) const {
    const TokenRange metric = q_.metric_phrase;
    if (metric.empty()) return;
    const bool touches = metric.end == at.begin || (metric.end + 1 == at.begin && words_.genitive.has(before_word));
    d->add_if(touches, after_metric);
    d->add_if(at.end <= metric.begin && metric.begin - at.end <= 2, before_metric);
  }

  // ---- carried over

  // What the whole article is about: the entity with the most mentions.
  void add_topic() {
    std::uint32_t best = kNone;
    for (std::uint32_t i = 0; i < c_.cast.entities.size(); ++i) {
      const auto type = c_.cast.entities[i].type;
      if (type == EntityType::place || type == EntityType::medium) continue;
      if (best == kNone || c_.cast.entities[i].mentions > c_.cast.entities[best].mentions) best = i;
    }
    if (best == kNone) return;
    const Group group = c_.cast.entities[best].type == EntityType::person         ? Group::person
                        : c_.cast.entities[best].type == EntityType::organization ? Group::organization
                                                                                  : Group::other_name;
    Draft d = draft(best, c_.cast.entities[best].tokens, group);
    d.add(topic);
    add_entity_places(&d, best);
    finish(std::move(d));
  }

  void add_carried() {
    if (q_.amount == 0) return;
    const AmountMention& previous = c_.amounts[q_.amount - 1];
    const std::uint32_t there = c_.sentence_of(previous.tokens.begin);
    if (there + 3 < sentence_ || c_.doc.in_title(previous.tokens) != c_.doc.in_title(amount_.tokens)) return;
    SubjectCandidate candidate = chosen_[q_.amount - 1];
    if (candidate.tokens.empty()) return;
    Features f;
    const std::uint32_t gap = amount_.tokens.begin - previous.tokens.end;
    f.add(kCarried + (amount_.conversion ? carried_conversion : carried));
    f.add(kCarried + (there == sentence_ ? carried_same_sentence : carried_other_sentence));
    f.add_if(gap <= 2, kCarried + carried_in_list);
    f.add_if(q_.last_metric == q_.metric, kCarried + carried_same_metric);
    f.add(kCarried +
          (name_between(previous.tokens.end, amount_.tokens.begin) ? carried_name_between : carried_no_name_between));
    f.add_if(c_.marks_between(previous.tokens.end, amount_.tokens.begin) > 0, kCarried + carried_mark_between);
    candidate.features = std::move(f);
    list_.push_back(std::move(candidate));
  }

  bool name_between(std::uint32_t from, std::uint32_t to) const {
    for (std::size_t i = c_.cast.first_from(from); i < c_.cast.actors.size() && c_.cast.actors[i].tokens.begin < to;
         ++i) {
      if (c_.cast.actors[i].kind == ActorKind::named) return true;
    }
    return false;
  }

  const Context& c_;
  const SubjectQuestion& q_;
  const AmountMention& amount_;
  const std::vector<SubjectCandidate>& chosen_;
  std::vector<SubjectCandidate>& list_;
  const std::uint32_t sentence_;
  const AttributionWords& words_;
  std::uint32_t last_verb_ = kNone;  // where the verb of the last phrase before the amount begins
};

}  // namespace

void find_subject_candidates(const Context& context, const SubjectQuestion& question,
                             const std::vector<SubjectCandidate>& chosen, std::vector<SubjectCandidate>* list) {
  list->clear();
  CandidateFinder(context, question, chosen, list).run();
}

}  // namespace socai
