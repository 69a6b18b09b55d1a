// SPDX-License-Identifier: Apache-2.0
// The places of a claim, and the passages that it quotes.
#include "ledger/entry.h"

namespace socai {
namespace {

std::string bound_form(std::string_view passage) { return "sha256:" + to_hex(sha256(passage)); }

bool lies_in(std::size_t start, std::size_t end, std::string_view text) { return start <= end && end <= text.size(); }

// Puts the passage in the place of its hash.
bool unbind(std::string* quote, std::size_t start, std::size_t end, std::string_view text) {
  if (!lies_in(start, end, text)) return false;
  const auto passage = text.substr(start, end - start);
  if (bound_form(passage) != *quote) return false;
  *quote = passage;
  return true;
}

}  // namespace

Place place_of(const Claim& claim) {
  Place place{claim.start, claim.end, claim.sentence_start, claim.sentence_end, {}};
  for (const auto& caveat : claim.caveats) place.caveats.emplace_back(caveat.start, caveat.end);
  return place;
}

void set_place(Claim* claim, const Place& place) {
  claim->start = place.start;
  claim->end = place.end;
  claim->sentence_start = place.sentence_start;
  claim->sentence_end = place.sentence_end;
  for (std::size_t i = 0; i < claim->caveats.size() && i < place.caveats.size(); ++i) {
    claim->caveats[i].start = place.caveats[i].first;
    claim->caveats[i].end = place.caveats[i].second;
  }
}

bool fits(const Claim& claim, std::string_view field_text) {
  if (!lies_in(claim.start, claim.end, field_text)) return false;
  if (!lies_in(claim.sentence_start, claim.sentence_end, field_text)) return false;
  if (field_text.substr(claim.start, claim.end - claim.start) != claim.quote) return false;
  for (const auto& caveat : claim.caveats) {
    if (!lies_in(caveat.start, caveat.end, field_text)) return false;
    if (field_text.substr(caveat.start, caveat.end - caveat.start) != caveat.quote) return false;
  }
  return true;
}

Claim bind_passages(Claim claim) {
  if (claim.kind == Kind::statement) claim.quote = bound_form(claim.quote);
  for (auto& caveat : claim.caveats) caveat.quote = bound_form(caveat.quote);
  return claim;
}

bool unbind_passages(Claim* claim, const std::optional<std::string_view>& field_text) {
  if (!field_text) return true;
  bool all_fit = true;
  if (claim->kind == Kind::statement) {
    all_fit = unbind(&claim->quote, claim->start, claim->end, *field_text);
  } else {
    all_fit = lies_in(claim->start, claim->end, *field_text) &&
              field_text->substr(claim->start, claim->end - claim->start) == claim->quote;
  }
  for (auto& caveat : claim->caveats) all_fit = unbind(&caveat.quote, caveat.start, caveat.end, *field_text) && all_fit;
  return all_fit;
}

}  // namespace socai
