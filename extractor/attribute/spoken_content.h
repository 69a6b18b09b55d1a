// SPDX-License-Identifier: Apache-2.0
// Which words of a sentence a verb of saying attributes to its subject.
#pragma once

#include <cstdint>

#include "extractor/mention/marks.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"

namespace socai {

// A cue with no more words behind it speaks of what stands before it.
inline constexpr int kCueTail = 3;

// Whether a quotation is speech, and no way of putting a word; nullptr is none.
bool is_speech(const Quotation* quotation);

class SpokenContent {
 public:
  SpokenContent(const rules::Tables& tables, const Document& doc, const Marks& marks);

  // What the verb speaks of: what follows it, or what precedes its subject, which begins at `subject`, where that is a
  // quotation or a clause.
  // "Ông A nói: ⏎ - Năm qua …": the paragraph below a colon that ends the sentence of the cue and its paragraph; else
  // empty.
  TokenRange below(TokenRange cue, TokenRange sentence) const;

  TokenRange of(const Match& cue, std::uint32_t subject, TokenRange sentence) const;

 private:
  bool is_adjunct(TokenRange words) const;
  bool colon_within(TokenRange range) const;
  bool closes_quotation(std::uint32_t subject, TokenRange sentence) const;

  const Document& doc_;
  const Marks& marks_;
  const rules::WordSet &adjunct_, &colon_, &comma_;
};

}  // namespace socai
