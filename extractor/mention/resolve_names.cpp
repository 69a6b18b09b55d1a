// SPDX-License-Identifier: Apache-2.0
// Which names of an article stand for one entity.
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extractor/mention/cast.h"
#include "extractor/text/scan.h"

namespace socai {
namespace {

// Names as they are compared: by the keys of their words, which stand in a row for all names.
class NameKeys {
 public:
  // Adds the name, or gives the number of the equal one that was added before.
  struct Added {
    std::uint32_t number;
    bool is_new;
  };
  Added add(const Document& doc, TokenRange name) {
    const auto begin = static_cast<std::uint32_t>(words_.size());
    std::uint64_t hash = 0;
    for (std::uint32_t token = name.begin; token < name.end; ++token) {
      if (doc.tokens[token].kind == TokenKind::mark) continue;
      words_.push_back(doc.tokens[token].is_word() ? doc.tokens[token].key : key_of(doc.words(token)));
      hash = (hash ^ words_.back()) * 0x100000001b3u;
    }
    spans_.push_back({begin, static_cast<std::uint32_t>(words_.size())});
    const std::uint32_t number = size();
    for (std::uint32_t i = 0; i < number; ++i) {
      if (hashes_[i] != hash || (*this)[i] != (*this)[number]) continue;
      words_.resize(begin);
      spans_.pop_back();
      return {i, false};
    }
    hashes_.push_back(hash);
    return {number, true};
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(hashes_.size()); }
  std::u32string_view operator[](std::uint32_t number) const {
    const auto [begin, end] = spans_[number];
    return std::u32string_view(words_).substr(begin, end - begin);
  }

 private:
  std::u32string words_;
  std::vector<TokenRange> spans_;  // of words_
  std::vector<std::uint64_t> hashes_;
};

constexpr std::size_t kLongWord = 8;  // bytes

// "SemiAnalysts" for "SemiAnalysis": long names of one word that differ in a single letter, not the first.
bool is_misspelling(std::string_view one, std::string_view other) {
  if (one.size() < kLongWord || one.size() != other.size() || one.front() != other.front()) return false;
  std::size_t different = 0;
  for (std::size_t i = 0; i < one.size(); ++i) different += one[i] != other[i] ? 1 : 0;
  return different == 1;
}

class Resolver {
 public:
  Resolver(const rules::Tables& tables, const Document& doc, const Marks& marks, Cast* cast)
      : doc_(doc), marks_(marks), cast_(*cast), open_(tables.sets("bracket.round_open")),
        label_(tables.sets("alias.label")), genitive_(tables.sets("genitive.of")) {}

  void run() {
    for (Actor& actor : cast_.actors) {
      if (actor.kind == ActorKind::named) actor.entity = entity_of(actor);
    }
    join_aliases_in_brackets();
    join_short_names();
    join_first_words();
    join_misspellings();
    flatten();
    attach_organisations();
    find_topic();
  }

 private:
  std::uint32_t entity_of(const Actor& actor) {
    const auto [number, is_new] = keys_.add(doc_, actor.name);
    if (!is_new) {
      note(number, actor);
      return number;
    }
    joined_.push_back(kNone);
    const Match* known = marks_.starting_at(PhraseClass::known_entity, actor.name.begin);
    const bool is_known = known != nullptr && known->tokens == actor.name;
    cast_.entities.push_back({std::string(doc_.words(actor.name)), actor.name, actor.type, actor.gender,
                              is_known ? known->index : kNone, 1});
    return number;
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

  // "Bekker" belongs to "Koos Bekker", "ông Lĩnh" to "Nguyễn Hồng Lĩnh", "Vingroup" to "Tập đoàn Vingroup": to the
  // first longer name that ends in the same words.
  void join_short_names() {
    std::vector<std::pair<char32_t, std::uint32_t>> by_last_word;
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
      if (!keys_[i].empty()) by_last_word.emplace_back(keys_[i].back(), i);
    }
    std::sort(by_last_word.begin(), by_last_word.end());
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
      if (joined_[i] != kNone || keys_[i].empty()) continue;
      const std::pair<char32_t, std::uint32_t> first{keys_[i].back(), 0};
      for (auto at = std::lower_bound(by_last_word.begin(), by_last_word.end(), first);
           at != by_last_word.end() && at->first == first.first; ++at) {
        const std::uint32_t full = at->second;
        if (keys_[full].size() <= keys_[i].size() || joined_[full] == i || !may_join(i, full)) continue;
        joined_[i] = full;
        break;
      }
    }
  }

  // "ông Tập" to "Tập Cận Bình": a person by the first word of the one name that opens with it.
  void join_first_words() {
    struct Opening {
      std::uint32_t last = kNone;
      std::uint32_t count = 0;
    };
    std::unordered_map<char32_t, Opening> openings;  // of the persons with more than one word
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
      if (keys_[i].size() < 2 || cast_.entities[i].type != EntityType::person) continue;
      Opening& opening = openings[keys_[i].front()];
      opening = {i, opening.count + 1};
    }
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
      if (joined_[i] != kNone || keys_[i].size() != 1 || cast_.entities[i].type != EntityType::person) continue;
      const auto found = openings.find(keys_[i].front());
      const bool one = found != openings.end() && found->second.count == 1;
      if (one && joined_[found->second.last] == kNone) joined_[i] = found->second.last;
    }
  }

  // To the name that stands more often.
  void join_misspellings() {
    std::vector<std::uint32_t> words;  // long names of one word
    for (std::uint32_t i = 0; i < keys_.size(); ++i) {
      if (keys_[i].size() == 1 && cast_.entities[i].name.size() >= kLongWord) words.push_back(i);
    }
    for (const std::uint32_t i : words) {
      for (const std::uint32_t other : words) {
        const bool rarer = cast_.entities[i].mentions < cast_.entities[other].mentions;
        if (joined_[i] == kNone && rarer && is_misspelling(cast_.entities[i].name, cast_.entities[other].name))
          joined_[i] = other;
      }
    }
  }

  // A person goes by the last syllable of a Vietnamese name or the last word of a foreign one, an organisation by the
  // words behind its head.
  bool may_join(std::uint32_t part, std::uint32_t whole) const {
    if (!keys_[whole].ends_with(keys_[part])) return false;
    const EntityType a = cast_.entities[part].type;
    switch (cast_.entities[whole].type) {
      case EntityType::person: return a == EntityType::person || a == EntityType::other;
      case EntityType::organization:
        return a != EntityType::place && a != EntityType::person && cast_.entities[part].known == kNone;
      default: return false;
    }
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
      const bool joined = gap == 0 || (gap <= kOwnWords && genitive_.has(doc_.tokens[next.tokens.begin - 1].word) &&
                                       no_mark(office.tokens.end, next.tokens.begin));
      if (next.kind == ActorKind::named && joined) office.entity = next.entity;
    }
  }

  void find_topic() {
    cast_.topic = kNone;
    for (std::uint32_t i = 0; i < cast_.entities.size(); ++i) {
      const EntityType type = cast_.entities[i].type;
      if (type == EntityType::place || type == EntityType::medium) continue;
      if (cast_.topic == kNone || cast_.entities[i].mentions > cast_.entities[cast_.topic].mentions) cast_.topic = i;
    }
  }

  bool no_mark(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at < to; ++at) {
      if (doc_.tokens[at].kind == TokenKind::mark) return false;
    }
    return true;
  }

  const Document& doc_;
  const Marks& marks_;
  Cast& cast_;
  const rules::WordSet &open_, &label_, &genitive_;
  NameKeys keys_;
  std::vector<std::uint32_t> joined_;
};

}  // namespace

void resolve_names(const rules::Tables& tables, const Document& doc, const Marks& marks, Cast* cast) {
  Resolver(tables, doc, marks, cast).run();
}

}  // namespace socai
