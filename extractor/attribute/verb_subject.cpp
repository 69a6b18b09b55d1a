// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/verb_subject.h"

#include <algorithm>

namespace socai {

using rules::CueKind;

namespace {

constexpr double kUnlikely = -1.5;          // no subject scores less
constexpr std::uint32_t kReach = 120;       // tokens from a subject to its verb, and from a bracket to what it holds
constexpr std::uint32_t kBlockReach = 4;    // a block may begin so many tokens before the cue
constexpr std::uint32_t kCalling = 2;       // words of a calling before a name: "Ngư dân | Lê Hoài Nam"
constexpr std::uint32_t kDescription = 24;  // tokens of what stands between a name and its verb, set off by commas
constexpr std::uint32_t kApposition = 16;   // tokens from a person to the office set beside the name

}  // namespace

VerbSubject::VerbSubject(const rules::Tables& t, const Document& doc, const Marks& marks, const Cast& cast)
    : tables_(t), doc_(doc), marks_(marks), cast_(cast), preposition_(t.sets("preposition")),
      genitive_(t.sets("genitive")), adverb_(t.sets("adverb")), apposition_(t.sets("apposition")),
      clause_mark_(t.sets("clause.mark")), clause_word_(t.sets("clause.word")), conjunction_(t.sets("conjunction")),
      bracket_open_(t.sets("bracket.round_open")), bracket_close_(t.sets("bracket.round_close")),
      noun_marker_(t.sets("noun.marker")), negation_(t.sets("negation")), auxiliary_(t.sets("auxiliary")),
      comma_(t.sets("list.comma")) {}

bool VerbSubject::is_blocked(const Match& cue, TokenRange sentence) const {
  const std::uint32_t from =
      std::max(sentence.begin, cue.tokens.begin > kBlockReach ? cue.tokens.begin - kBlockReach : 0);
  for (const Match& block : marks_.within(PhraseClass::block, {from, cue.tokens.end})) {
    const bool longer = block.tokens.end - block.tokens.begin >= cue.tokens.end - cue.tokens.begin;
    if (longer && block.tokens.overlaps(cue.tokens)) return true;
  }
  return false;
}

bool VerbSubject::starts_clause(std::uint32_t at, TokenRange sentence) const {
  if (at == sentence.begin) return true;
  const WordId before = doc_.tokens[at - 1].word;
  return clause_mark_.has(before) || clause_word_.has(before);
}

bool VerbSubject::drops_subject(const Match& cue, TokenRange sentence) const {
  for (std::uint32_t at = cue.tokens.begin; at > sentence.begin; --at) {
    const WordId before = doc_.tokens[at - 1].word;
    if (conjunction_.has(before)) return true;
    if (!adverb_.has(before)) return false;
  }
  return false;
}

bool VerbSubject::behind(const rules::WordSet& set, std::uint32_t at, TokenRange sentence) const {
  return at > sentence.begin && set.has(doc_.tokens[at - 1].word);
}

// "Chị A (quận 1, TP.HCM) chia sẻ": what brackets open and close before the verb describes, and does not speak.
bool VerbSubject::in_brackets(std::uint32_t at, std::uint32_t cue, TokenRange sentence) const {
  const std::uint32_t limit = std::max(sentence.begin, at > kReach ? at - kReach : 0);
  std::uint32_t open = at;
  while (open > limit && !bracket_open_.has(doc_.tokens[open - 1].word)) {
    if (bracket_close_.has(doc_.tokens[open - 1].word)) return false;
    --open;
  }
  if (open == limit) return false;
  for (std::uint32_t token = at; token < cue; ++token) {
    if (bracket_close_.has(doc_.tokens[token].word)) return true;
  }
  return false;
}

bool VerbSubject::is_no_speech(const Match& cue, TokenRange sentence) const {
  if (cue.tokens.begin == sentence.begin) return false;
  const WordId before = doc_.tokens[cue.tokens.begin - 1].word;
  if (noun_marker_.has(before)) return true;
  const CueKind kind = tables_.cues[cue.index].kind;
  return negation_.has(before) && (kind == CueKind::say || kind == CueKind::publish);
}

bool VerbSubject::only_adverbs(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t at = from; at < to; ++at) {
    if (!adverb_.has(doc_.tokens[at].word) && !doc_.tokens[at].is_number()) return false;
  }
  return true;
}

bool VerbSubject::is_person(const Actor& actor) const {
  return actor.kind == ActorKind::named && cast_.entities[actor.entity].type == EntityType::person;
}

bool VerbSubject::is_body(const CastEntity& entity) {
  return entity.type == EntityType::organization || entity.type == EntityType::medium ||
         entity.type == EntityType::person;
}

std::optional<std::size_t> VerbSubject::find(const Match& cue, TokenRange sentence) const {
  const std::uint32_t from = cue.tokens.begin > kReach ? cue.tokens.begin - kReach : 0;
  const std::size_t first = cast_.first_from(std::max(sentence.begin, from));
  std::optional<std::size_t> best;
  double best_score = kUnlikely;
  for (std::size_t i = first; i < cast_.actors.size() && cast_.actors[i].tokens.end <= cue.tokens.begin; ++i) {
    const double likely = score(i, cue, sentence);
    if (likely < best_score) continue;
    best_score = likely;
    best = i;
  }
  if (best) best = head_of_apposition(*best, first, sentence);
  if (best) best = head_of_described(*best, cue, sentence);
  return best;
}

// "Mây Xanh, công ty đứng sau chợ Lá và phố Gió, | tiết lộ", "Chị Tươi, xóm 3, Diễn Lộc | cho biết": the name that
// opens the sentence, where what commas set beside it has no verb of its own or ends in a comma before the verb.
std::size_t VerbSubject::head_of_described(std::size_t index, const Match& cue, TokenRange sentence) const {
  const std::size_t first = cast_.first_from(sentence.begin);
  if (const auto person = person_beside(index, cue)) return *person;
  if (first >= index || cast_.actors[first].tokens.begin > sentence.begin + kCalling) return index;
  const Actor& head = cast_.actors[first];
  const bool called = head.tokens.begin == sentence.begin || marks_.at(PhraseClass::noun, sentence.begin).has_value();
  if (!called) return index;
  std::uint32_t next = head.tokens.end;
  if (next < cue.tokens.begin && bracket_open_.has(doc_.tokens[next].word)) {
    while (next < cue.tokens.begin && !bracket_close_.has(doc_.tokens[next].word)) ++next;
    ++next;
  }
  const bool set_beside = next < cue.tokens.begin && comma_.has(doc_.tokens[next].word);
  if (head.kind != ActorKind::named || !set_beside || cue.tokens.begin - next > kDescription) return index;
  std::uint32_t verb = cue.tokens.begin;
  while (verb > next && adverb_.has(doc_.tokens[verb - 1].word)) --verb;
  if (verb > next + 1 && comma_.has(doc_.tokens[verb - 1].word)) return first;
  if (!is_person(head) || is_person(cast_.actors[index])) return index;
  for (std::uint32_t at = next; at < verb; ++at) {
    if (auxiliary_.has(doc_.tokens[at].word) || conjunction_.has(doc_.tokens[at].word)) return index;
  }
  return first;
}

// "…, ông A, Công ty B, cho biết": the titled person whose firm commas set beside the name.
std::optional<std::size_t> VerbSubject::person_beside(std::size_t index, const Match& cue) const {
  const TokenRange firm = cast_.actors[index].tokens;
  if (index == 0 || firm.end >= cue.tokens.begin || !comma_.has(doc_.tokens[firm.end].word)) return std::nullopt;
  const Actor& person = cast_.actors[index - 1];
  const bool titled = is_person(person) && !(person.tokens == person.name);
  const bool beside = person.tokens.end + 1 == firm.begin && comma_.has(doc_.tokens[person.tokens.end].word);
  return titled && beside && only_adverbs(firm.end + 1, cue.tokens.begin) ? std::optional(index - 1) : std::nullopt;
}

double VerbSubject::score(std::size_t index, const Match& cue, TokenRange sentence) const {
  const Actor& actor = cast_.actors[index];
  const CueKind kind = cue.index == kNone ? CueKind::say : tables_.cues[cue.index].kind;
  double sum = -0.12 * doc_.words_between(actor.tokens.end, cue.tokens.begin) + type_score(actor, kind);
  if (only_adverbs(actor.tokens.end, cue.tokens.begin)) sum += 1.2;
  if (starts_clause(actor.tokens.begin, sentence)) sum += 0.9;
  if (behind(preposition_, actor.tokens.begin, sentence) && !is_issuer(index, sentence)) sum -= 1.6;
  if (hangs_on_noun(index, sentence)) sum -= 1.2;
  if (crosses_cue(actor.tokens.end, cue, sentence)) sum -= 2.0;
  if (in_brackets(actor.tokens.begin, cue.tokens.begin, sentence)) sum -= 2.5;
  if (doc_.quotation_at(actor.tokens.begin) != doc_.quotation_at(cue.tokens.begin)) sum -= 3.0;
  return sum;
}

double VerbSubject::type_score(const Actor& actor, CueKind kind) const {
  if (actor.kind == ActorKind::document) return kind == CueKind::show || kind == CueKind::reckon ? 0.7 : 0.3;
  const EntityType type = actor.entity != kNone ? cast_.entities[actor.entity].type : actor.type;
  if (actor.kind == ActorKind::pronoun) return type == EntityType::product ? -2.0 : 0.3;
  switch (type) {
    case EntityType::person: return 0.8;
    case EntityType::organization:
    case EntityType::medium: return 0.5;
    case EntityType::unnamed: return 0.6;
    case EntityType::place: return -0.6;
    case EntityType::product: return -1.0;
    default: return 0.0;
  }
}

// "báo cáo của X": the issuer stands for the document.
bool VerbSubject::is_issuer(std::size_t index, TokenRange sentence) const {
  const Actor& actor = cast_.actors[index];
  if (!behind(genitive_, actor.tokens.begin, sentence)) return false;
  const std::uint32_t noun = actor.tokens.begin - 1;
  if (marks_.ending_at(PhraseClass::document, noun) != nullptr) return true;
  if (index > 0 && cast_.actors[index - 1].tokens.end == noun && cast_.actors[index - 1].kind == ActorKind::document)
    return true;
  const Match* cue = marks_.ending_at(PhraseClass::cue, noun);
  return cue != nullptr && tables_.cues[cue->index].kind == CueKind::noun;
}

// "ngân sách Nhà nước": the metric's noun right before the name takes it as its genitive.
bool VerbSubject::hangs_on_noun(std::size_t index, TokenRange sentence) const {
  const std::uint32_t at = cast_.actors[index].tokens.begin;
  return at > sentence.begin && cast_.actors[index].kind == ActorKind::named &&
         marks_.ending_at(PhraseClass::metric, at) != nullptr;
}

bool VerbSubject::crosses_cue(std::uint32_t from, const Match& cue, TokenRange sentence) const {
  for (const Match& other : marks_.within(PhraseClass::cue, {from, cue.tokens.begin})) {
    const CueKind kind = tables_.cues[other.index].kind;
    const bool verb = kind != CueKind::noun && kind != CueKind::continuing;
    if (verb && other.tokens.end < cue.tokens.begin && !is_blocked(other, sentence)) return true;
  }
  return false;
}

// "Ông Nguyễn Văn A - Bí thư Tỉnh ủy B cho biết", "ông C, Phó tổng giám đốc Tập đoàn D (E), cho biết": the person whom
// the office, set beside the name, describes.
std::size_t VerbSubject::head_of_apposition(std::size_t index, std::size_t first, TokenRange sentence) const {
  if (is_person(cast_.actors[index]) || cast_.actors[index].kind == ActorKind::pronoun) return index;
  if (starts_clause(cast_.actors[index].tokens.begin, sentence) == false &&
      cast_.actors[index].kind == ActorKind::unnamed)
    return index;
  // "ông A - Trưởng xóm Bãi Sậy, xã Tân Dân cho biết": a place or a thing that ends the description does not speak.
  const bool no_body =
      cast_.actors[index].kind == ActorKind::named && !is_body(cast_.entities[cast_.actors[index].entity]);
  bool office = false;
  for (std::size_t i = index + 1; i-- > first;) {
    const Actor& actor = cast_.actors[i];
    const bool titled = !(actor.tokens == actor.name);
    if (is_person(actor) && (office || (no_body && titled))) {
      const std::uint32_t next = actor.tokens.end;
      const bool beside = next < sentence.end && apposition_.has(doc_.tokens[next].word);
      return beside && cast_.actors[index].tokens.begin - next <= kApposition ? i : index;
    }
    office = actor.kind == ActorKind::role || actor.kind == ActorKind::organ || office;
  }
  return index;
}

}  // namespace socai
