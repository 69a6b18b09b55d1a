// SPDX-License-Identifier: Apache-2.0
// Names by their form: runs of capitalized syllables with what joins them. Vietnamese writes the second syllable of a
// word in lower case ("Tổng cục Thống kê"), so compounds that names are made of come from rules/entities.toml.
#pragma once

#include <cstdint>

#include "extractor/mention/marks.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"

namespace socai {

class NameSpans {
 public:
  NameSpans(const rules::Tables& tables, const Document& doc, const Marks& marks);

  // The end of the name that starts at `at` (which must be capitalized or a number behind a head), or `at`.
  // `with_and`: a name of an organisation may hold "và" ("Bộ Kế hoạch và Đầu tư").
  std::uint32_t end_of_name(std::uint32_t at, std::uint32_t limit, bool with_and) const;

  // The end of the line of business that stands in lower case before the name of a firm, or `at`: "Công ty cổ phần |
  // tư vấn và xây dựng | Hoa Mai".
  std::uint32_t end_of_business(std::uint32_t at, std::uint32_t limit) const;

  // Vietnamese persons end titles and offices: in "Cục Hàng không Việt Nam Lại Xuân Thanh" the person starts at "Lại".
  // Gives the token where a family name opens the last two to four syllables of the name, or name.end.
  std::uint32_t person_tail(TokenRange name) const;

  // Whether a name may start at the token: capitalized, and not by its place alone.
  bool may_start(std::uint32_t at, TokenRange sentence) const;
  // Whether the token belongs to the number of a document.
  bool ends_number(std::uint32_t at) const;
  bool is_surname(std::uint32_t at) const { return marks_.at(PhraseClass::surname, at).has_value(); }

 private:
  bool ends_known_name(std::uint32_t at) const;
  bool opens_by_place(std::uint32_t at, TokenRange sentence) const;

  const Document& doc_;
  const Marks& marks_;
  const rules::WordSet &particle_, &joiner_, &ampersand_, &and_, &closer_, &colon_, &never_, &list_comma_, &slash_,
      &run_in_;
};

}  // namespace socai
