// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/source.h"

#include <algorithm>
#include <optional>

#include "extractor/attribute/coreference.h"

namespace socai {

using rules::Cue;
using rules::CueKind;

namespace {

constexpr std::uint32_t kAccordingReach = 7;  // words between "theo" and its source: "theo số liệu mới nhất của …"
constexpr std::uint32_t kTail = 3;            // a cue with no more words behind it speaks of what stands before it
constexpr std::uint32_t kShortQuote = 4;      // a quotation of fewer words is a way of putting it, not speech

class Finder {
 public:
  Finder(const rules::Tables& t, const Document& doc, const Marks& marks, const Cast& cast, Sources* sources)
      : tables_(t), doc_(doc), marks_(marks), cast_(cast), sources_(*sources), coreference_(t, doc, cast),
        preposition_(t.sets("preposition")), genitive_(t.sets("genitive")), adverb_(t.sets("adverb")),
        apposition_(t.sets("apposition")), clause_mark_(t.sets("clause.mark")), clause_word_(t.sets("clause.word")),
        adjunct_(t.sets("adjunct")), colon_(t.sets("colon")), dash_(t.sets("dash")), comma_(t.sets("list.comma")) {}

  void run() {
    for (const Sentence& sentence : doc_.sentences) {
      sentence_ = sentence.tokens;
      note_antecedents();
      read_colon();
      for (const Match& cue : marks_.within(PhraseClass::cue, sentence_)) {
        if (!is_blocked(cue)) read_cue(cue);
      }
      coreference_.advance(sentence_.end);
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

  bool is_blocked(const Match& cue) const {
    for (const Match& block : marks_.within(PhraseClass::block, {back(cue.tokens.begin, 4), cue.tokens.end})) {
      if (block.tokens.overlaps(cue.tokens) && block.tokens.end - block.tokens.begin >= cue.tokens.end - cue.tokens.begin) {
        return true;
      }
    }
    return false;
  }

  std::uint32_t back(std::uint32_t from, std::uint32_t steps) const {
    return from > sentence_.begin + steps ? from - steps : sentence_.begin;
  }

  void read_cue(const Match& match) {
    const Cue& cue = tables_.cues[match.index];
    switch (cue.kind) {
      case CueKind::according: read_according(match); break;
      case CueKind::noun: case CueKind::hearsay: case CueKind::continuing: break;
      default: read_verb(match, cue);
    }
  }

  // ---- "X cho biết …", "…, X nói"

  void read_verb(const Match& cue, const Cue& rule) {
    const Quotation* quotation = doc_.quotation_at(cue.tokens.begin);
    if (quotation != nullptr && quotation->tokens.end - quotation->tokens.begin > kShortQuote) return;
    const auto subject = subject_of(cue, rule);
    if (!subject) return;
    coreference_.advance(cast_.actors[*subject].tokens.begin);
    add_span(*subject, cue, content_of(cue, cast_.actors[*subject]));
  }

  // The actor before the verb that is most likely its subject.
  std::optional<std::size_t> subject_of(const Match& cue, const Cue& rule) const {
    std::optional<std::size_t> best;
    double best_score = -1.5;
    const std::size_t first = cast_.first_from(sentence_.begin);
    for (std::size_t i = first; i < cast_.actors.size() && cast_.actors[i].tokens.end <= cue.tokens.begin; ++i) {
      const double score = subject_score(i, cue, rule);
      if (score >= best_score) {
        best_score = score;
        best = i;
      }
    }
    if (best) best = head_of_apposition(*best, first);
    return best;
  }

  double subject_score(std::size_t index, const Match& cue, const Cue& rule) const {
    const Actor& actor = cast_.actors[index];
    double score = -0.12 * words_between(actor.tokens.end, cue.tokens.begin);
    if (only_adverbs(actor.tokens.end, cue.tokens.begin)) score += 1.2;
    if (starts_clause(actor.tokens.begin)) score += 0.9;
    if (behind(preposition_, actor.tokens.begin) && !behind_document(index)) score -= 1.6;
    if (crosses_cue(actor.tokens.end, cue.tokens.begin)) score -= 2.0;
    if (doc_.quotation_at(actor.tokens.begin) != doc_.quotation_at(cue.tokens.begin)) score -= 3.0;
    score += type_score(actor, rule);
    return score;
  }

  double type_score(const Actor& actor, const Cue& rule) const {
    const EntityType type = actor.entity != kNone ? cast_.entities[actor.entity].type : actor.type;
    if (actor.kind == ActorKind::document) return rule.kind == CueKind::show || rule.kind == CueKind::reckon ? 0.7 : 0.3;
    if (actor.kind == ActorKind::pronoun) return type == EntityType::product ? -2.0 : 0.3;
    switch (type) {
      case EntityType::person: return 0.8;
      case EntityType::organization: case EntityType::medium: return 0.5;
      case EntityType::unnamed: return 0.6;
      case EntityType::place: return -0.6;
      case EntityType::product: return -1.0;
      default: return 0.0;
    }
  }

  int words_between(std::uint32_t from, std::uint32_t to) const {
    int words = 0;
    for (std::uint32_t at = from; at < to; ++at) words += doc_.tokens[at].kind == TokenKind::mark ? 0 : 1;
    return words;
  }

  bool only_adverbs(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at < to; ++at) {
      if (!adverb_.has(doc_.tokens[at].word) && !doc_.tokens[at].is_number()) return false;
    }
    return true;
  }

  bool starts_clause(std::uint32_t at) const {
    if (at == sentence_.begin) return true;
    const WordId before = doc_.tokens[at - 1].word;
    return clause_mark_.has(before) || clause_word_.has(before);
  }

  bool behind(const rules::WordSet& set, std::uint32_t at) const {
    return at > sentence_.begin && set.has(doc_.tokens[at - 1].word);
  }

  // "báo cáo của X": the issuer stands for the document.
  bool behind_document(std::size_t index) const {
    const Actor& actor = cast_.actors[index];
    if (!behind(genitive_, actor.tokens.begin)) return false;
    const std::uint32_t noun = actor.tokens.begin - 1;
    if (marks_.ending_at(PhraseClass::document, noun) != nullptr) return true;
    const Match* cue = marks_.ending_at(PhraseClass::cue, noun);
    return cue != nullptr && tables_.cues[cue->index].kind == CueKind::noun;
  }

  bool crosses_cue(std::uint32_t from, std::uint32_t to) const {
    for (const Match& cue : marks_.within(PhraseClass::cue, {from, to})) {
      const CueKind kind = tables_.cues[cue.index].kind;
      if (kind != CueKind::noun && kind != CueKind::continuing && cue.tokens.end < to && !is_blocked(cue)) return true;
    }
    return false;
  }

  // "Ông Nguyễn Văn A - Bí thư Tỉnh ủy B cho biết": the person before the dash or comma, not the office behind it.
  std::size_t head_of_apposition(std::size_t index, std::size_t first) const {
    for (std::size_t i = index; i > first; --i) {
      const Actor& head = cast_.actors[i - 1];
      const Actor& next = cast_.actors[i];
      const bool office = next.kind == ActorKind::role || next.kind == ActorKind::organ;
      const bool joined = next.tokens.begin == head.tokens.end + 1 && apposition_.has(doc_.tokens[head.tokens.end].word);
      const bool person = head.kind == ActorKind::named && cast_.entities[head.entity].type == EntityType::person;
      if (person && office && joined) return i - 1;
      const bool chained = head.kind != ActorKind::named && next.tokens.begin - head.tokens.end <= 1;
      if (!chained || next.kind == ActorKind::pronoun) break;
    }
    // "Chủ tịch Vingroup Phạm Nhật Vượng": the name behind the office was chosen already; an office alone stays.
    return index;
  }

  // What the verb speaks of: what follows it, or what precedes its subject where that is a quotation or a clause.
  TokenRange content_of(const Match& cue, const Actor& subject) const {
    const TokenRange before{sentence_.begin, subject.tokens.begin};
    const TokenRange after{cue.tokens.end, sentence_.end};
    const int words_after = words_between(after.begin, after.end);
    if (closes_quotation(subject.tokens.begin)) {
      return words_after > 8 && !is_adjunct(after.begin) ? sentence_ : before;
    }
    const bool tail = words_after <= static_cast<int>(kTail) || (is_adjunct(after.begin) && !colon_within(after));
    const bool clause_before = before.end - before.begin > 4 && behind(comma_, subject.tokens.begin);
    return tail && clause_before ? before : after;
  }

  bool is_adjunct(std::uint32_t at) const { return at < sentence_.end && adjunct_.has(doc_.tokens[at].word); }
  bool colon_within(TokenRange range) const {
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
      if (colon_.has(doc_.tokens[at].word)) return true;
    }
    return false;
  }

  // Whether a quotation of some length ends right before the token, but for a comma or a dash.
  bool closes_quotation(std::uint32_t at) const {
    for (std::uint32_t end = at; end > sentence_.begin && at - end <= 2; --end) {
      const Quotation* quotation = doc_.quotation_at(end - 1);
      if (quotation != nullptr) return quotation->tokens.end - quotation->tokens.begin > kShortQuote;
      if (doc_.tokens[end - 1].kind != TokenKind::mark) return false;
    }
    return false;
  }

  // ---- "Theo X, …", "…, theo X"

  void read_according(const Match& cue) {
    const auto index = according_source(cue);
    if (!index) return;
    const Actor& actor = cast_.actors[*index];
    coreference_.advance(actor.tokens.begin);
    const std::uint32_t end = end_of_source(*index);
    const bool opens = cue.tokens.begin <= sentence_.begin + 2 || starts_clause(cue.tokens.begin);
    const bool closes = words_between(end, sentence_.end) <= static_cast<int>(kTail);
    TokenRange content{end, sentence_.end};
    if (closes) content = {sentence_.begin, cue.tokens.begin};
    else if (!opens) content = sentence_;
    else if (cue.tokens.begin > sentence_.begin + 6) content = sentence_;
    add_span(*index, cue, content);
  }

  std::optional<std::size_t> according_source(const Match& cue) const {
    std::optional<std::size_t> found;
    for (std::size_t i = cast_.first_from(cue.tokens.end); i < cast_.actors.size(); ++i) {
      const Actor& actor = cast_.actors[i];
      const std::uint32_t from = found ? cast_.actors[*found].tokens.end : cue.tokens.end;
      if (actor.tokens.begin >= sentence_.end || actor.tokens.begin - from > kAccordingReach) break;
      if (mark_between(from, actor.tokens.begin)) break;
      const std::uint32_t gap = actor.tokens.begin - from;
      if (found && gap > 1) break;
      if (found && gap == 1 && !genitive_.has(doc_.tokens[from].word)) break;
      found = i;
      const bool goes_on = actor.kind == ActorKind::document || actor.kind == ActorKind::role || actor.kind == ActorKind::organ ||
                           actor.kind == ActorKind::unnamed;
      if (!goes_on) break;
    }
    return found;
  }

  bool mark_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at < to; ++at) {
      if (doc_.tokens[at].kind == TokenKind::mark && doc_.tokens[at].word != 0 &&
          (comma_.has(doc_.tokens[at].word) || colon_.has(doc_.tokens[at].word))) {
        return true;
      }
    }
    return false;
  }

  std::uint32_t end_of_source(std::size_t index) const {
    constexpr std::uint32_t kLongestSource = 24;
    const std::uint32_t from = cast_.actors[index].tokens.end;
    const std::uint32_t limit = std::min(from + kLongestSource, sentence_.end);
    for (std::uint32_t at = from; at < limit; ++at) {
      if (comma_.has(doc_.tokens[at].word) || colon_.has(doc_.tokens[at].word)) return at;
    }
    return from;
  }

  // ---- "Ông A: …", at the start of a sentence

  void read_colon() {
    const std::size_t first = cast_.first_from(sentence_.begin);
    std::size_t last = first;
    while (last < cast_.actors.size() && cast_.actors[last].tokens.end < sentence_.end &&
           !colon_.has(doc_.tokens[cast_.actors[last].tokens.end].word) && last < first + 3) {
      ++last;
    }
    if (last >= cast_.actors.size() || last >= first + 3) return;
    const Actor& actor = cast_.actors[last];
    if (actor.tokens.end >= sentence_.end || !colon_.has(doc_.tokens[actor.tokens.end].word)) return;
    if (words_between(sentence_.begin, actor.tokens.begin) > 8 || cast_.actors[first].tokens.begin > sentence_.begin + 1) return;
    if (actor.kind != ActorKind::named || cast_.entities[actor.entity].type != EntityType::person) return;
    coreference_.advance(actor.tokens.begin);
    const TokenRange colon{actor.tokens.end, actor.tokens.end + 1};
    add_span(last, {colon, PhraseClass::cue, kNone}, {colon.end, sentence_.end});
  }

  // ---- spans

  void add_span(std::size_t actor, const Match& cue, TokenRange content) {
    if (content.empty()) return;
    Source source = coreference_.resolve(cast_.actors[actor], sources_);
    std::uint32_t index = 0;
    while (index < sources_.sources.size() && sources_.sources[index].name != source.name) ++index;
    coreference_.speaks(index, source);
    if (index == sources_.sources.size()) sources_.sources.push_back(std::move(source));
    else sources_.sources[index].mention = source.mention;
    const TokenRange who = cast_.actors[actor].tokens;
    const TokenRange words{std::min({who.begin, cue.tokens.begin, content.begin}),
                           std::max({who.end, cue.tokens.end, content.end})};
    sources_.spans.push_back({content, words, index, cue.tokens, cue.index, false});
  }

  // A quotation that a span reaches into belongs to it whole, also where it runs over sentences.
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
  const rules::WordSet &preposition_, &genitive_, &adverb_, &apposition_, &clause_mark_, &clause_word_, &adjunct_;
  const rules::WordSet &colon_, &dash_, &comma_;
  TokenRange sentence_;
};

}  // namespace

void SourceFinder::find(const Document& doc, const Marks& marks, const Cast& cast, Sources* sources) const {
  sources->sources.clear();
  sources->spans.clear();
  sources->antecedents.assign(cast.actors.size(), kNone);
  Finder(tables_, doc, marks, cast, sources).run();
}

}  // namespace socai
