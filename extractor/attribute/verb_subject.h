// SPDX-License-Identifier: Apache-2.0
// Who says it: the actor before a verb of saying or reckoning that is most likely its subject.
#pragma once

#include <optional>

#include "extractor/mention/cast.h"
#include "extractor/mention/marks.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"

namespace socai {

class VerbSubject {
 public:
  VerbSubject(const rules::Tables& tables, const Document& doc, const Marks& marks, const Cast& cast);

  // The index into Cast::actors of the subject of `cue` within its sentence; nullopt where no actor is likely enough.
  std::optional<std::size_t> find(const Match& cue, TokenRange sentence) const;

  // Whether a block phrase ("nói chung", "theo dõi") takes the cue's words.
  bool is_blocked(const Match& cue, TokenRange sentence) const;

  // Whether the verb is a noun here ("các ước tính") or what it says is that nothing was said ("chưa phản hồi").
  bool is_no_speech(const Match& cue, TokenRange sentence) const;

  // Whether nothing but a conjunction and adverbs stands between the token and the cue: "…, nhưng cũng lưu ý rằng …".
  bool drops_subject(const Match& cue, TokenRange sentence) const;

  bool is_adverb(std::uint32_t token) const { return adverb_.has(doc_.tokens[token].word); }

  // Whether nothing but adverbs stands between the actor and the cue.
  bool is_beside(std::size_t actor, const Match& cue) const {
    return only_adverbs(cast_.actors[actor].tokens.end, cue.tokens.begin);
  }

  // Whether a clause can begin at the token.
  bool starts_clause(std::uint32_t at, TokenRange sentence) const;

 private:
  double score(std::size_t actor, const Match& cue, TokenRange sentence) const;
  double type_score(const Actor& actor, rules::CueKind kind) const;
  std::optional<std::size_t> person_beside(std::size_t actor, const Match& cue) const;
  static bool is_body(const CastEntity& entity);
  bool in_brackets(std::uint32_t at, std::uint32_t cue, TokenRange sentence) const;
  bool only_adverbs(std::uint32_t from, std::uint32_t to) const;
  bool behind(const rules::WordSet& set, std::uint32_t at, TokenRange sentence) const;
  bool is_issuer(std::size_t actor, TokenRange sentence) const;
  bool hangs_on_noun(std::size_t actor, TokenRange sentence) const;
  bool crosses_cue(std::uint32_t from, const Match& cue, TokenRange sentence) const;
  std::size_t head_of_apposition(std::size_t actor, std::size_t first, TokenRange sentence) const;
  std::size_t head_of_described(std::size_t actor, const Match& cue, TokenRange sentence) const;
  bool is_person(const Actor& actor) const;

  const rules::Tables& tables_;
  const Document& doc_;
  const Marks& marks_;
  const Cast& cast_;
  const rules::WordSet &preposition_, &genitive_, &adverb_, &apposition_, &clause_mark_, &clause_word_, &conjunction_;
  const rules::WordSet &bracket_open_, &bracket_close_, &noun_marker_, &negation_, &auxiliary_, &comma_;
};

}  // namespace socai
