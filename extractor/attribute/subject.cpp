// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/subject.h"

#include <algorithm>

namespace socai {
namespace {

constexpr std::uint32_t kDistances[] = {0, 2, 5, 9, 15, 25};
constexpr std::uint32_t kCounts[] = {0, 1};
constexpr std::uint32_t kMentions[] = {1, 3};
constexpr std::uint32_t kLongestPhrase = 12;   // tokens of a noun phrase
constexpr std::uint32_t kSentencesBack = 3;

enum Feature : unsigned {
  kOrganization, kPerson, kDocument, kMedium, kUnnamed, kProduct, kPlace, kNarrator, kOtherType,  // as EntityType
  kNamed, kOffice, kPronoun,
  kPhraseOfMetric, kPhraseOfClause, kPhraseBehind,
  kBefore, kAfter,
  kDistanceBefore, kDistanceAfter = kDistanceBefore + 7,
  kAmountsBetween = kDistanceAfter + 7,
  kMarksBetween = kAmountsBetween + 3,
  kSentencesBackAt = kMarksBetween + 3,  // 1, 2, 3
  kHeadline = kSentencesBackAt + 3,
  kOpensSentence, kOpensClause, kBehindPreposition, kBehindGenitive, kBehindMetric, kBehindFor,
  kIsSource, kInBrackets, kNearestBefore, kNearestAfter, kTouches, kFirstOfSentence,
  kMentionsAt, kCarried = kMentionsAt + 3, kCarriedInList, kCarriedConversion, kTopic,
  kCount
};

std::vector<std::string> feature_names() {
  std::vector<std::string> names = {"organization", "person", "document", "medium", "unnamed", "product", "place", "narrator",
                                    "other_type", "named", "office", "pronoun", "phrase_of_metric", "phrase_of_clause",
                                    "phrase_behind", "before", "after"};
  for (const char* side : {"before", "after"}) {
    for (const char* bucket : {"0", "1_2", "3_5", "6_9", "10_15", "16_25", "26_up"}) names.push_back(std::string("distance_") + side + "." + bucket);
  }
  for (const char* count : {"0", "1", "2_up"}) names.push_back(std::string("amounts_between.") + count);
  for (const char* count : {"0", "1", "2_up"}) names.push_back(std::string("marks_between.") + count);
  for (const char* back : {"1", "2", "3"}) names.push_back(std::string("sentences_back.") + back);
  for (const char* name : {"headline", "opens_sentence", "opens_clause", "behind_preposition", "behind_genitive", "behind_metric",
                           "behind_for", "is_source", "in_brackets", "nearest_before", "nearest_after", "touches",
                           "first_of_sentence"}) {
    names.push_back(name);
  }
  for (const char* count : {"1", "2_3", "4_up"}) names.push_back(std::string("mentions.") + count);
  for (const char* name : {"carried", "carried_in_list", "carried_conversion", "topic"}) names.push_back(name);
  return names;
}

class CandidateFinder {
 public:
  CandidateFinder(const Context& context, std::size_t index, TokenRange metric, std::uint32_t source,
                  const std::vector<SubjectCandidate>& chosen, std::vector<SubjectCandidate>* list)
      : c_(context), index_(index), amount_(context.amounts[index]), metric_(metric), source_(source), chosen_(chosen),
        list_(*list), sentence_(context.sentence_of(amount_.tokens.begin)), preposition_(c_.tables.sets("preposition")),
        genitive_(c_.tables.sets("genitive.of")), clause_mark_(c_.tables.sets("clause.mark")),
        clause_word_(c_.tables.sets("clause.word")), verb_(c_.tables.sets("clause.verb")), for_(c_.tables.sets("for")),
        bracket_(c_.tables.sets("bracket.open")), phrase_end_(c_.tables.sets("phrase.end")) {}

  void run() {
    const TokenRange here = c_.doc.sentences[sentence_].tokens;
    add_actors(here, 0);
    for (std::uint32_t back = 1; back <= kSentencesBack && back <= sentence_; ++back) {
      if (!same_field(sentence_ - back)) break;
      add_actors(c_.doc.sentences[sentence_ - back].tokens, back);
    }
    add_phrase_of_metric(here);
    add_phrase_of_clause(here);
    add_phrase_behind(here);
    add_carried();
    add_topic();
  }

 private:
  bool same_field(std::uint32_t sentence) const {
    return c_.doc.in_title(c_.doc.sentences[sentence].tokens) == c_.doc.in_title(amount_.tokens);
  }

  // ---- actors

  void add_actors(TokenRange range, std::uint32_t back) {
    const std::size_t first = c_.cast.first_from(range.begin);
    std::size_t nearest_before = c_.cast.actors.size();
    std::size_t nearest_after = c_.cast.actors.size();
    std::size_t end = first;
    for (; end < c_.cast.actors.size() && c_.cast.actors[end].tokens.begin < range.end; ++end) {
      if (c_.cast.actors[end].entity == kNone) continue;
      if (c_.cast.actors[end].tokens.end <= amount_.tokens.begin) nearest_before = end;
      if (c_.cast.actors[end].tokens.begin >= amount_.tokens.end && nearest_after == c_.cast.actors.size()) nearest_after = end;
    }
    for (std::size_t i = first; i < end; ++i) {
      const Actor& actor = c_.cast.actors[i];
      const std::uint32_t entity = entity_of(i);
      if (entity == kNone || actor.tokens.overlaps(amount_.tokens)) continue;
      SubjectCandidate candidate;
      candidate.entity = entity;
      candidate.name = c_.cast.entities[entity].name;
      candidate.tokens = actor.tokens;
      Features& f = candidate.features;
      f.add(static_cast<unsigned>(c_.cast.entities[entity].type));
      f.add(actor.kind == ActorKind::named ? kNamed : actor.kind == ActorKind::pronoun ? kPronoun : kOffice);
      f.add_if(i == nearest_before, kNearestBefore);
      f.add_if(i == nearest_after, kNearestAfter);
      f.add_if(i == first, kFirstOfSentence);
      f.add_bucket(kMentionsAt, c_.cast.entities[entity].mentions, kMentions);
      f.add_if(is_source(entity), kIsSource);
      add_place(&f, actor.tokens, back);
      list_.push_back(std::move(candidate));
    }
  }

  bool is_source(std::uint32_t entity) const {
    return source_ != kNone && c_.sources.sources[source_].entity == entity;
  }

  std::uint32_t entity_of(std::size_t actor) const {
    const Actor& a = c_.cast.actors[actor];
    if (a.kind != ActorKind::pronoun) return a.entity;
    return c_.antecedents[actor];
  }

  void add_place(Features* f, TokenRange at, std::uint32_t back) const {
    f->add_if(opens_sentence(at.begin), kOpensSentence);
    f->add_if(opens_clause(at.begin), kOpensClause);
    f->add_if(behind(preposition_, at.begin), kBehindPreposition);
    f->add_if(behind(genitive_, at.begin), kBehindGenitive);
    f->add_if(behind(bracket_, at.begin), kInBrackets);
    f->add_if(!metric_.empty() && (metric_.end == at.begin || (metric_.end + 1 == at.begin && behind(genitive_, at.begin))), kBehindMetric);
    if (back > 0) {
      f->add(kSentencesBackAt + back - 1);
      return;
    }
    const bool before = at.end <= amount_.tokens.begin;
    const TokenRange gap = before ? TokenRange{at.end, amount_.tokens.begin} : TokenRange{amount_.tokens.end, at.begin};
    f->add(before ? kBefore : kAfter);
    f->add_bucket(before ? kDistanceBefore : kDistanceAfter, gap.end - gap.begin, kDistances);
    f->add_bucket(kAmountsBetween, c_.amounts_between(gap.begin, gap.end), kCounts);
    f->add_bucket(kMarksBetween, c_.marks_between(gap.begin, gap.end), kCounts);
    f->add_if(!before && behind(for_, at.begin), kBehindFor);
    f->add_if(gap.empty(), kTouches);
  }

  TokenRange sentence_tokens(std::uint32_t at) const { return c_.sentence_at(at).tokens; }
  bool opens_sentence(std::uint32_t at) const { return at == sentence_tokens(at).begin; }
  bool opens_clause(std::uint32_t at) const {
    if (opens_sentence(at)) return true;
    const WordId before = c_.doc.tokens[at - 1].word;
    return clause_mark_.has(before) || clause_word_.has(before);
  }
  bool behind(const rules::WordSet& set, std::uint32_t at) const {
    return !opens_sentence(at) && set.has(c_.doc.tokens[at - 1].word);
  }

  // ---- noun phrases

  void add_phrase(TokenRange tokens, unsigned feature) {
    if (tokens.empty() || tokens.overlaps(amount_.tokens)) return;
    SubjectCandidate candidate;
    candidate.tokens = tokens;
    candidate.name = c_.doc.words(tokens);
    candidate.features.add(feature);
    add_place(&candidate.features, tokens, 0);
    list_.push_back(std::move(candidate));
  }

  bool ends_phrase(std::uint32_t at) const {
    const Token& token = c_.doc.tokens[at];
    if (token.kind == TokenKind::mark) return token.gap != Gap::none || at + 1 >= c_.doc.tokens.size() || c_.doc.tokens[at + 1].gap != Gap::none;
    return verb_.has(token.word) || phrase_end_.has(token.word);
  }

  // The words from `begin` up to a verb, a mark or the amount.
  TokenRange phrase_from(std::uint32_t begin, std::uint32_t limit) const {
    std::uint32_t end = begin;
    const std::uint32_t stop = std::min(limit, begin + kLongestPhrase);
    while (end < stop && !ends_phrase(end) && !c_.amount_at(end)) ++end;
    return {begin, end};
  }

  // "giá vàng SJC đạt …", "doanh thu của X": what the metric's noun is of.
  void add_phrase_of_metric(TokenRange sentence) {
    if (metric_.empty() || !sentence.contains(metric_)) return;
    std::uint32_t begin = metric_.end;
    if (begin < sentence.end && genitive_.has(c_.doc.tokens[begin].word)) ++begin;
    add_phrase(phrase_from(begin, sentence.end), kPhraseOfMetric);
  }

  // The first noun phrase of the clause that holds the amount.
  void add_phrase_of_clause(TokenRange sentence) {
    std::uint32_t begin = amount_.tokens.begin;
    while (begin > sentence.begin && !clause_mark_.has(c_.doc.tokens[begin - 1].word)) --begin;
    add_phrase(phrase_from(begin, amount_.tokens.begin), kPhraseOfClause);
    if (begin != sentence.begin) add_phrase(phrase_from(sentence.begin, amount_.tokens.begin), kPhraseOfClause);
  }

  // "… 5 tỷ đồng cho dự án X": what the amount goes to.
  void add_phrase_behind(TokenRange sentence) {
    const std::uint32_t limit = std::min(sentence.end, amount_.tokens.end + 4);
    for (std::uint32_t at = amount_.tokens.end; at + 1 < limit; ++at) {
      if (c_.doc.tokens[at].kind == TokenKind::mark) return;
      if (!for_.has(c_.doc.tokens[at].word)) continue;
      add_phrase(phrase_from(at + 1, sentence.end), kPhraseBehind);
      return;
    }
  }

  // ---- carried over

  void add_carried() {
    if (index_ == 0) return;
    const AmountMention& previous = c_.amounts[index_ - 1];
    const std::uint32_t there = c_.sentence_of(previous.tokens.begin);
    if (there + 2 < sentence_ || c_.doc.in_title(previous.tokens) != c_.doc.in_title(amount_.tokens)) return;
    SubjectCandidate candidate = chosen_[index_ - 1];
    if (candidate.name.empty()) return;
    candidate.features.clear();
    candidate.features.add(amount_.conversion ? kCarriedConversion : kCarried);
    if (there == sentence_) {
      const std::uint32_t gap = amount_.tokens.begin - previous.tokens.end;
      candidate.features.add_bucket(kDistanceBefore, gap, kDistances);
      candidate.features.add_if(gap <= 2, kCarriedInList);
    } else {
      candidate.features.add(kSentencesBackAt + (sentence_ - there) - 1);
    }
    list_.push_back(std::move(candidate));
  }

  // What the whole article is about: the entity with the most mentions.
  void add_topic() {
    std::uint32_t topic = kNone;
    for (std::uint32_t i = 0; i < c_.cast.entities.size(); ++i) {
      const auto type = c_.cast.entities[i].type;
      if (type == EntityType::place || type == EntityType::medium) continue;
      if (topic == kNone || c_.cast.entities[i].mentions > c_.cast.entities[topic].mentions) topic = i;
    }
    if (topic == kNone) return;
    SubjectCandidate candidate;
    candidate.entity = topic;
    candidate.name = c_.cast.entities[topic].name;
    candidate.features.add(kTopic);
    candidate.features.add(static_cast<unsigned>(c_.cast.entities[topic].type));
    candidate.features.add_bucket(kMentionsAt, c_.cast.entities[topic].mentions, kMentions);
    list_.push_back(std::move(candidate));
  }

  const Context& c_;
  const std::size_t index_;
  const AmountMention& amount_;
  const TokenRange metric_;
  const std::uint32_t source_;
  const std::vector<SubjectCandidate>& chosen_;
  std::vector<SubjectCandidate>& list_;
  const std::uint32_t sentence_;
  const rules::WordSet &preposition_, &genitive_, &clause_mark_, &clause_word_, &verb_, &for_, &bracket_, &phrase_end_;
};

}  // namespace

SubjectRanker::SubjectRanker(const rules::Tables& tables) : tables_(tables), model_(tables, "subject", feature_names()) {}

void SubjectRanker::candidates(const Context& context, std::size_t index, TokenRange metric_phrase, std::uint32_t source,
                               const std::vector<SubjectCandidate>& chosen, std::vector<SubjectCandidate>* list) const {
  list->clear();
  CandidateFinder(context, index, metric_phrase, source, chosen, list).run();
  for (auto& candidate : *list) candidate.score = model_.score(candidate.features);
}

std::size_t SubjectRanker::best(const std::vector<SubjectCandidate>& list) const {
  return static_cast<std::size_t>(std::max_element(list.begin(), list.end(), [](const auto& a, const auto& b) {
                                    return a.score < b.score;
                                  }) - list.begin());
}

}  // namespace socai
