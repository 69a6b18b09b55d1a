// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/speaker.h"

#include <algorithm>
#include <array>

namespace socai {
namespace {

constexpr std::uint32_t kSteps[] = {0, 1, 2, 4, 8};
constexpr std::size_t kMostSpeakers = 6;

// What holds of the sentence, whoever speaks; counted apart for the narrator and for sources.
enum Place : unsigned {
  opens_with_connector,
  opens_with_continuing,
  opens_with_pronoun,
  opens_paragraph,
  in_quotation,
  cue_here,
  head_zone,
  names_nobody,
  many_sources,
  one_source,
  unresolved_cue,
  past_middle,
  kPlaces
};
constexpr std::array<const char*, kPlaces> kPlaceNames = {"opens_with_connector",
                                                          "opens_with_continuing",
                                                          "opens_with_pronoun",
                                                          "opens_paragraph",
                                                          "in_quotation",
                                                          "cue_here",
                                                          "head_zone",
                                                          "names_nobody",
                                                          "many_sources",
                                                          "one_source",
                                                          "unresolved_cue",
                                                          "past_middle"};

enum Feature : unsigned {
  kNarrator,
  kNarratorPlace,
  kNarratorBefore = kNarratorPlace + kPlaces,
  kNarratorBeforeHere,
  kNarratorBeforeParagraph,
  kSource,
  kSourcePlace,
  kSpokeBefore = kSourcePlace + kPlaces,
  kSpokeBeforeHere,
  kSpokeBeforeParagraph,
  kSentences,  // 0, 1, 2, 3_4, 5_8, 9_up
  kSameParagraph = kSentences + 6,
  kNextParagraph,
  kFarParagraph,
  kCueKind,
  kType = kCueKind + 11,
  kOrder = kType + 9,  // last, second, earlier
  kFirstOfArticle = kOrder + 3,
  kRanToEnd,
  kOneSpan,
  kSomeSpans,
  kManySpans,
  kNamedHere,
  kNamesOther
};

std::vector<std::string> with_prefix(const std::string& prefix) {
  std::vector<std::string> names;
  names.reserve(kPlaceNames.size());
  for (const char* name : kPlaceNames) names.push_back(prefix + name);
  return names;
}

class SpeakerFinder {
 public:
  SpeakerFinder(const Context& context, std::size_t amount, const std::vector<std::uint32_t>& chosen,
                std::vector<SpeakerCandidate>* list)
      : c_(context), amount_(amount), at_(context.amounts[amount].tokens.begin), here_(context.sentence_at(at_)),
        chosen_(chosen), list_(*list) {}

  void run() {
    find_places();
    add_narrator();
    if (here_.zone == Zone::headline || here_.zone == Zone::related || here_.zone == Zone::boilerplate) return;
    std::vector<std::uint32_t> seen;
    const auto& spans = c_.sources.spans;
    for (std::size_t i = spans_up_to(c_.sentence_of(at_)); i-- > 0 && seen.size() < kMostSpeakers;) {
      if (spans[i].words.begin > at_ || c_.doc.in_title(spans[i].words) != c_.doc.in_title(c_.amounts[amount_].tokens))
        continue;
      if (std::find(seen.begin(), seen.end(), spans[i].source) != seen.end()) continue;
      seen.push_back(spans[i].source);
      add_source(static_cast<std::uint32_t>(i), seen.size() - 1);
    }
  }

 private:
  // How many spans have their cue in that sentence or before it.
  std::size_t spans_up_to(std::uint32_t sentence) const {
    const auto& spans = c_.sources.spans;
    const auto behind = std::partition_point(
        spans.begin(), spans.end(), [&](const SourceSpan& span) { return c_.sentence_of(span.cue.begin) <= sentence; });
    return static_cast<std::size_t>(behind - spans.begin());
  }

  void find_places() {
    const std::uint32_t first = here_.tokens.begin;
    const auto note = [&](bool holds, Place place) {
      if (holds) places_.push_back(place);
    };
    note(c_.words.connector.has(c_.doc.tokens[first].word), opens_with_connector);
    const Match* cue = c_.marks.starting_at(PhraseClass::cue, first);
    note(cue != nullptr && c_.tables.cues[cue->index].kind == rules::CueKind::continuing, opens_with_continuing);
    const std::size_t actor = c_.cast.first_from(first);
    const bool any = actor < c_.cast.actors.size() && c_.cast.actors[actor].tokens.begin < here_.tokens.end;
    note(any && c_.cast.actors[actor].tokens.begin <= first + 1 && c_.cast.actors[actor].kind == ActorKind::pronoun,
         opens_with_pronoun);
    note(!any, names_nobody);
    note(c_.doc.paragraphs[here_.paragraph].tokens.begin == first, opens_paragraph);
    note(c_.doc.quotation_at(at_) != nullptr, in_quotation);
    note(here_.zone == Zone::lede || here_.zone == Zone::headline, head_zone);
    note(c_.sources.sources.size() >= 4, many_sources);
    note(c_.sources.sources.size() == 1, one_source);
    note(2 * at_ > c_.doc.tokens.size(), past_middle);
    bool cue_in_sentence = false;
    for (const std::uint32_t i : c_.spans_of.of(c_.sentence_of(at_))) {
      cue_in_sentence = cue_in_sentence || here_.tokens.overlaps(c_.sources.spans[i].words);
    }
    note(cue_in_sentence, cue_here);
    note(!cue_in_sentence && !c_.marks.within(PhraseClass::cue, here_.tokens).empty(), unresolved_cue);
  }

  // Who spoke the amount before: the best sign of who speaks this one.
  void add_before(SpeakerCandidate* candidate, unsigned feature) const {
    if (amount_ == 0 || chosen_[amount_ - 1] != candidate->source) return;
    const Sentence& there = c_.sentence_at(c_.amounts[amount_ - 1].tokens.begin);
    if (there.tokens == here_.tokens)
      candidate->features.add(feature + 1);
    else if (there.paragraph == here_.paragraph)
      candidate->features.add(feature + 2);
    else
      candidate->features.add(feature);
  }

  void add_narrator() {
    SpeakerCandidate narrator;
    narrator.features.add(kNarrator);
    for (const Place place : places_) narrator.features.add(kNarratorPlace + unsigned{place});
    add_before(&narrator, kNarratorBefore);
    list_.push_back(narrator);
  }

  void add_source(std::uint32_t span_index, std::size_t order) {
    const SourceSpan& span = c_.sources.spans[span_index];
    const Source& source = c_.sources.sources[span.source];
    SpeakerCandidate candidate{span.source, span_index, {}, 0};
    Features& f = candidate.features;
    f.add(kSource);
    for (const Place place : places_) f.add(kSourcePlace + unsigned{place});
    add_before(&candidate, kSpokeBefore);
    const std::uint32_t there = std::min(c_.doc.sentence_of[span.words.end - 1], c_.doc.sentence_of[at_]);
    f.add_bucket(kSentences, c_.doc.sentence_of[at_] - there, kSteps);
    const std::uint32_t paragraphs = here_.paragraph - c_.doc.sentences[there].paragraph;
    f.add(paragraphs == 0 ? kSameParagraph : paragraphs == 1 ? kNextParagraph : kFarParagraph);
    f.add(kCueKind + (span.cue_rule == kNone ? 10 : static_cast<unsigned>(c_.tables.cues[span.cue_rule].kind)));
    f.add(kType + static_cast<unsigned>(source.type));
    f.add(kOrder + static_cast<unsigned>(std::min<std::size_t>(order, 2)));
    f.add_if(c_.sources.spans.front().source == span.source, kFirstOfArticle);
    f.add_if(span.content.end >= c_.doc.sentences[there].tokens.end, kRanToEnd);
    const std::uint32_t spoken = c_.sources.spoken[span.source];
    f.add(spoken == 1 ? kOneSpan : spoken <= 3 ? kSomeSpans : kManySpans);
    add_names(&f, source);
    list_.push_back(candidate);
  }

  void add_names(Features* f, const Source& source) const {
    bool named = false;
    bool other = false;
    for (std::size_t i = c_.cast.first_from(here_.tokens.begin);
         i < c_.cast.actors.size() && c_.cast.actors[i].tokens.begin < here_.tokens.end; ++i) {
      if (c_.cast.actors[i].kind != ActorKind::named) continue;
      (c_.cast.actors[i].entity == source.entity ? named : other) = true;
    }
    f->add_if(named, kNamedHere);
    f->add_if(other, kNamesOther);
  }

  const Context& c_;
  const std::size_t amount_;
  const std::uint32_t at_;
  const Sentence& here_;
  const std::vector<std::uint32_t>& chosen_;
  std::vector<SpeakerCandidate>& list_;
  std::vector<Place> places_;
};

}  // namespace

std::vector<std::string> speaker_feature_names() {
  std::vector<std::string> names = {"narrator"};
  const auto add = [&](const std::vector<std::string>& more) { names.insert(names.end(), more.begin(), more.end()); };
  add(with_prefix("narrator."));
  add({"narrator.before", "narrator.before_in_sentence", "narrator.before_in_paragraph", "source"});
  add(with_prefix("source."));
  add({"source.before", "source.before_in_sentence", "source.before_in_paragraph"});
  for (const char* n : {"0", "1", "2", "3_4", "5_8", "9_up"}) names.push_back(std::string("sentences.") + n);
  add({"same_paragraph", "next_paragraph", "far_paragraph"});
  for (const char* kind :
       {"say", "reckon", "publish", "demand", "deny", "according", "noun", "show", "hearsay", "continue", "colon"}) {
    names.push_back(std::string("cue.") + kind);
  }
  for (const char* type :
       {"organization", "person", "document", "medium", "unnamed", "product", "place", "narrator", "other"}) {
    names.push_back(std::string("type.") + type);
  }
  add({"order.last", "order.second", "order.earlier", "first_of_article", "ran_to_end", "spans.1", "spans.2_3",
       "spans.4_up", "named_here", "names_other"});
  return names;
}

void find_speakers(const Context& context, std::size_t amount, const std::vector<std::uint32_t>& chosen,
                   std::vector<SpeakerCandidate>* list) {
  list->clear();
  SpeakerFinder(context, amount, chosen, list).run();
}

}  // namespace socai
