// SPDX-License-Identifier: Apache-2.0
// What lies between two places of an article, asked for again and again: how many amounts, marks and words.
#pragma once

#include <cstdint>
#include <vector>

#include "extractor/attribute/words.h"
#include "extractor/mention/amount.h"
#include "extractor/structure/document.h"

namespace socai {

class Between {
 public:
  // Overwrites what an earlier document left.
  void count(const Document& doc, const AttributionWords& words, const std::vector<AmountMention>& amounts);

  // Amounts that lie wholly in the tokens [from, to); 0 where to < from.
  std::uint32_t amounts(std::uint32_t from, std::uint32_t to) const {
    const std::uint32_t ended = counts_[to].ended;
    const std::uint32_t before = counts_[from].begun;
    return ended > before ? ended - before : 0;
  }
  std::uint32_t marks(std::uint32_t from, std::uint32_t to) const {
    return from < to ? counts_[to].marks - counts_[from].marks : 0;
  }
  // Tokens of [from, to) without the hedges of amounts and without what brackets set off: of "Griezmann (Atlético)
  // hơn | 120 triệu" nothing stands between the name and the amount.
  std::uint32_t distance(std::uint32_t from, std::uint32_t to) const {
    if (from >= to) return 0;
    const bool within = counts_[from].brackets == counts_[to].brackets && counts_[from].in_brackets;
    return within ? to - from : counts_[to].outside - counts_[from].outside;
  }

 private:
  struct Counts {  // of what stands before a token
    std::uint32_t marks = 0;
    std::uint32_t begun = 0;     // amounts that begin before it
    std::uint32_t ended = 0;     // amounts that end there or before it
    std::uint32_t outside = 0;   // tokens that distance() counts
    std::uint32_t brackets = 0;  // how many have opened
    bool in_brackets = false;
  };
  std::vector<Counts> counts_;
};

}  // namespace socai
