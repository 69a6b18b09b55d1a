// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/metric.h"

#include <algorithm>

namespace socai {

using rules::Strength;

namespace {

constexpr std::uint32_t kDistances[] = {0, 1, 3, 6, 10, 18};
constexpr std::uint32_t kCounts[] = {0, 1};

// Ids in the order of their names below; kPrior + m is the prior of metric m.
enum Feature : unsigned {
  kNounBefore,
  kNounAfter,
  kVerbBefore,
  kVerbAfter,
  kWeakBefore,
  kWeakAfter,
  kNounFar,
  kVerbFar,
  kWeakFar,
  kDistanceBefore,
  kDistanceAfter = kDistanceBefore + 7,
  kAmountsBetween = kDistanceAfter + 7,
  kMarksBetween = kAmountsBetween + 3,
  kPreviousSentence = kMarksBetween + 3,
  kNearestBefore,
  kNearestAfter,
  kOneWord,
  kTwoWords,
  kMoreWords,
  kUnitAgrees,
  kUnitDiffers,
  kSameAsPrevious,
  kSameAsConverted,
  kSameInList,
  kOfUnit,
  kOther,
  kTouchesAfter,
  kNextSentence,
  kPrior
};

std::vector<std::string> feature_names(const rules::Tables& tables) {
  std::vector<std::string> names = {"noun_before", "noun_after", "verb_before", "verb_after", "weak_before",
                                    "weak_after",  "noun_far",   "verb_far",    "weak_far"};
  for (const char* side : {"before", "after"}) {
    for (const char* bucket : {"0", "1", "2_3", "4_6", "7_10", "11_18", "19_up"})
      names.push_back(std::string("distance_") + side + "." + bucket);
  }
  for (const char* count : {"0", "1", "2_up"}) names.push_back(std::string("amounts_between.") + count);
  for (const char* count : {"0", "1", "2_up"}) names.push_back(std::string("marks_between.") + count);
  for (const char* name : {"previous_sentence", "nearest_before", "nearest_after", "one_word", "two_words",
                           "more_words", "unit_agrees", "unit_differs", "same_as_previous", "same_as_converted",
                           "same_in_list", "of_unit", "other", "touches_after", "next_sentence"}) {
    names.emplace_back(name);
  }
  for (const auto& metric : tables.metrics) names.push_back("prior." + metric.id);
  return names;
}

class CandidateFinder {
 public:
  CandidateFinder(const Context& context, std::size_t index, const std::vector<std::uint32_t>& chosen,
                  std::vector<MetricCandidate>* list)
      : c_(context), index_(index), amount_(context.amounts[index]), chosen_(chosen), list_(*list),
        sentence_(context.sentence_of(amount_.tokens.begin)) {}

  void run(std::uint32_t other) {
    unit_metric_ = metric_of_unit();
    const TokenRange here = c_.doc.sentences[sentence_].tokens;
    add_phrases(here, false);
    if (sentence_ > 0 && same_field(sentence_ - 1)) {
      const auto& previous = c_.doc.sentences[sentence_ - 1];
      const bool near = previous.paragraph + 1 >= c_.doc.sentences[sentence_].paragraph;
      if (near && previous.zone == c_.doc.sentences[sentence_].zone) add_phrases(previous.tokens, true);
    }
    add_next_sentence(here);
    add_same_as_previous();
    if (unit_metric_ != kNone) add_plain(unit_metric_, kOfUnit);
    add_plain(other, kOther);
  }

 private:
  bool same_field(std::uint32_t sentence) const {
    return c_.doc.in_title(c_.doc.sentences[sentence].tokens) == c_.doc.in_title(amount_.tokens);
  }

  std::uint32_t metric_of_unit() const {
    if (!amount_.amount.per) return kNone;
    const auto found = c_.tables.unit_metrics.find(*amount_.amount.per);
    return found == c_.tables.unit_metrics.end() ? kNone : found->second;
  }

  void add_phrases(TokenRange range, bool previous) {
    const auto matches = c_.marks.within(PhraseClass::metric, range);
    const Match* nearest_before = nullptr;
    const Match* nearest_after = nullptr;
    for (const Match& match : matches) {
      if (is_none(match)) continue;
      if (match.tokens.end <= amount_.tokens.begin) nearest_before = &match;
      if (match.tokens.begin >= amount_.tokens.end && nearest_after == nullptr) nearest_after = &match;
    }
    for (const Match& match : matches) {
      if (is_none(match) || match.tokens.overlaps(amount_.tokens)) continue;
      add_phrase(match, previous, &match == nearest_before, &match == nearest_after);
    }
  }

  // "… một con số: 6 triệu USD. Tổng chi phí huấn luyện …": what the figure measures may follow in the next sentence.
  void add_next_sentence(TokenRange here) {
    if (sentence_ + 1 >= c_.doc.sentences.size()) return;
    const auto& next = c_.doc.sentences[sentence_ + 1];
    if (next.paragraph != c_.doc.sentences[sentence_].paragraph || c_.between.amounts(amount_.tokens.end, here.end) > 0)
      return;
    for (const Match& match : c_.marks.within(PhraseClass::metric, next.tokens)) {
      const auto& phrase = c_.tables.metric_phrases[match.index];
      if (phrase.metric == kNone || phrase.strength != Strength::noun) continue;
      MetricCandidate candidate;
      candidate.metric = phrase.metric;
      candidate.phrase = match.tokens;
      candidate.features.add(kNextSentence);
      add_common(&candidate.features, phrase.metric);
      list_.push_back(candidate);
      return;
    }
  }

  bool is_none(const Match& match) const { return c_.tables.metric_phrases[match.index].metric == kNone; }

  void add_phrase(const Match& match, bool previous, bool nearest_before, bool nearest_after) {
    const auto& phrase = c_.tables.metric_phrases[match.index];
    const bool before = match.tokens.end <= amount_.tokens.begin;
    const TokenRange gap = before ? TokenRange{match.tokens.end, amount_.tokens.begin}
                                  : TokenRange{amount_.tokens.end, match.tokens.begin};
    MetricCandidate candidate;
    candidate.metric = phrase.metric;
    candidate.phrase = match.tokens;
    Features& f = candidate.features;
    const auto strength = static_cast<unsigned>(phrase.strength);
    if (previous) {
      f.add(kNounFar + strength);
      f.add(kPreviousSentence);
      f.add_if(nearest_before, kNearestBefore);
    } else {
      f.add(kNounBefore + 2 * strength + (before ? 0 : 1));
      f.add_bucket(before ? kDistanceBefore : kDistanceAfter, gap.end - gap.begin, kDistances);
      f.add_bucket(kAmountsBetween, c_.between.amounts(gap.begin, gap.end), kCounts);
      f.add_bucket(kMarksBetween, c_.between.marks(gap.begin, gap.end), kCounts);
      f.add_if(nearest_before, kNearestBefore);
      f.add_if(nearest_after, kNearestAfter);
      f.add_if(!before && gap.empty(), kTouchesAfter);
    }
    const std::uint32_t words = match.tokens.end - match.tokens.begin;
    f.add(words == 1 ? kOneWord : words == 2 ? kTwoWords : kMoreWords);
    add_common(&f, phrase.metric);
    list_.push_back(candidate);
  }

  void add_common(Features* f, std::uint32_t metric) const {
    if (unit_metric_ != kNone) f->add(metric == unit_metric_ ? kUnitAgrees : kUnitDiffers);
    f->add(kPrior + metric);
  }

  void add_plain(std::uint32_t metric, unsigned feature) {
    MetricCandidate candidate;
    candidate.metric = metric;
    candidate.features.add(feature);
    add_common(&candidate.features, metric);
    list_.push_back(candidate);
  }

  // Amounts of a list or a comparison share their metric; a conversion shares it always.
  void add_same_as_previous() {
    if (index_ == 0) return;
    const AmountMention& previous = c_.amounts[index_ - 1];
    const std::uint32_t there = c_.sentence_of(previous.tokens.begin);
    if (there + 1 < sentence_ || c_.doc.in_title(previous.tokens) != c_.doc.in_title(amount_.tokens)) return;
    MetricCandidate candidate;
    candidate.metric = chosen_[index_ - 1];
    candidate.same_as = static_cast<std::uint32_t>(index_ - 1);
    candidate.features.add(amount_.conversion ? kSameAsConverted : kSameAsPrevious);
    if (there == sentence_) {
      const std::uint32_t gap = amount_.tokens.begin - previous.tokens.end;
      candidate.features.add_bucket(kDistanceBefore, gap, kDistances);
      candidate.features.add_if(gap <= 2, kSameInList);
    } else {
      candidate.features.add(kPreviousSentence);
    }
    add_common(&candidate.features, candidate.metric);
    list_.push_back(candidate);
  }

  const Context& c_;
  const std::size_t index_;
  const AmountMention& amount_;
  const std::vector<std::uint32_t>& chosen_;
  std::vector<MetricCandidate>& list_;
  const std::uint32_t sentence_;
  std::uint32_t unit_metric_ = kNone;
};

}  // namespace

MetricRanker::MetricRanker(const rules::Tables& tables) : model_(tables, "metric", feature_names(tables)), other_(0) {
  for (std::uint32_t i = 0; i < tables.metrics.size(); ++i) {
    if (tables.metrics[i].id == "other") other_ = i;
  }
}

void MetricRanker::candidates(const Context& context, std::size_t index, const std::vector<std::uint32_t>& chosen,
                              std::vector<MetricCandidate>* list) const {
  list->clear();
  CandidateFinder(context, index, chosen, list).run(other_);
  for (auto& candidate : *list) candidate.score = model_.score(candidate.features);
}

bool MetricRanker::is_change(const Context& context, std::size_t index) const {
  const AmountMention& amount = context.amounts[index];
  const TokenRange sentence = context.sentence_at(amount.tokens.begin).tokens;
  std::uint32_t at = amount.hedge.tokens.empty() || amount.hedge.tokens.begin > amount.tokens.begin
                         ? amount.tokens.begin
                         : amount.hedge.tokens.begin;
  const auto& adverb = context.words.change_adverb;
  for (int steps = 0; steps < 3 && at > sentence.begin; ++steps) {
    if (context.marks.ending_at(PhraseClass::change, at) != nullptr) return true;
    if (!adverb.has(context.doc.tokens[at - 1].word)) return false;
    --at;
  }
  return false;
}

}  // namespace socai
