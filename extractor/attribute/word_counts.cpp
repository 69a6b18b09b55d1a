// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/word_counts.h"

#include <bit>

namespace socai {

void WordCounts::count(const Document& doc) {
  const std::size_t size = std::bit_ceil(doc.tokens.size() + 2);
  slots_.assign(size, Slot());
  mask_ = size - 1;
  places_before_.assign(doc.tokens.size(), kNowhere);
  const std::uint32_t headline_end = doc.paragraphs.empty() ? 0 : doc.paragraphs.front().tokens.end;
  for (std::uint32_t at = 0; at < doc.tokens.size(); ++at) {
    if (!doc.tokens[at].is_word()) continue;
    Slot& slot = slots_[slot_of(doc.tokens[at].key)];
    slot.key = doc.tokens[at].key;
    ++slot.count;
    places_before_[at] = slot.last;
    slot.last = at;
    if (at < headline_end) slot.in_headline = 1;
  }
}

}  // namespace socai
