// SPDX-License-Identifier: Apache-2.0
// What pronouns and descriptions ("ông", "công ty này", "báo cáo") stand for, as the text runs on: whoever spoke last
// or was the first of that kind in the sentence before.
#pragma once

#include <unordered_map>
#include <vector>

#include "extractor/attribute/source.h"

namespace socai {

class Coreference {
 public:
  Coreference(const rules::Tables& tables, const Document& doc, const Cast& cast)
      : doc_(doc), cast_(cast), apposition_(tables.sets("apposition")), no_firm_(tables.sets("pronoun.no_firm")) {}

  // Takes note of the actors before the token; call with growing tokens.
  void advance(std::uint32_t token);

  // Takes note of the rest of the sentence, and of who came first in it.
  void end_sentence(TokenRange sentence);

  // Takes note that the source has just spoken.
  void speaks(std::uint32_t source, const Source& resolved);

  // The actor as a source, resolved with what was noted so far. `says_more`: the verb tells that who spoke goes on
  // ("ông nói thêm").
  Source resolve(const Actor& actor, const Sources& sources, bool says_more) const;

  // The entity that the actor stands for, or kNone.
  std::uint32_t entity_of(const Actor& actor, bool says_more = false) const;

 private:
  std::uint32_t person_for(const Actor& pronoun, bool says_more) const;
  std::uint32_t holder_of(const Actor& role) const;
  void note_holder(std::size_t role);
  std::uint32_t organization_for() const;
  std::uint32_t organization_for(const Actor& pronoun) const;
  std::uint32_t firm_of_country(const Actor& pronoun) const;
  bool fits(std::uint32_t entity, const Actor& pronoun) const;

  const Document& doc_;
  const Cast& cast_;
  const rules::WordSet &apposition_, &no_firm_;
  std::unordered_map<std::uint32_t, std::uint32_t> last_with_head_;  // Token::key of a name's first word -> entity
  struct Holder {
    TokenRange role;
    std::uint32_t person;
  };
  std::vector<Holder> holders_;  // who was named with an office, the last one last
  std::size_t next_actor_ = 0;
  std::uint32_t last_person_ = kNone, last_male_ = kNone, last_female_ = kNone, last_organization_ = kNone;
  std::uint32_t last_product_ = kNone;
  std::uint32_t first_organization_ = kNone;                 // of the sentence before
  std::uint32_t organization_here_ = kNone;                  // the last one of the sentence that is being read
  std::uint32_t spoke_here_ = kNone, spoke_before_ = kNone;  // organisations that spoke in this sentence, in the last
  std::uint32_t speaking_person_ = kNone, speaking_organization_ = kNone;
  std::uint32_t last_issuer_ = kNone;     // into Sources::sources: who or what was last read from
  std::uint32_t issuing_entity_ = kNone;  // the organisation behind the document named last
};

}  // namespace socai
