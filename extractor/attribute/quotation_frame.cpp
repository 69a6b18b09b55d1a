// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/quotation_frame.h"

namespace socai {

QuotationFrame::QuotationFrame(const rules::Tables& t, const Document& doc, const Cast& cast)
    : doc_(doc), cast_(cast), colon_(t.sets("colon")), dash_(t.sets("dash")), comma_(t.sets("list.comma")) {}

std::optional<std::uint32_t> QuotationFrame::colon_before(const Quotation& quotation) const {
  const std::uint32_t open = quotation.first();
  if (open == 0 || !colon_.has(doc_.tokens[open - 1].word)) return std::nullopt;
  return open - 1;
}

std::optional<std::size_t> QuotationFrame::speaker_behind(const Quotation& quotation) const {
  if (!quotation.closed || !opens_clause(quotation)) return std::nullopt;
  std::uint32_t at = quotation.last();
  bool marked = false;
  while (at < doc_.tokens.size() && (comma_.has(doc_.tokens[at].word) || dash_.has(doc_.tokens[at].word))) {
    marked = true;
    ++at;
  }
  if (!marked || at >= doc_.tokens.size() || doc_.tokens[at].gap == Gap::line) return std::nullopt;
  const std::size_t actor = cast_.first_from(at);
  if (actor >= cast_.actors.size() || cast_.actors[actor].tokens.begin != at) return std::nullopt;
  const std::size_t speaker = last_of_title(actor);
  return may_speak(speaker) ? std::optional(speaker) : std::nullopt;
}

// Whether it begins its sentence.
bool QuotationFrame::opens_clause(const Quotation& quotation) const {
  const std::uint32_t open = quotation.first();
  return doc_.sentences[doc_.sentence_of[quotation.tokens.begin]].tokens.begin >= open ||
         doc_.tokens[open].gap == Gap::line;
}

// "Phó chủ tịch UBND tỉnh | Nguyễn Văn A": the last of what stands without a gap.
std::size_t QuotationFrame::last_of_title(std::size_t actor) const {
  while (actor + 1 < cast_.actors.size() && cast_.actors[actor + 1].tokens.begin == cast_.actors[actor].tokens.end) {
    ++actor;
  }
  return actor;
}

bool QuotationFrame::may_speak(std::size_t actor) const {
  const Actor& a = cast_.actors[actor];
  if (a.kind == ActorKind::document) return false;
  const EntityType type = a.kind == ActorKind::named ? cast_.entities[a.entity].type : a.type;
  return type == EntityType::person || type == EntityType::organization || type == EntityType::unnamed ||
         type == EntityType::other;
}

}  // namespace socai
