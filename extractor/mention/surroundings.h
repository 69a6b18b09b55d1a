// SPDX-License-Identifier: Apache-2.0
// What stands around the words that may be an actor, where it decides whether they are one.
#pragma once

#include <cstdint>

#include "extractor/mention/marks.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"

namespace socai {

// All questions are about tokens of a sentence that begins at `sentence`.
class Surroundings {
 public:
  Surroundings(const rules::Tables& tables, const Document& doc, const Marks& marks);

  // "yêu | cầu Sở Xây dựng": the end of a verb of saying is no head of a name.
  bool ends_verb(std::uint32_t at) const;
  // "dịch | vụ Minh Tâm": nor is the end of a noun of several syllables.
  bool ends_noun(TokenRange head, std::uint32_t sentence) const;
  // "hai | công ty này", "các | doanh nghiệp": no one of them.
  bool is_counted(std::uint32_t at, std::uint32_t sentence) const;
  // "công ty | Hàn Quốc"
  bool is_place(TokenRange name) const;
  // "3G Capital": a number that touches the name belongs to it.
  bool is_behind_number(std::uint32_t at, std::uint32_t sentence) const;

 private:
  const rules::Tables& tables_;
  const Document& doc_;
  const Marks& marks_;
  const rules::WordSet& quantifier_;
};

}  // namespace socai
