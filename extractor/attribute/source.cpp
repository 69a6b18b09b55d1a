// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/source.h"

#include <algorithm>
#include <optional>

#include "extractor/attribute/according.h"
#include "extractor/attribute/coreference.h"
#include "extractor/attribute/quotation_frame.h"
#include "extractor/attribute/spoken_content.h"
#include "extractor/attribute/unnamed_speaker.h"
#include "extractor/attribute/verb_subject.h"

namespace socai {

using rules::CueKind;

namespace {

class Finder {
 public:
  Finder(const rules::Tables& t, const Document& doc, const Marks& marks, const Cast& cast, Sources* sources)
      : tables_(t), doc_(doc), marks_(marks), cast_(cast), sources_(*sources), coreference_(t, doc, cast),
        subjects_(t, doc, marks, cast), content_(t, doc, marks), according_(t, doc, cast), frame_(t, doc, cast),
        unnamed_(t, doc, marks), colon_(t.sets("colon")), comma_(t.sets("list.comma")), more_(t.sets("speech.more")) {}

  void run() {
    for (const Sentence& sentence : doc_.sentences) {
      sentence_ = sentence.tokens;
      last_subject_.reset();
      note_antecedents();
      read_colon();
      const std::size_t first_span = sources_.spans.size();
      find_speaker_behind();
      for (const Match& cue : marks_.within(PhraseClass::cue, sentence_)) {
        if (!subjects_.is_blocked(cue, sentence_)) read_cue(cue);
      }
      read_quotations(first_span);
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
    const auto subject = dropped ? last_subject_ : subject_of(cue);
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

  std::optional<std::size_t> subject_of(const Match& cue) const {
    const bool behind = speaker_behind_ && cast_.actors[*speaker_behind_].tokens.end <= cue.tokens.begin;
    return behind ? speaker_behind_ : subjects_.find(cue, sentence_);
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

  bool read_unnamed(const Match& cue) {
    const TokenRange words = unnamed_.before(cue, subjects_, sentence_);
    if (words.empty()) return false;
    const std::string name(doc_.words(words));
    add_source({name, name, EntityType::unnamed, kNone}, words, cue, content_.of(cue, words.begin, sentence_));
    return true;
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
    const auto index = according_.source_behind(cue, sentence_);
    if (!index) return read_according_words(cue);
    coreference_.advance(cast_.actors[*index].tokens.begin);
    const std::uint32_t end = according_.end_of_source(*index, sentence_);
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
    const TokenRange issuer = according_.unnamed_issuer(*index, sentence_);
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
    const TokenRange issuer = according_.issuer_of(words);
    if (!issuer.empty()) words = issuer;
    if (words.end - words.begin > kMostWords) return;
    const std::string name(doc_.words(words));
    const EntityType type = issuer.empty() ? EntityType::document : EntityType::unnamed;
    add_source({name, name, type, kNone}, words, cue, {end, sentence_.end});
  }

  // ---- "Ông A: …", "Ông A thông tin: …", at the start of a sentence

  void read_colon() {
    constexpr std::size_t kMostActors = 3;
    const std::size_t first = cast_.first_from(sentence_.begin);
    if (first >= cast_.actors.size() || cast_.actors[first].tokens.begin > sentence_.begin + 1) return;
    for (std::size_t i = first; i < cast_.actors.size() && i < first + kMostActors; ++i) {
      const Actor& actor = cast_.actors[i];
      const std::uint32_t at = colon_behind(actor);
      if (at >= sentence_.end) return;
      if (!colon_.has(doc_.tokens[at].word)) continue;
      if (actor.kind != ActorKind::named || cast_.entities[actor.entity].type != EntityType::person) return;
      coreference_.advance(actor.tokens.begin);
      const TokenRange colon{at, at + 1};
      return add_span(i, {colon, PhraseClass::cue, kNone}, {colon.end, sentence_.end});
    }
  }

  // Past the verb, in small letters, of a person with a title.
  std::uint32_t colon_behind(const Actor& actor) const {
    constexpr std::uint32_t kVerb = 2;
    std::uint32_t at = actor.tokens.end;
    const bool titled = !(actor.tokens == actor.name);
    while (titled && at < sentence_.end && at - actor.tokens.end < kVerb && doc_.tokens[at].is_word() &&
           !doc_.tokens[at].is_capitalized()) {
      ++at;
    }
    return at;
  }

  // ---- “…”, ông A ấm ức; A đưa ra câu chuyện: “…”

  // Of the last quotation that ends in the sentence or right before it.
  void find_speaker_behind() {
    speaker_behind_.reset();
    for (const Quotation& quotation : doc_.quotations_beside(sentence_)) {
      if (quotation.last() >= sentence_.end || !is_speech(&quotation)) continue;
      speaker_behind_ = frame_.speaker_behind(quotation);
    }
  }

  // Those that no verb of saying gave to anybody.
  void read_quotations(std::size_t first_span) {
    for (const Quotation& quotation : doc_.quotations_beside(sentence_)) {
      if (!is_speech(&quotation) || is_spoken(quotation, first_span)) continue;
      const TokenRange content{quotation.first(), quotation.last()};
      if (const auto speaker = frame_.speaker_behind(quotation)) {
        const std::uint32_t end = cast_.actors[*speaker].tokens.end;
        if (end <= sentence_.end && end > sentence_.begin) add_unsaid(*speaker, {end, end}, content);
      } else if (const auto colon = frame_.colon_before(quotation); colon && sentence_.contains(*colon)) {
        const Match cue{{*colon, *colon + 1}, PhraseClass::cue, kNone};
        if (const auto subject = subjects_.find(cue, sentence_)) add_unsaid(*subject, cue.tokens, content);
      }
    }
    std::stable_sort(sources_.spans.begin() + static_cast<std::ptrdiff_t>(first_span), sources_.spans.end(),
                     [](const SourceSpan& a, const SourceSpan& b) { return a.cue.begin < b.cue.begin; });
  }

  bool is_spoken(const Quotation& quotation, std::size_t first_span) const {
    return std::any_of(sources_.spans.begin() + static_cast<std::ptrdiff_t>(first_span), sources_.spans.end(),
                       [&](const SourceSpan& span) { return quotation.tokens.overlaps(span.content); });
  }

  void add_unsaid(std::size_t actor, TokenRange cue, TokenRange content) {
    coreference_.advance(cast_.actors[actor].tokens.begin);
    add_span(actor, {cue, PhraseClass::cue, kNone}, content);
  }

  // ---- spans

  void add_span(std::size_t actor, const Match& cue, TokenRange content) {
    add_source(coreference_.resolve(cast_.actors[actor], sources_, says_more(cue.tokens)), cast_.actors[actor].tokens,
               cue, content);
  }

  bool says_more(TokenRange cue) const {
    for (std::uint32_t at = cue.begin; at < cue.end; ++at) {
      if (more_.has(doc_.tokens[at].word)) return true;
    }
    return false;
  }

  void add_source(const Source& source, TokenRange who, const Match& cue, TokenRange content) {
    if (const TokenRange below = content_.below(cue.tokens, sentence_); !below.empty()) content = below;
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
      for (const Quotation& quotation : doc_.quotations_beside(span.content)) {
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
  const According according_;
  const QuotationFrame frame_;
  const UnnamedSpeaker unnamed_;
  const rules::WordSet &colon_, &comma_, &more_;
  TokenRange sentence_;
  std::optional<std::size_t> last_subject_;    // of the last verb of the sentence
  std::optional<std::size_t> speaker_behind_;  // who stands behind a quotation that ends in the sentence
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
