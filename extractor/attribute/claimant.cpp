// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/claimant.h"

#include <algorithm>

namespace socai {
namespace {

constexpr std::uint32_t kSteps[] = {1, 2, 4, 8};

enum Feature : unsigned {
  kBias,
  kSentences,                         // 1, 2, 3_4, 5_8, 9_up
  kSameParagraph = kSentences + 5, kNextParagraph, kFarParagraph,
  kCueKind,                           // as rules::CueKind; colon last
  kSourceType = kCueKind + 11,        // as EntityType
  kRanToEnd = kSourceType + 9, kSpanContinued, kOpensWithConnector, kOpensWithContinuing, kOpensWithPronoun, kInQuotation,
  kOtherCueHere, kNamesOther, kNamesSource, kManySpans, kLastOfArticle, kHeadZone,
  kCount
};

std::vector<std::string> feature_names() {
  std::vector<std::string> names = {"bias"};
  for (const char* n : {"1", "2", "3_4", "5_8", "9_up"}) names.push_back(std::string("sentences.") + n);
  for (const char* name : {"same_paragraph", "next_paragraph", "far_paragraph"}) names.push_back(name);
  for (const char* kind : {"say", "reckon", "publish", "demand", "deny", "according", "noun", "show", "hearsay", "continue", "colon"}) {
    names.push_back(std::string("cue.") + kind);
  }
  for (const char* type : {"organization", "person", "document", "medium", "unnamed", "product", "place", "narrator", "other"}) {
    names.push_back(std::string("source.") + type);
  }
  for (const char* name : {"ran_to_end", "span_continued", "opens_with_connector", "opens_with_continuing", "opens_with_pronoun",
                           "in_quotation", "other_cue_here", "names_other", "names_source", "many_spans", "last_of_article",
                           "head_zone"}) {
    names.push_back(name);
  }
  return names;
}

}  // namespace

ClaimantFinder::ClaimantFinder(const rules::Tables& tables) : tables_(tables), model_(tables, "continuation", feature_names()) {}

std::uint32_t ClaimantFinder::last_span_before(const Context& context, std::uint32_t token) const {
  std::uint32_t last = kNone;
  const bool in_title = context.doc.tokens[token].begin < context.doc.title_end;
  for (std::uint32_t i = 0; i < context.sources.spans.size(); ++i) {
    const auto& span = context.sources.spans[i];
    if (span.words.begin > token) break;
    if (context.doc.in_title(span.words) == in_title) last = i;
  }
  return last;
}

Features ClaimantFinder::continuation_features(const Context& context, std::uint32_t token, std::uint32_t span_index) const {
  const auto& doc = context.doc;
  const auto& span = context.sources.spans[span_index];
  const auto& source = context.sources.sources[span.source];
  const Sentence& here = context.sentence_at(token);
  const std::uint32_t there = doc.sentence_of[span.words.end - 1];
  Features f;
  f.add(kBias);
  f.add_bucket(kSentences, doc.sentence_of[token] - std::min(there, doc.sentence_of[token]), kSteps);
  const std::uint32_t paragraphs = here.paragraph - doc.sentences[there].paragraph;
  f.add(paragraphs == 0 ? kSameParagraph : paragraphs == 1 ? kNextParagraph : kFarParagraph);
  f.add(kCueKind + (span.cue_rule == kNone ? 10 : static_cast<unsigned>(tables_.cues[span.cue_rule].kind)));
  f.add(kSourceType + static_cast<unsigned>(source.type));
  f.add_if(span.content.end >= doc.sentences[there].tokens.end, kRanToEnd);
  const std::uint32_t first = here.tokens.begin;
  f.add_if(tables_.sets("connector").has(doc.tokens[first].word), kOpensWithConnector);
  const Match* cue = context.marks.starting_at(PhraseClass::cue, first);
  f.add_if(cue != nullptr && tables_.cues[cue->index].kind == rules::CueKind::continuing, kOpensWithContinuing);
  const std::size_t actor = context.cast.first_from(first);
  const bool opens_with_actor = actor < context.cast.actors.size() && context.cast.actors[actor].tokens.begin <= first + 1;
  f.add_if(opens_with_actor && context.cast.actors[actor].kind == ActorKind::pronoun, kOpensWithPronoun);
  f.add_if(doc.quotation_at(token) != nullptr, kInQuotation);
  bool names_source = false;
  bool names_other = false;
  for (std::size_t i = actor; i < context.cast.actors.size() && context.cast.actors[i].tokens.begin < here.tokens.end; ++i) {
    if (context.cast.actors[i].kind != ActorKind::named) continue;
    (context.cast.actors[i].entity == source.entity ? names_source : names_other) = true;
  }
  f.add_if(names_other, kNamesOther);
  f.add_if(names_source, kNamesSource);
  std::uint32_t spans_of_source = 0;
  for (const auto& other : context.sources.spans) spans_of_source += other.source == span.source;
  f.add_if(spans_of_source >= 3, kManySpans);
  f.add_if(here.zone == Zone::lede || here.zone == Zone::headline, kHeadZone);
  return f;
}

ClaimantChoice ClaimantFinder::find(const Context& context, std::size_t amount) const {
  const TokenRange at = context.amounts[amount].tokens;
  ClaimantChoice choice;
  const auto& spans = context.sources.spans;
  std::uint32_t best_size = kNone;
  for (std::uint32_t i = 0; i < spans.size(); ++i) {
    if (!spans[i].content.contains(at)) continue;
    const std::uint32_t size = spans[i].content.end - spans[i].content.begin;
    if (size > best_size) continue;
    best_size = size;
    choice.span = i;
  }
  if (choice.span != kNone) {
    choice.source = spans[choice.span].source;
    for (const auto& span : spans) {
      if (!span.content.contains(at) || span.source == choice.source) continue;
      const auto& name = context.sources.sources[span.source].name;
      if (std::find(choice.via.begin(), choice.via.end(), name) == choice.via.end()) choice.via.push_back(name);
    }
  } else if (const std::uint32_t last = last_span_before(context, at.begin); last != kNone) {
    const Features features = continuation_features(context, at.begin, last);
    if (model_.score(features) > 0) {
      choice.span = last;
      choice.source = spans[last].source;
      choice.continued = true;
      choice.why = model_.describe(features);
    }
  }
  if (choice.source != kNone) {
    choice.attribution = context.doc.quotation_at(at.begin) != nullptr ? Attribution::direct : Attribution::indirect;
  }
  return choice;
}

}  // namespace socai
