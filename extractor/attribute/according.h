// SPDX-License-Identifier: Apache-2.0
// Who stands behind "theo": the source of "theo X, …", past the office or the noun of saying before the name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "extractor/mention/cast.h"
#include "extractor/mention/marks.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"

namespace socai {

class According {
 public:
  According(const rules::Tables& tables, const Document& doc, const Cast& cast);

  // The actor that the cue names as its source, by its index; nothing where none stands close behind it.
  std::optional<std::size_t> source_behind(const Match& cue, TokenRange sentence) const;

  // Where the words that name and describe the source end: at the next comma or colon, else with the actor.
  std::uint32_t end_of_source(std::size_t actor, TokenRange sentence) const;

  // "Theo thống kê của | tổ công tác 970 (Bộ Nông nghiệp), …": the words, no name, that a document is of; else empty.
  TokenRange unnamed_issuer(std::size_t actor, TokenRange sentence) const;

  // The words behind the first "của" of the words; empty where there is none.
  TokenRange issuer_of(TokenRange words) const;

 private:
  bool is_mark(std::uint32_t at) const;
  bool mark_between(std::uint32_t from, std::uint32_t to) const;

  const Document& doc_;
  const Cast& cast_;
  const rules::WordSet &genitive_, &colon_, &comma_;
};

}  // namespace socai
