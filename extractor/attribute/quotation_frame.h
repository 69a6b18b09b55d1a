// SPDX-License-Identifier: Apache-2.0
// Whose a quotation is by the marks around it, whatever the verb: “…”, ông A ấm ức; "…" - bà B phân trần; A đưa ra câu
// chuyện: “…”.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "extractor/mention/cast.h"
#include "extractor/mention/marks.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"

namespace socai {

class QuotationFrame {
 public:
  QuotationFrame(const rules::Tables& tables, const Document& doc, const Cast& cast);

  // The person or organisation that stands right behind the quotation: the actor, by its index. Nothing where the
  // quotation is part of a clause that began before it.
  std::optional<std::size_t> speaker_behind(const Quotation& quotation) const;

  // The colon right before the quotation, or nothing.
  std::optional<std::uint32_t> colon_before(const Quotation& quotation) const;

 private:
  bool opens_clause(const Quotation& quotation) const;
  std::size_t last_of_title(std::size_t actor) const;
  bool may_speak(std::size_t actor) const;

  const Document& doc_;
  const Cast& cast_;
  const rules::WordSet &colon_, &dash_, &comma_;
};

}  // namespace socai
