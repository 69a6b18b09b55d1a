// SPDX-License-Identifier: Apache-2.0
// Which names of an article stand for one entity.
#include <algorithm>
#include <string_view>

#include "extractor/mention/cast.h"
#include "extractor/text/vocabulary.h"

namespace socai {
namespace {

// A name as it is compared: the keys of its words.
using Key = std::u32string;

// FNV-1a, as Token::key is made.
char32_t number_key(std::string_view digits) {
  const auto hash = Vocabulary::hash(digits);
  return static_cast<char32_t>(hash ^ hash >> 32);
}

Key key_of(const Document& doc, TokenRange name) {
  Key key;
  for (std::uint32_t token = name.begin; token < name.end; ++token) {
    if (doc.tokens[token].is_word()) key.push_back(doc.tokens[token].key);
    if (doc.tokens[token].is_number()) key.push_back(number_key(doc.words(token)));
  }
  return key;
}

// Whether the words of `part` stand in a row in `whole`.
bool holds(const Key& whole, const Key& part) { return whole.find(part) != Key::npos; }

// "SemiAnalysts" for "SemiAnalysis": long names of one word that differ in a single letter, not the first.
bool is_misspelling(std::string_view one, std::string_view other) {
  constexpr std::size_t kLongWord = 8;
  if (one.size() < kLongWord || one.size() != other.size() || one.front() != other.front()) return false;
  std::size_t different = 0;
  for (std::size_t i = 0; i < one.size(); ++i) different += one[i] != other[i] ? 1 : 0;
  return different == 1;
}

class Resolver {
 public:
  Resolver(const rules::Tables& tables, const Document& doc, const Marks& marks, Cast* cast)
      : tables_(tables), doc_(doc), marks_(marks), cast_(*cast), open_(tables.sets("bracket.round_open")),
        label_(tables.sets("alias.label")) {}

  void run() {
    for (Actor& actor : cast_.actors) {
      if (actor.kind == ActorKind::named) actor.entity = entity_of(actor);
    }
    join_aliases_in_brackets();
    join_short_names();
    join_misspellings();
    flatten();
    attach_organisations();
  }

 private:
  std::uint32_t entity_of(const Actor& actor) {
    const Key key = key_of(doc_, actor.name);
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
      if (keys_[i] != key) continue;
      note(i, actor);
      return i;
    }
    keys_.push_back(key);
    joined_.push_back(kNone);
    const Match* known = marks_.starting_at(PhraseClass::known_entity, actor.name.begin);
    const bool is_known = known != nullptr && known->tokens == actor.name;
    cast_.entities.push_back({std::string(doc_.words(actor.name)), actor.name, actor.type, actor.gender,
                              is_known ? known->index : kNone, 1});
    return static_cast<std::uint32_t>(cast_.entities.size() - 1);
  }

  void note(std::uint32_t entity, const Actor& actor) {
    CastEntity& known = cast_.entities[entity];
    ++known.mentions;
    if (known.type == EntityType::other) known.type = actor.type;
    if (known.gender == Gender::unknown) known.gender = actor.gender;
  }

  // "Hiệp hội Vận tải Hàng không Quốc tế (IATA)": what stands in the brackets is another name of what stands before.
  void join_aliases_in_brackets() {
    for (std::size_t i = 1; i < cast_.actors.size(); ++i) {
      const Actor& alias = cast_.actors[i];
      const Actor& full = cast_.actors[i - 1];
      if (alias.kind != ActorKind::named || full.kind != ActorKind::named || alias.entity == full.entity) continue;
      std::uint32_t at = full.tokens.end;
      if (at >= alias.tokens.begin || !open_.has(doc_.tokens[at].word)) continue;
      ++at;
      while (at < alias.tokens.begin && label_.has(doc_.tokens[at].word)) ++at;
      const bool whole = at == alias.tokens.begin;
      const bool shorter = keys_[alias.entity].size() < keys_[full.entity].size();
      const bool place = cast_.entities[alias.entity].type == EntityType::place;
      if (whole && shorter && !place && joined_[alias.entity] == kNone) joined_[alias.entity] = full.entity;
    }
  }

  // "Bekker" belongs to "Koos Bekker", "ông Lĩnh" to "Nguyễn Hồng Lĩnh", "Vingroup" to "Tập đoàn Vingroup".
  void join_short_names() {
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
      if (joined_[i] != kNone) continue;
      for (std::uint32_t full = 0; full < keys_.size(); ++full) {
        if (full == i || keys_[full].size() <= keys_[i].size() || !may_join(i, full)) continue;
        if (joined_[full] == i) continue;
        joined_[i] = full;
        break;
      }
    }
  }

  // To the name that stands more often.
  void join_misspellings() {
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
      for (std::uint32_t other = 0; other < keys_.size(); ++other) {
        const bool rarer = cast_.entities[i].mentions < cast_.entities[other].mentions;
        if (i != other && joined_[i] == kNone && rarer && keys_[i].size() == 1 && keys_[other].size() == 1 &&
            is_misspelling(cast_.entities[i].name, cast_.entities[other].name))
          joined_[i] = other;
      }
    }
  }

  bool may_join(std::uint32_t part, std::uint32_t whole) const {
    const EntityType a = cast_.entities[part].type;
    const EntityType b = cast_.entities[whole].type;
    if (!holds(keys_[whole], keys_[part])) return false;
    if (a == EntityType::place || b == EntityType::place) return false;
    const bool person = b == EntityType::person;
    if (person) {  // by the last syllable of a Vietnamese name, by any part of a foreign one
      const bool last = keys_[whole].ends_with(keys_[part]);
      return (a == EntityType::person || a == EntityType::other) && last;
    }
    if (a == EntityType::person) return false;
    if (b == EntityType::organization)
      return keys_[whole].ends_with(keys_[part]) && cast_.entities[part].known == kNone;
    return false;
  }

  std::uint32_t root_of(std::uint32_t entity) const {
    for (std::uint32_t steps = 0; joined_[entity] != kNone && steps < 8; ++steps) entity = joined_[entity];
    return entity;
  }

  void flatten() {
    for (Actor& actor : cast_.actors) {
      if (actor.entity == kNone) continue;
      const std::uint32_t root = root_of(actor.entity);
      if (root != actor.entity) note(root, actor);
      actor.entity = root;
    }
  }

  // The organisation behind an office or organ: "đại diện VietinBank", "Chủ tịch Vingroup".
  void attach_organisations() {
    for (std::size_t i = 0; i + 1 < cast_.actors.size(); ++i) {
      Actor& office = cast_.actors[i];
      if (office.kind != ActorKind::organ && office.kind != ActorKind::role && office.kind != ActorKind::unnamed &&
          office.kind != ActorKind::document) {
        continue;
      }
      const Actor& next = cast_.actors[i + 1];
      const std::uint32_t gap = next.tokens.begin - office.tokens.end;
      constexpr std::uint32_t kOwnWords = 4;  // "báo cáo tài chính quý II của X"
      const bool joined = gap == 0 || (gap <= kOwnWords && genitive_has(next.tokens.begin - 1) &&
                                       no_mark(office.tokens.end, next.tokens.begin));
      if (next.kind == ActorKind::named && joined) office.entity = next.entity;
    }
  }
  bool no_mark(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at < to; ++at) {
      if (doc_.tokens[at].kind == TokenKind::mark) return false;
    }
    return true;
  }
  bool genitive_has(std::uint32_t at) const { return tables_.sets("genitive.of").has(doc_.tokens[at].word); }

  const rules::Tables& tables_;
  const Document& doc_;
  const Marks& marks_;
  Cast& cast_;
  const rules::WordSet &open_, &label_;
  std::vector<Key> keys_;
  std::vector<std::uint32_t> joined_;
};

}  // namespace

void resolve_names(const rules::Tables& tables, const Document& doc, const Marks& marks, Cast* cast) {
  Resolver(tables, doc, marks, cast).run();
}

}  // namespace socai
