// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/subject_candidates.h"

#include <algorithm>
#include <utility>

#include "extractor/attribute/subject_profile.h"

namespace socai {

using namespace subject;

namespace {

constexpr std::uint32_t kDistances[] = {0, 2, 5, 9, 15, 25};
constexpr std::uint32_t kCounts[] = {0, 1};
constexpr std::uint32_t kSentencesBack = 3;

class CandidateFinder {
 public:
  CandidateFinder(const Context& context, const SubjectQuestion& question, const std::vector<SubjectCandidate>& chosen,
                  std::vector<SubjectCandidate>* list)
      : c_(context), q_(question), amount_(context.amounts[question.amount]), chosen_(chosen), list_(*list),
        sentence_(context.sentence_of(amount_.tokens.begin)), words_(context.words) {}

  void run() {
    find_last_verb();
    add_sentence(sentence_, 0);
    for (std::uint32_t back = 1; back <= kSentencesBack && back <= sentence_; ++back) {
      const TokenRange there = c_.doc.sentences[sentence_ - back].tokens;
      if (c_.doc.in_title(there) != c_.doc.in_title(amount_.tokens)) break;
      add_sentence(sentence_ - back, back);
    }
    add_topic();
    add_carried();
  }

 private:
  // "… Mỹ tụt lại trong một thị trường | được dự báo vượt 1 tỷ USD": the amount is of the last phrase with a verb.
  void find_last_verb() {
    for (const SubjectProfile& phrase : c_.profiles.of(c_, sentence_).phrases) {
      const bool before = phrase.tokens.end < amount_.tokens.begin;
      if (before && phrase.places.has(followed_by_auxiliary)) last_verb_ = phrase.tokens.end;
    }
  }

  // ---- the candidates of one sentence: its actors, and close to the amount its noun phrases

  void add_sentence(std::uint32_t sentence, std::uint32_t back) {
    const auto& profiles = c_.profiles.of(c_, sentence);
    const auto [before, after] = nearest_of(profiles.actors);
    for (const SubjectProfile& actor : profiles.actors) {
      if (actor.tokens.overlaps(amount_.tokens)) continue;
      SubjectCandidate& candidate = add(actor, back);
      candidate.places.add_if(&actor == before, nearest_before);
      candidate.places.add_if(&actor == before && candidate.places.has(before_last_verb), nearest_with_verb);
      candidate.places.add_if(&actor == after, nearest_after);
      add_entity_places(&candidate);
    }
    if (back > 1) return;
    const SubjectProfile* nearest = nearest_of(profiles.phrases).first;
    for (const SubjectProfile& phrase : profiles.phrases) {
      if (phrase.tokens.overlaps(amount_.tokens)) continue;
      Places& places = add(phrase, back).places;
      places.add_if(&phrase == nearest, nearest_before);
      places.add_if(&phrase == nearest && places.has(before_last_verb), nearest_with_verb);
    }
  }

  // The last profile before the amount and the first that is not.
  std::pair<const SubjectProfile*, const SubjectProfile*> nearest_of(const std::vector<SubjectProfile>& list) const {
    const auto after = std::partition_point(list.begin(), list.end(), [&](const SubjectProfile& profile) {
      return profile.tokens.end <= amount_.tokens.begin;
    });
    return {after == list.begin() ? nullptr : &*(after - 1), after == list.end() ? nullptr : &*after};
  }

  SubjectCandidate& add(const SubjectProfile& profile, std::uint32_t back) {
    list_.push_back({profile.entity, profile.tokens, profile.group, false, profile.places, 0});
    Places& places = list_.back().places;
    places.add(same_sentence + back);
    add_metric_places(profile.tokens, &places);
    const std::uint32_t next = profile.tokens.end;
    if (places.has(followed_by_auxiliary) && next <= amount_.tokens.begin) {
      places.add(next == last_verb_ ? before_last_verb : before_earlier_verb);
    }
    if (back == 0) add_position(profile.tokens, &places);
    return list_.back();
  }

  void add_entity_places(SubjectCandidate* candidate) const {
    const std::uint32_t entity = candidate->entity;
    candidate->places.add_if(q_.source != kNone && c_.sources.sources[q_.source].entity == entity, is_source);
    candidate->places.add_if(q_.amount > 0 && chosen_[q_.amount - 1].entity == entity, same_as_last_subject);
  }

  void add_metric_places(TokenRange at, Places* places) const {
    const TokenRange metric = q_.metric_phrase;
    if (metric.empty()) return;
    const bool of = metric.end + 1 == at.begin && words_.genitive.has(c_.doc.tokens[metric.end].word);
    places->add_if(metric.end == at.begin || of, after_metric);
    places->add_if(at.end <= metric.begin && metric.begin - at.end <= 2, before_metric);
    const bool ahead = metric.end <= amount_.tokens.begin && at.begin >= sentence_begin();
    places->add_if(ahead && at.end <= metric.begin, before_metric_phrase);
    places->add_if(ahead && at.begin >= metric.end && at.end <= amount_.tokens.begin, behind_metric_phrase);
  }

  std::uint32_t sentence_begin() const { return c_.doc.sentences[sentence_].tokens.begin; }

  // Where it stands to the amount, within its sentence.
  void add_position(TokenRange at, Places* places) const {
    const bool before = at.end <= amount_.tokens.begin;
    const TokenRange gap = before ? TokenRange{at.end, amount_.tokens.begin} : TokenRange{amount_.tokens.end, at.begin};
    places->add(before ? before_amount : after_amount);
    places->add((before ? near_0 : behind_0) + bucket_of(gap.end - gap.begin, kDistances));
    places->add(no_amount_between + bucket_of(c_.between.amounts(gap.begin, gap.end), kCounts));
    const std::uint32_t marks = c_.between.marks(gap.begin, gap.end);
    places->add(no_mark_between + bucket_of(marks, kCounts));
    places->add_if(before && marks == 0, clause_of_amount);
    places->add_if(!before && words_.for_.has(c_.doc.tokens[at.begin - 1].word), after_for);
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
    const Group group = group_of_name(c_.cast.entities[best].type);
    SubjectCandidate candidate{best, c_.cast.entities[best].tokens, group, false, {}, 0};
    candidate.places.add(topic);
    SubjectProfiles::add_entity_places(c_, best, &candidate.places);
    add_entity_places(&candidate);
    list_.push_back(candidate);
  }

  void add_carried() {
    if (q_.amount == 0) return;
    const AmountMention& previous = c_.amounts[q_.amount - 1];
    const std::uint32_t there = c_.sentence_of(previous.tokens.begin);
    if (there + 3 < sentence_ || c_.doc.in_title(previous.tokens) != c_.doc.in_title(amount_.tokens)) return;
    const SubjectCandidate& last = chosen_[q_.amount - 1];
    if (last.tokens.empty()) return;
    SubjectCandidate candidate{last.entity, last.tokens, last.group, true, {}, 0};
    const TokenRange gap{previous.tokens.end, amount_.tokens.begin};
    Places& places = candidate.places;
    places.add(amount_.conversion ? carried_conversion : carried);
    places.add(there == sentence_ ? carried_same_sentence : carried_other_sentence);
    places.add_if(gap.end - gap.begin <= 2, carried_in_list);
    places.add_if(q_.last_metric == q_.metric, carried_same_metric);
    places.add(name_within(gap) ? carried_name_between : carried_no_name_between);
    places.add_if(c_.between.marks(gap.begin, gap.end) > 0, carried_mark_between);
    list_.push_back(candidate);
  }

  bool name_within(TokenRange range) const {
    for (std::size_t i = c_.cast.first_from(range.begin);
         i < c_.cast.actors.size() && c_.cast.actors[i].tokens.begin < range.end; ++i) {
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
