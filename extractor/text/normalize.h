// SPDX-License-Identifier: Apache-2.0
// Text in the one form that rules match: NFC (UAX #15), without zero-width characters, and the way back to the offsets
// of the text as given. Most news needs no work: a byte test proves that at memory speed, and the map is the identity.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace socai {

// Byte offsets of normalized text -> byte offsets of the given text. Defined on the boundaries of characters: a start
// maps behind what was dropped before it, an end maps before what was dropped behind it.
class OffsetMap {
 public:
  std::size_t given_start(std::size_t offset) const;
  std::size_t given_end(std::size_t offset) const;
  bool is_identity() const { return breaks_.empty(); }

  // Breaks are added in order: from `normalized` on, offsets count from `given`; what ended there ended at `given_end`.
  void add_break(std::size_t normalized, std::size_t given_end, std::size_t given);
  void clear() { breaks_.clear(); }

 private:
  struct Break {
    std::size_t normalized;
    std::size_t given_end;
    std::size_t given;
  };
  std::vector<Break> breaks_;
};

// Appends the normalized form of `given` (valid UTF-8) to *text. *map maps offsets of *text, counted from where this
// text starts, i.e. from the size that *text had; it is overwritten.
void append_normalized(std::string_view given, std::string* text, OffsetMap* map);

// Whether every byte shows that `given` is already in the form above. May say false of text that needs no work.
bool is_plainly_normalized(std::string_view given);

}  // namespace socai
