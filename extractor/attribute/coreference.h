// SPDX-License-Identifier: Apache-2.0
// What pronouns and descriptions ("ông", "công ty này", "báo cáo") stand for, as the text runs on.
#pragma once

#include "extractor/attribute/source.h"

namespace socai {

class Coreference {
 public:
  Coreference(const rules::Tables& tables, const Document& doc, const Cast& cast)
      : tables_(tables), doc_(doc), cast_(cast) {}

  // Takes note of the actors up to the token; call with growing tokens.
  void advance(std::uint32_t token);

  // Takes note that the actor has just spoken.
  void speaks(std::uint32_t source, const Source& resolved);

  // The actor as a source, resolved with what was noted so far.
  Source resolve(const Actor& actor, const Sources& sources) const;

  // The entity that the actor stands for, or kNone.
  std::uint32_t entity_of(const Actor& actor) const;

 private:
  std::uint32_t antecedent(const Actor& pronoun) const;

  const rules::Tables& tables_;
  const Document& doc_;
  const Cast& cast_;
  std::size_t next_actor_ = 0;
  std::uint32_t last_person_ = kNone, last_male_ = kNone, last_female_ = kNone, last_organization_ = kNone;
  std::uint32_t last_product_ = kNone;
  std::uint32_t speaking_person_ = kNone, speaking_organization_ = kNone;
  std::uint32_t last_document_source_ = kNone;  // into Sources::sources
};

}  // namespace socai
