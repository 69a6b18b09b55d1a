// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/source.h"

#include <algorithm>
#include <optional>

#include "extractor/attribute/coreference.h"
#include "extractor/attribute/spoken_content.h"
#include "extractor/attribute/verb_subject.h"

namespace socai {

using rules::CueKind;

namespace {

constexpr std::uint32_t kAccordingReach = 7;  // words between "theo" and its source: "theo số liệu mới nhất của …"
constexpr std::uint32_t kLongestSource = 24;  // tokens from a source to the comma that ends its apposition

class Finder {
 public:
  Finder(const rules::Tables& t, const Document& doc, const Marks& marks, const Cast& cast, Sources* sources)
      : tables_(t), doc_(doc), marks_(marks), cast_(cast), sources_(*sources), coreference_(t, doc, cast),
        subjects_(t, doc, marks, cast), content_(t, doc, marks), genitive_(t.sets("genitive")), colon_(t.sets("colon")),
        comma_(t.sets("list.comma")), several_(t.sets("several")) {}

  void run() {
    for (const Sentence& sentence : doc_.sentences) {
      sentence_ = sentence.tokens;
      last_subject_.reset();
      note_antecedents();
      read_colon();
      for (const Match& cue : marks_.within(PhraseClass::cue, sentence_)) {
        if (!subjects_.is_blocked(cue, sentence_)) read_cue(cue);
      }
      coreference_.end_sentence(sentence_);
    }
    extend_over_quotations();
  }

 private:
  // What each pronoun of the sentence stands for before anybody in it has spoken.
  void note_antecedents() {
    const std::size_t first = cast_.first_from(sentence_.begin);
    for (std::size_t i = first; i < cast_.actors.size() && cast_.actors[i].tokens.begin < sentence_.end; ++i) {
      if (cast_.actors[i].kind == ActorKind::pronoun) sources_.antecedents[i] = coreference_.entity_of(cast_.actors[i]);
    }
  }

  void read_cue(const Match& match) {
    switch (tables_.cues[match.index].kind) {
      case CueKind::according: return read_according(match);
      case CueKind::noun:
      case CueKind::hearsay:
      case CueKind::continuing: return;
      default: return read_verb(match);
    }
  }

  // ---- "X cho biết …", "…, X nói"

  void read_verb(const Match& cue) {
    if (is_speech(doc_.quotation_at(cue.tokens.begin)) || is_noun_behind_according(cue)) return;
    if (subjects_.is_no_speech(cue, sentence_)) return;
    const bool dropped = last_subject_ && subjects_.drops_subject(cue, sentence_);
    const auto subject = dropped ? last_subject_ : subjects_.find(cue, sentence_);
    const bool sure = subject && (subjects_.is_beside(*subject, cue) ||
                                  subjects_.starts_clause(begin_of_titles(*subject), sentence_));
    if (!dropped && !sure && read_unnamed(cue)) return;
    if (!subject) return;
    if (!dropped && is_addressed(*subject, cue)) return;
    last_subject_ = subject;
    coreference_.advance(cast_.actors[*subject].tokens.begin);
    add_span(
        *subject, cue,
        dropped ? TokenRange{cue.tokens.end, sentence_.end} : content_.of(cue, begin_of_titles(*subject), sentence_));
  }

  // "A đã hỏi | B rằng", "A nói với | B rằng": B is spoken to.
  bool is_addressed(std::size_t actor, const Match& cue) const {
    const TokenRange who = cast_.actors[actor].tokens;
    if (who.end != cue.tokens.begin) return false;
    const Match* verb = marks_.ending_at(PhraseClass::cue, who.begin);
    if (verb == nullptr) return false;
    const CueKind kind = tables_.cues[verb->index].kind;
    return kind == CueKind::say || kind == CueKind::demand;
  }

  // "Một số nhà xuất khẩu cho rằng …", "Chủ đại lý này phân tích …": several, or somebody by what he is, whom nothing
  // names, open the clause of the verb.
  bool read_unnamed(const Match& cue) {
    constexpr std::uint32_t kMostWords = 7;
    std::uint32_t end = cue.tokens.begin;
    while (end > sentence_.begin && subjects_.is_adverb(end - 1)) --end;
    std::uint32_t begin = end;
    while (begin > sentence_.begin && end - begin < kMostWords &&
           (doc_.tokens[begin - 1].is_word() || doc_.tokens[begin - 1].is_number())) {
      --begin;
      const bool several = several_.has(doc_.tokens[begin].word) && end - begin >= 2;
      if (!(several || is_speaker(begin)) || !subjects_.starts_clause(begin, sentence_)) continue;
      const std::string name(doc_.words(TokenRange{begin, end}));
      add_source({name, name, EntityType::unnamed, kNone}, {begin, end}, cue, content_.of(cue, begin, sentence_));
      return true;
    }
    return false;
  }

  // Whether a noun for somebody who can speak begins at the token, behind a number: "2 đối tượng", "tỷ phú".
  bool is_speaker(std::uint32_t at) const {
    if (doc_.tokens[at].is_number()) ++at;
    const auto noun = at < sentence_.end ? marks_.at(PhraseClass::noun, at) : std::nullopt;
    return noun && tables_.noun_classes[noun->index].speaks;
  }

  // "theo ước tính của X": the verb is a noun there, and "theo" reads it.
  bool is_noun_behind_according(const Match& cue) const {
    const Match* before = marks_.ending_at(PhraseClass::cue, cue.tokens.begin);
    return before != nullptr && tables_.cues[before->index].kind == CueKind::according;
  }

  // "Bộ trưởng Bộ Công Thương | Nguyễn Hồng Diên": where the offices and organisations that touch the name begin.
  std::uint32_t begin_of_titles(std::size_t actor) const {
    std::uint32_t begin = cast_.actors[actor].tokens.begin;
    while (actor > 0 && cast_.actors[actor - 1].tokens.end == begin && begin > sentence_.begin) {
      begin = cast_.actors[--actor].tokens.begin;
    }
    return begin;
  }

  // ---- "Theo X, …", "…, theo X"

  void read_according(const Match& cue) {
    const auto index = according_source(cue);
    if (!index) return read_according_words(cue);
    coreference_.advance(cast_.actors[*index].tokens.begin);
    const std::uint32_t end = end_of_source(*index);
    const bool opens = cue.tokens.begin <= sentence_.begin + 6 && subjects_.starts_clause(cue.tokens.begin, sentence_);
    const bool closes = doc_.words_between(end, sentence_.end) <= kCueTail;
    // "Đài Praha cho biết, theo | Cục Thống kê, …": what the one tells the other said.
    const bool nested = cue.tokens.begin > sentence_.begin + 1 && comma_.has(doc_.tokens[cue.tokens.begin - 1].word) &&
                        marks_.ending_at(PhraseClass::cue, cue.tokens.begin - 1) != nullptr;
    TokenRange content = sentence_;
    if (closes)
      content = {sentence_.begin, cue.tokens.begin};
    else if (opens || nested || cue.tokens.begin <= sentence_.begin + 2)
      content = {end, sentence_.end};
    const TokenRange issuer = unnamed_issuer(*index);
    if (issuer.empty()) return add_span(*index, cue, content);
    const std::string name(doc_.words(issuer));
    add_source({name, name, EntityType::unnamed, kNone}, issuer, cue, content);
  }

  // "Theo đơn khởi kiện, …": at the head of a sentence any few words up to the comma are a document that speaks; of
  // "Theo đánh giá chung của các đầu mối kinh doanh vàng, …" whoever it is of speaks.
  void read_according_words(const Match& cue) {
    constexpr std::uint32_t kMostWords = 7;
    if (cue.tokens.begin != sentence_.begin) return;
    std::uint32_t end = cue.tokens.end;
    while (end < sentence_.end && doc_.tokens[end].is_word()) ++end;
    if (end == cue.tokens.end || end >= sentence_.end || !comma_.has(doc_.tokens[end].word)) return;
    TokenRange words{cue.tokens.end, end};
    const TokenRange issuer = issuer_of(words);
    if (!issuer.empty()) words = issuer;
    if (words.end - words.begin > kMostWords) return;
    const std::string name(doc_.words(words));
    const EntityType type = issuer.empty() ? EntityType::document : EntityType::unnamed;
    add_source({name, name, type, kNone}, words, cue, {end, sentence_.end});
  }

  // The words behind the first "của" of the words; empty where there is none.
  TokenRange issuer_of(TokenRange words) const {
    while (!words.empty() && !genitive_.has(doc_.tokens[words.begin].word)) ++words.begin;
    if (!words.empty()) ++words.begin;
    return words;
  }

  // "Theo thống kê của | tổ công tác 970 (Bộ Nông nghiệp), …": the words, no name, that a document is of.
  TokenRange unnamed_issuer(std::size_t index) const {
    constexpr std::uint32_t kMostWords = 8;
    const Actor& document = cast_.actors[index];
    const std::uint32_t of = document.tokens.end;
    if (document.kind != ActorKind::document || document.entity != kNone || of + 2 >= sentence_.end) return {};
    if (!genitive_.has(doc_.tokens[of].word)) return {};
    TokenRange words{of + 1, of + 1};
    while (words.end < sentence_.end && doc_.tokens[words.end].kind != TokenKind::mark) ++words.end;
    const bool fits = words.end - words.begin >= 2 && words.end - words.begin <= kMostWords;
    return fits && words.end < sentence_.end ? words : TokenRange{};
  }

  // The actor behind "theo", with the noun of saying or the office before it passed over.
  std::optional<std::size_t> according_source(const Match& cue) const {
    std::optional<std::size_t> found;
    for (std::size_t i = cast_.first_from(cue.tokens.begin + 1); i < cast_.actors.size(); ++i) {
      const Actor& actor = cast_.actors[i];
      const std::uint32_t from = found ? cast_.actors[*found].tokens.end : cue.tokens.end;
      const std::uint32_t gap = actor.tokens.begin > from ? actor.tokens.begin - from : 0;  // "theo | luật sư | A"
      if (actor.tokens.begin >= sentence_.end || gap > kAccordingReach) break;
      if (mark_between(from, actor.tokens.begin)) break;
      const bool of = gap > 0 && genitive_.has(doc_.tokens[actor.tokens.begin - 1].word);
      // "khảo sát với 21 công ty môi giới của | FnGuide"
      const bool document = found && cast_.actors[*found].kind == ActorKind::document;
      if (document && gap > 1 && !of && actor.kind != ActorKind::named) continue;
      if (found && !(document && of) && (gap > 1 || (gap == 1 && !of))) break;
      found = i;
      if (actor.kind == ActorKind::named || actor.kind == ActorKind::pronoun) {
        const bool next_person = i + 1 < cast_.actors.size() && cast_.actors[i + 1].tokens.begin == actor.tokens.end &&
                                 cast_.actors[i + 1].type == EntityType::person;
        if (!next_person) break;
      }
    }
    return found;
  }

  bool mark_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at < to; ++at) {
      if (comma_.has(doc_.tokens[at].word) || colon_.has(doc_.tokens[at].word)) return true;
    }
    return false;
  }

  std::uint32_t end_of_source(std::size_t index) const {
    const std::uint32_t from = cast_.actors[index].tokens.end;
    const std::uint32_t limit = std::min(from + kLongestSource, sentence_.end);
    for (std::uint32_t at = from; at < limit; ++at) {
      if (comma_.has(doc_.tokens[at].word) || colon_.has(doc_.tokens[at].word)) return at;
    }
    return from;
  }

  // ---- "Ông A: …", at the start of a sentence

  void read_colon() {
    constexpr std::size_t kMostActors = 3;
    const std::size_t first = cast_.first_from(sentence_.begin);
    if (first >= cast_.actors.size() || cast_.actors[first].tokens.begin > sentence_.begin + 1) return;
    for (std::size_t i = first; i < cast_.actors.size() && i < first + kMostActors; ++i) {
      const Actor& actor = cast_.actors[i];
      if (actor.tokens.end >= sentence_.end) return;
      if (!colon_.has(doc_.tokens[actor.tokens.end].word)) continue;
      if (actor.kind != ActorKind::named || cast_.entities[actor.entity].type != EntityType::person) return;
      coreference_.advance(actor.tokens.begin);
      const TokenRange colon{actor.tokens.end, actor.tokens.end + 1};
      return add_span(i, {colon, PhraseClass::cue, kNone}, {colon.end, sentence_.end});
    }
  }

  // ---- spans

  void add_span(std::size_t actor, const Match& cue, TokenRange content) {
    add_source(coreference_.resolve(cast_.actors[actor], sources_), cast_.actors[actor].tokens, cue, content);
  }

  void add_source(const Source& source, TokenRange who, const Match& cue, TokenRange content) {
    if (content.empty()) return;
    std::uint32_t index = 0;
    while (index < sources_.sources.size() && sources_.sources[index].name != source.name) ++index;
    coreference_.speaks(index, source);
    if (index == sources_.sources.size()) {
      sources_.sources.push_back(source);
      sources_.spoken.push_back(0);
    }
    ++sources_.spoken[index];
    const TokenRange words{std::min({who.begin, cue.tokens.begin, content.begin}),
                           std::max({who.end, cue.tokens.end, content.end})};
    sources_.spans.push_back({content, words, index, cue.tokens, cue.index, who});
  }

  // Speech that a span reaches into belongs to it whole, also where it runs over sentences.
  void extend_over_quotations() {
    for (SourceSpan& span : sources_.spans) {
      for (const Quotation& quotation : doc_.quotations) {
        if (quotation.first() > span.content.end) break;
        const TokenRange whole{quotation.first(), quotation.last()};
        if (!whole.overlaps(span.content) || whole.contains(span.cue.begin)) continue;
        span.content = {std::min(span.content.begin, whole.begin), std::max(span.content.end, whole.end)};
      }
    }
  }

  const rules::Tables& tables_;
  const Document& doc_;
  const Marks& marks_;
  const Cast& cast_;
  Sources& sources_;
  Coreference coreference_;
  const VerbSubject subjects_;
  const SpokenContent content_;
  const rules::WordSet &genitive_, &colon_, &comma_, &several_;
  TokenRange sentence_;
  std::optional<std::size_t> last_subject_;  // of the last verb of the sentence
};

}  // namespace

void SourceFinder::find(const Document& doc, const Marks& marks, const Cast& cast, Sources* sources) const {
  sources->sources.clear();
  sources->spans.clear();
  sources->spoken.clear();
  sources->antecedents.assign(cast.actors.size(), kNone);
  Finder(tables_, doc, marks, cast, sources).run();
}

}  // namespace socai
