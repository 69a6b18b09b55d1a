// SPDX-License-Identifier: Apache-2.0
// How many amounts and marks lie between two places of an article, asked for again and again.
#pragma once

#include <cstdint>
#include <vector>

#include "extractor/mention/amount.h"
#include "extractor/structure/document.h"

namespace socai {

class Between {
 public:
  // Overwrites what an earlier document left.
  void count(const Document& doc, const std::vector<AmountMention>& amounts);

  // Amounts that lie wholly in the tokens [from, to); 0 where to < from.
  std::uint32_t amounts(std::uint32_t from, std::uint32_t to) const {
    const std::uint32_t ended = counts_[to].ended;
    const std::uint32_t before = counts_[from].begun;
    return ended > before ? ended - before : 0;
  }
  std::uint32_t marks(std::uint32_t from, std::uint32_t to) const {
    return from < to ? counts_[to].marks - counts_[from].marks : 0;
  }

 private:
  struct Counts {  // of what stands before a token
    std::uint32_t marks = 0;
    std::uint32_t begun = 0;  // amounts that begin before it
    std::uint32_t ended = 0;  // amounts that end there or before it
  };
  std::vector<Counts> counts_;
};

}  // namespace socai
