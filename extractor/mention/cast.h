// SPDX-License-Identifier: Apache-2.0
// Who and what an article speaks of. An actor is a mention: a name with its title or head, an office, an organ of an
// organisation, an unnamed source, a document, a pronoun. An entity is what names stand for within the article: the
// fullest name, with the shorter ones joined to it ("ông Lĩnh" to Nguyễn Hồng Lĩnh, "IATA" to the name before its
// brackets).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extractor/mention/marks.h"
#include "extractor/mention/name_span.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"

namespace socai {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

enum class ActorKind : std::uint8_t { named, role, organ, unnamed, document, pronoun };
enum class Gender : std::uint8_t { unknown, male, female };

struct Actor {
  TokenRange tokens;  // with titles, heads and what belongs to them
  TokenRange name;    // the name alone; of a pronoun the country that it names ("công ty Hàn Quốc"); else empty
  ActorKind kind = ActorKind::named;
  EntityType type = EntityType::other;
  Gender gender = Gender::unknown;
  std::uint32_t entity = kNone;  // into Cast::entities: of a name, or of the organisation behind an organ or office
  std::uint32_t rule = kNone;    // into the rules of its kind, for pronouns
};

struct CastEntity {
  std::string name;   // the fullest name, without a person's title
  TokenRange tokens;  // where it stands
  EntityType type = EntityType::other;
  Gender gender = Gender::unknown;
  std::uint32_t known = kNone;  // into Tables::known_entities
  std::uint32_t mentions = 0;
};

struct Cast {
  std::vector<Actor> actors;  // by their first token; never overlapping
  std::vector<CastEntity> entities;
  std::uint32_t topic = kNone;  // what the article is about: the most named entity, places and media aside

  std::vector<std::uint32_t> from_token;  // token -> the first actor that begins at or behind it

  std::size_t first_from(std::uint32_t token) const { return from_token[token]; }
};

class CastFinder {
 public:
  explicit CastFinder(const rules::Tables& tables) : tables_(tables) {}
  void find(const Document& doc, const Marks& marks, Cast* cast) const;

 private:
  const rules::Tables& tables_;
};

// Joins names that stand for one entity and numbers the entities. The last step of CastFinder::find.
void resolve_names(const rules::Tables& tables, const Document& doc, const Marks& marks, Cast* cast);

}  // namespace socai
