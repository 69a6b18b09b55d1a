// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/cast.h"

#include <algorithm>

#include "extractor/mention/cast_later.h"
#include "extractor/mention/surroundings.h"

namespace socai {
namespace {

// What an actor that is no bare name begins with.
constexpr std::uint64_t kOpeners =
    class_bits({PhraseClass::title, PhraseClass::head, PhraseClass::known_entity, PhraseClass::organ, PhraseClass::role,
                PhraseClass::pronoun, PhraseClass::document, PhraseClass::unnamed});

class Finder {
 public:
  Finder(const rules::Tables& tables, const Document& doc, const Marks& marks, Cast* cast)
      : tables_(tables), doc_(doc), marks_(marks), names_(tables, doc, marks), around_(tables, doc, marks),
        cast_(*cast), female_(tables.sets("female")), male_(tables.sets("male")), edge_(tables.sets("phrase.edge")),
        apposition_(tables.sets("apposition")), of_country_(tables.sets("pronoun.of_country")),
        comma_(tables.sets("list.comma")) {}

  void run() {
    for (const Sentence& sentence : doc_.sentences) {
      sentence_ = sentence.tokens;
      const std::size_t first = cast_.actors.size();
      for (std::uint32_t at = sentence_.begin; at < sentence_.end;) at = std::max(take(at), at + 1);
      note_officers(apposition_, doc_, first, &cast_);
    }
    add_known_openers(doc_, openers_, &cast_);
  }

 private:
  // Tries what an actor can begin with; gives the token behind the actor, or `at`.
  std::uint32_t take(std::uint32_t at) {
    const Token& token = doc_.tokens[at];
    if (!token.is_word() || names_.ends_number(at)) return at;
    if (marks_.any_starting_at(kOpeners, at)) {
      if (const std::uint32_t end = take_titled(at); end > at) return end;
      if (const std::uint32_t end = take_headed(at); end > at) return end;
      if (const std::uint32_t end = take_known(at); end > at) return end;
      if (const std::uint32_t end = take_office(at); end > at) return end;
      if (const std::uint32_t end = take_listed(at); end > at) return end;
    }
    if (!token.is_capitalized()) return at;
    if (names_.may_start(at, sentence_)) return take_name(at);
    openers_.push_back(at);
    const auto stop = marks_.at(PhraseClass::stop, at);
    return stop ? stop->tokens.end : at;
  }

  Gender gender_of(std::uint32_t title) const {
    const WordId word = doc_.tokens[title].word;
    return female_.has(word) ? Gender::female : male_.has(word) ? Gender::male : Gender::unknown;
  }

  std::uint32_t add(Actor actor) {
    cast_.actors.push_back(actor);
    return actor.tokens.end;
  }

  // "ông Lĩnh", "GS.TS Trần Văn A": one or more titles and a name.
  std::uint32_t take_titled(std::uint32_t at) {
    std::uint32_t name = at;
    for (const Match* title = marks_.starting_at(PhraseClass::title, name);
         title != nullptr && title->tokens.end < sentence_.end; title = marks_.starting_at(PhraseClass::title, name)) {
      name = title->tokens.end;
      const bool stop = doc_.tokens[name].kind == TokenKind::mark && !comma_.has(doc_.tokens[name].word);
      if (stop && name + 1 < sentence_.end) ++name;  // the full stop of "TS."
    }
    if (name == at || !is_capital(name)) return at;
    const std::uint32_t end = names_.end_of_name(name, sentence_.end, false);
    if (end == name) return at;
    Actor actor{{at, end}, {name, end}, ActorKind::named, EntityType::person, gender_of(at), kNone, kNone};
    return add(actor);
  }

  bool is_capital(std::uint32_t at) const {
    return at < sentence_.end && doc_.tokens[at].is_word() && doc_.tokens[at].is_capitalized() &&
           doc_.tokens[at].gap != Gap::line;
  }

  // "Tập đoàn Vingroup", "Bộ Tài chính", "Công ty CP Đầu tư …".
  std::uint32_t take_headed(std::uint32_t at) {
    const Match* head = marks_.starting_at(PhraseClass::head, at);
    if (head == nullptr || head->tokens.end >= sentence_.end || around_.ends_verb(at) ||
        around_.ends_noun(head->tokens, sentence_.begin))
      return at;
    std::uint32_t name = head->tokens.end;
    for (const Match* more = marks_.starting_at(PhraseClass::head, name);
         more != nullptr && more->tokens.end < sentence_.end; more = marks_.starting_at(PhraseClass::head, name)) {
      name = more->tokens.end;
    }
    const EntityType type = tables_.heads[head->index].type;
    const std::uint32_t first = name;
    if (type == EntityType::organization) name = names_.end_of_business(name, sentence_.end);
    if (doc_.quotation_at(name) != nullptr || !is_capital(name)) return at;
    const std::uint32_t end = names_.end_of_name(name, sentence_.end, true);
    if (name == first && around_.is_place({name, end})) {
      if (const std::uint32_t described = take_of_country({at, end}); described > at) return described;
    }
    if (type == EntityType::person)
      return add({{at, end}, {name, end}, ActorKind::named, type, Gender::unknown, kNone, kNone});
    const std::uint32_t person = type == EntityType::organization ? names_.person_tail({name, end}) : end;
    const bool split = person < end && person > name && behind_office(at);
    const std::uint32_t cut = split ? person : end;
    add({{at, cut}, {at, cut}, ActorKind::named, type, Gender::unknown, kNone, kNone});
    if (split) add({{cut, end}, {cut, end}, ActorKind::named, EntityType::person, Gender::unknown, kNone, kNone});
    return end;
  }

  // "công ty Hàn Quốc": what a bare "công ty" may point back at, said by the country that it is from.
  std::uint32_t take_of_country(TokenRange words) {
    const Match* pronoun = marks_.starting_at(PhraseClass::pronoun, words.begin);
    const bool is_name = doc_.tokens[words.begin].is_capitalized() && words.begin != sentence_.begin;
    if (pronoun == nullptr || around_.is_counted(words.begin, sentence_.begin) || is_name) return words.begin;
    const EntityType type = tables_.pronouns[pronoun->index].type;
    if (type != EntityType::organization || !of_country_.has(doc_.tokens[words.begin].word)) return words.begin;
    return add(
        {words, {pronoun->tokens.end, words.end}, ActorKind::pronoun, type, Gender::unknown, kNone, pronoun->index});
  }

  bool behind_office(std::uint32_t at) const {
    return !cast_.actors.empty() && cast_.actors.back().kind == ActorKind::role && cast_.actors.back().tokens.end == at;
  }

  std::uint32_t take_known(std::uint32_t at) {
    const Match* known = marks_.starting_at(PhraseClass::known_entity, at);
    if (known == nullptr || known->tokens.end > sentence_.end || !doc_.tokens[at].is_capitalized()) return at;
    const std::uint32_t run = names_.end_of_name(at, sentence_.end, false);
    const std::uint32_t end = known->tokens.end;
    int capitals = 0;
    for (std::uint32_t token = at; token < end; ++token) capitals += doc_.tokens[token].is_capitalized() ? 1 : 0;
    if (capitals < tables_.known_entities[known->index].capitals) return at;
    if (run > end) return at;  // the start of a longer name
    return add({{at, end},
                {at, end},
                ActorKind::named,
                tables_.known_entities[known->index].type,
                Gender::unknown,
                kNone,
                kNone});
  }

  // "Chủ tịch HĐQT", "đại diện VietinBank": an office or organ; the organisation behind it belongs to it.
  std::uint32_t take_office(std::uint32_t at) {
    const Match* organ = marks_.starting_at(PhraseClass::organ, at);
    const Match* role = marks_.starting_at(PhraseClass::role, at);
    const bool is_organ = organ != nullptr && (role == nullptr || organ->tokens.end >= role->tokens.end);
    const Match* office = is_organ ? organ : role;
    if (office == nullptr || office->tokens.end > sentence_.end) return at;
    const EntityType type = is_organ ? EntityType::organization : EntityType::person;
    const TokenRange words{office->tokens.begin, begin_of_head_within(office->tokens)};
    return add({words, {}, is_organ ? ActorKind::organ : ActorKind::role, type, Gender::unknown, kNone, kNone});
  }

  // "Chủ tịch | Công ty Sao Mai": the office ends where a head begins that has its name behind it; else it stays whole.
  std::uint32_t begin_of_head_within(TokenRange office) const {
    for (std::uint32_t at = office.begin + 1; at < office.end; ++at) {
      const Match* head = marks_.starting_at(PhraseClass::head, at);
      if (head == nullptr || head->tokens.end < office.end || head->tokens.end < at + 2) continue;
      const std::uint32_t name = names_.end_of_business(head->tokens.end, sentence_.end);
      if (is_capital(name) && marks_.starting_at(PhraseClass::head, name) == nullptr) return at;
    }
    return office.end;
  }

  // Unnamed sources, documents and pronouns stand in lists of their own; the longest wins.
  std::uint32_t take_listed(std::uint32_t at) {
    struct List {
      PhraseClass phrase_class;
      ActorKind kind;
      const std::vector<rules::EntityRule>* rules;
    };
    const List lists[] = {{PhraseClass::pronoun, ActorKind::pronoun, &tables_.pronouns},
                          {PhraseClass::document, ActorKind::document, &tables_.documents},
                          {PhraseClass::unnamed, ActorKind::unnamed, &tables_.unnamed}};
    const Match* best = nullptr;
    const List* best_list = nullptr;
    for (const List& list : lists) {
      const Match* match = marks_.starting_at(list.phrase_class, at);
      if (match == nullptr || match->tokens.end > sentence_.end) continue;
      if (best != nullptr && match->tokens.end <= best->tokens.end) continue;
      best = match;
      best_list = &list;
    }
    if (best == nullptr) return at;
    const EntityType type = (*best_list->rules)[best->index].type;
    if (best_list->kind == ActorKind::pronoun && around_.is_counted(at, sentence_.begin)) return at;
    if (best_list->kind == ActorKind::pronoun && type == EntityType::organization) {
      if (const std::uint32_t end = take_described(best->tokens); end > at) return end;
    }
    return add({best->tokens, {}, best_list->kind, type, gender_of(at), kNone, best->index});
  }

  // "công ty dữ liệu tiền ảo Nansen", "hãng nghiên cứu thị trường Gartner": what stands between the head and the name
  // says what kind of company it is.
  std::uint32_t take_described(TokenRange head) {
    constexpr std::uint32_t kMostWords = 5;
    const std::uint32_t limit = std::min(head.end + kMostWords + 1, sentence_.end);
    for (std::uint32_t at = head.end; at < limit; ++at) {
      const Token& token = doc_.tokens[at];
      if (!token.is_word() || token.gap == Gap::line || doc_.quotation_at(at) != doc_.quotation_at(head.begin)) break;
      if (token.is_capitalized()) {
        if (at == head.end || !names_.may_start(at, sentence_)) break;
        const std::uint32_t end = names_.end_of_name(at, sentence_.end, false);
        return add(
            {{head.begin, end}, {at, end}, ActorKind::named, EntityType::organization, Gender::unknown, kNone, kNone});
      }
      if (edge_.has(token.word) && !marks_.at(PhraseClass::word, at)) break;
      if (const Match* cue = marks_.starting_at(PhraseClass::cue, at)) {
        if (tables_.cues[cue->index].kind == rules::CueKind::demand) break;  // "Hiệp hội | đề nghị UBND"
      }
    }
    return head.begin;
  }

  std::uint32_t take_name(std::uint32_t at) {
    const std::uint32_t end = names_.end_of_name(at, sentence_.end, false);
    if (end == at) return at;
    const TokenRange name{around_.is_behind_number(at, sentence_.begin) ? at - 1 : at, end};
    const std::uint32_t person = behind_office(at) ? names_.person_tail(name) : end;
    if (person < end) {
      add({{name.begin, person},
           {name.begin, person},
           ActorKind::named,
           EntityType::organization,
           Gender::unknown,
           kNone,
           kNone});
      return add({{person, end}, {person, end}, ActorKind::named, EntityType::person, Gender::unknown, kNone, kNone});
    }
    return add({name, name, ActorKind::named, type_of(name), Gender::unknown, kNone, kNone});
  }

  bool all_capitals(TokenRange name) const {
    for (std::uint32_t at = name.begin; at < name.end; ++at) {
      if (doc_.tokens[at].is_word() && !doc_.tokens[at].is_capitalized()) return false;
    }
    return true;
  }

  EntityType type_of(TokenRange name) const {
    const std::uint32_t size = name.end - name.begin;
    const bool acronym = size == 1 && doc_.tokens[name.begin].letter_case == Case::all_capitals;
    if (!all_capitals(name)) return EntityType::other;  // "Trưởng ban | Quản lý dự án"
    if (behind_office(name.begin) && !acronym) return EntityType::person;
    if (size >= 2 && size <= 4 && names_.is_surname(name.begin)) return EntityType::person;
    return EntityType::other;
  }

  const rules::Tables& tables_;
  const Document& doc_;
  const Marks& marks_;
  const NameSpans names_;
  const Surroundings around_;
  Cast& cast_;
  const rules::WordSet &female_, &male_, &edge_, &apposition_, &of_country_, &comma_;
  TokenRange sentence_;
  std::vector<std::uint32_t> openers_;  // words that are large, perhaps by their place alone
};

}  // namespace

void CastFinder::find(const Document& doc, const Marks& marks, Cast* cast) const {
  cast->actors.clear();
  cast->entities.clear();
  Finder(tables_, doc, marks, cast).run();
  index_actors(doc.tokens.size(), cast);
  resolve_names(tables_, doc, marks, cast);
}

}  // namespace socai
