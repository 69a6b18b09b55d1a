// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/subject_candidates.h"

#include <algorithm>
#include <span>
#include <utility>

#include "extractor/attribute/lexicon.h"
#include "extractor/attribute/subject_profile.h"

namespace socai {

using namespace subject;

namespace {

constexpr std::uint32_t kDistances[] = {0, 2, 5, 9, 15, 25};
constexpr std::uint32_t kCounts[] = {0, 1};
constexpr std::uint32_t kReach = 300;  // tokens between an amount and its subject
constexpr std::uint32_t kSentencesBack = 3;
constexpr std::uint32_t kListReach = 80;  // tokens between "lần lượt" and an amount of its list
constexpr std::uint32_t kParagraphsBack = 6;
constexpr std::uint32_t kLongestHeading = 12;  // tokens

class CandidateFinder {
 public:
  CandidateFinder(const Context& context, const SubjectQuestion& question, const std::vector<SubjectCandidate>& chosen,
                  std::vector<SubjectCandidate>* list)
      : c_(context), q_(question), amount_(context.amounts[question.amount]), chosen_(chosen), list_(*list),
        sentence_(context.sentence_of(amount_.tokens.begin)), words_(context.words) {}

  void run() {
    find_last_verb();
    find_parallel();
    find_respective();
    add_sentence(sentence_, 0);
    for (std::uint32_t back = 1; back <= kSentencesBack && back <= sentence_; ++back) {
      const TokenRange there = c_.doc.sentences[sentence_ - back].tokens;
      if (c_.doc.in_title(there) != c_.doc.in_title(amount_.tokens)) break;
      add_sentence(sentence_ - back, back);
    }
    add_heading();
    add_topic();
    add_carried();
  }

 private:
  // "… Mỹ tụt lại trong một thị trường | được dự báo vượt 1 tỷ USD": the amount is of the last phrase with a verb.
  void find_last_verb() {
    const auto phrases = near(c_.profiles.phrases(c_, sentence_));
    for (std::size_t i = phrases.size(); i-- > 0 && last_verb_ == kNone;) {
      const bool before = phrases[i].tokens.end < amount_.tokens.begin;
      if (before && phrases[i].places.has(followed_by_auxiliary)) last_verb_ = phrases[i].tokens.end;
    }
  }

  // "A và B đạt lần lượt 3 tỷ và | 5 tỷ": the amount's place in the list of amounts, from the last.
  void find_respective() {
    const std::uint32_t begin =
        std::max(sentence_begin() + 1, amount_.tokens.begin - std::min(amount_.tokens.begin, kListReach));
    for (std::uint32_t at = amount_.tokens.begin; at-- > begin && respectively_ == kNone;) {
      const bool here = words_.respectively.has(c_.doc.tokens[at].word);
      if (here && words_.respectively_first.has(c_.doc.tokens[at - 1].word)) respectively_ = at - 1;
    }
    const std::uint32_t end = std::min(c_.doc.sentences[sentence_].tokens.end, amount_.tokens.begin + kListReach);
    if (respectively_ != kNone) respective_ = 1 + c_.between.amounts(amount_.tokens.end, end);
  }

  // In a list each amount stands to its subject as the one before did: "Sang bồi thường 9 tỷ và Tươi | 5 tỷ".
  void find_parallel() {
    if (q_.amount == 0) return;
    const TokenRange last = c_.amounts[q_.amount - 1].tokens;
    const TokenRange subject = chosen_[q_.amount - 1].tokens;
    if (subject.empty() || c_.sentence_of(last.begin) != sentence_ || c_.sentence_of(subject.begin) != sentence_)
      return;
    last_was_before_ = subject.end <= last.begin;
    last_was_beside_ = last_was_before_ ? c_.between.amounts(subject.end, last.begin) == 0
                                        : c_.between.amounts(last.end, subject.begin) == 0;
  }

  // ---- the candidates of one sentence: its actors, and close to the amount its noun phrases

  void add_sentence(std::uint32_t sentence, std::uint32_t back) {
    const auto& actors = c_.profiles.actors(c_, sentence);
    const auto [before, after] = nearest_of(actors);
    const std::size_t first_actor = list_.size();
    for (const SubjectProfile& actor : near(actors)) {
      if (actor.tokens.overlaps(amount_.tokens)) continue;
      SubjectCandidate& candidate = add(actor, back);
      candidate.places.add_if(&actor == before, nearest_before);
      candidate.places.add_if(&actor == before && candidate.places.has(before_last_verb), nearest_with_verb);
      candidate.places.add_if(&actor == after, nearest_after);
      add_entity_places(&candidate);
    }
    if (back > 1) return;
    if (back == 0 && respectively_ != kNone) mark_respective(first_actor);
    const auto& phrases = c_.profiles.phrases(c_, sentence);
    const SubjectProfile* nearest = nearest_of(phrases).first;
    for (const SubjectProfile& phrase : near(phrases)) {
      if (phrase.tokens.overlaps(amount_.tokens)) continue;
      Places& places = add(phrase, back).places;
      places.add_if(&phrase == nearest, nearest_before);
      places.add_if(&phrase == nearest && places.has(before_last_verb), nearest_with_verb);
    }
  }

  // The name at the same place, from the last, of those before "lần lượt"; the actors stand from `first_actor` on.
  void mark_respective(std::size_t first_actor) {
    std::uint32_t place = 0;
    for (std::size_t i = list_.size(); i-- > first_actor;) {
      const bool in_list = list_[i].tokens.end <= respectively_ && !list_[i].places.has(bracketed_off);
      if (in_list && ++place == respective_) return list_[i].places.add(respective);
    }
  }

  // Those that are not too far from the amount to be asked: a sentence may be as long as a book.
  std::span<const SubjectProfile> near(const std::vector<SubjectProfile>& list) const {
    const auto begin = std::partition_point(list.begin(), list.end(), [&](const SubjectProfile& profile) {
      return profile.tokens.end + kReach < amount_.tokens.begin;
    });
    const auto end = std::partition_point(begin, list.end(), [&](const SubjectProfile& profile) {
      return profile.tokens.begin < amount_.tokens.end + kReach;
    });
    return {begin, end};
  }

  // The last profile before the amount and the first that is not.
  std::pair<const SubjectProfile*, const SubjectProfile*> nearest_of(const std::vector<SubjectProfile>& list) const {
    const auto after = std::partition_point(list.begin(), list.end(), [&](const SubjectProfile& profile) {
      return profile.tokens.end <= amount_.tokens.begin;
    });
    return {after == list.begin() ? nullptr : &*(after - 1), after == list.end() ? nullptr : &*after};
  }

  SubjectCandidate& add(const SubjectProfile& profile, std::uint32_t back) {
    list_.push_back(
        {profile.entity, profile.tokens, profile.name, profile.group, false, profile.places, 0, profile.noun});
    Places& places = list_.back().places;
    places.add(same_sentence + back);
    add_metric_places(profile.tokens, &places);
    const std::uint32_t next = profile.tokens.end;
    if (places.has(followed_by_auxiliary) && next <= amount_.tokens.begin) {
      places.add(next == last_verb_ ? before_last_verb : before_earlier_verb);
    }
    if (back == 0) add_position(profile.tokens, &places);
    const bool outside =
        back > 0 || profile.brackets_end <= amount_.tokens.begin || amount_.tokens.end <= profile.tokens.begin;
    places.add_if(profile.brackets_end > 0 && outside, bracketed_off);
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
    places->add_if(at.begin == metric.begin, own_metric);
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
    const bool cued = !q_.cue.empty() && q_.cue.begin >= sentence_begin() && q_.cue.end <= amount_.tokens.begin;
    places->add_if(cued && before && at.begin >= q_.cue.end, behind_cue);
    places->add_if(cued && at.end <= q_.cue.begin, before_cue);
    places->add((before ? near_0 : behind_0) + bucket_of(c_.between.distance(gap.begin, gap.end), kDistances));
    places->add(no_amount_between + bucket_of(c_.between.amounts(gap.begin, gap.end), kCounts));
    const std::uint32_t marks = c_.between.marks(gap.begin, gap.end);
    places->add(no_mark_between + bucket_of(marks, kCounts));
    places->add_if(before && marks == 0, clause_of_amount);
    places->add_if(before == last_was_before_ && last_was_beside_ && c_.between.amounts(gap.begin, gap.end) == 0,
                   parallel);
    const bool brackets_open = before && gap.begin < gap.end && words_.round_open.has(c_.doc.tokens[gap.begin].word);
    places->add_if(brackets_open && !round_close_within(gap), amount_in_brackets);
    places->add_if(!before && words_.for_.has(c_.doc.tokens[at.begin - 1].word), after_for);
  }

  bool round_close_within(TokenRange range) const {
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
      if (words_.round_close.has(c_.doc.tokens[at].word)) return true;
    }
    return false;
  }

  // "10. Vodafone ⏎ Giá trị thương hiệu: | 44 tỷ USD": the last line above that is no sentence.
  void add_heading() {
    if (c_.doc.in_title(amount_.tokens)) return;
    const std::uint32_t own = c_.doc.sentences[sentence_].paragraph;
    for (std::uint32_t back = 1; back <= kParagraphsBack && back <= own; ++back) {
      const Paragraph& paragraph = c_.doc.paragraphs[own - back];
      if (paragraph.zone != Zone::body || c_.doc.in_title(paragraph.tokens)) return;
      TokenRange words = paragraph.tokens;
      if (words.end - words.begin > kLongestHeading || paragraph.sentences.end - paragraph.sentences.begin > 2)
        continue;
      if (c_.doc.tokens[words.end - 1].kind == TokenKind::mark) continue;
      while (words.begin < words.end && !c_.doc.tokens[words.begin].is_word()) ++words.begin;
      if (words.empty() || c_.between.amounts(words.begin, words.end) > 0) continue;
      SubjectCandidate candidate{kNone, words, {}, heading, false, {}, 0, 0};
      candidate.noun = lexicon::head_noun(c_, words);
      candidate.places.add(same_sentence + std::min<std::uint32_t>(back, 3));
      const bool first = c_.between.amounts(words.end, amount_.tokens.begin) == 0;
      candidate.places.add(first ? no_amount_between : more_amounts_between);
      list_.push_back(candidate);
      return;
    }
  }

  // ---- carried over

  // What the whole article is about: the entity with the most mentions.
  void add_topic() {
    const std::uint32_t best = c_.cast.topic;
    if (best == kNone) return;
    const Group group = group_of_name(c_.cast.entities[best].type);
    SubjectCandidate candidate{best, c_.cast.entities[best].tokens, {}, group, false, {}, 0, 0};
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
    SubjectCandidate candidate{last.entity, last.tokens, last.name, last.group, true, {}, 0, 0};
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
  std::uint32_t respectively_ = kNone;  // where "lần lượt" stands before the amount
  std::uint32_t respective_ = 0;        // the amount's place behind it, 1 for the last
  bool last_was_before_ = false;        // the subject of the amount before stood before that amount
  bool last_was_beside_ = false;        // without another amount between, in this sentence
  std::uint32_t last_verb_ = kNone;     // where the verb of the last phrase before the amount begins
};

}  // namespace

void find_subject_candidates(const Context& context, const SubjectQuestion& question,
                             const std::vector<SubjectCandidate>& chosen, std::vector<SubjectCandidate>* list) {
  list->clear();
  CandidateFinder(context, question, chosen, list).run();
}

}  // namespace socai
