// SPDX-License-Identifier: Apache-2.0
// Finds every amount of money in a document. A phrase that is not surely money, or not surely read, gives none: a wrong
// figure is worse than a missing one.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "extractor/mention/marks.h"
#include "extractor/mention/number.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/document.h"

namespace socai {

// A word or phrase that a rule fired on, for the derivation.
struct Fired {
  std::string rule;
  TokenRange tokens;
};

struct AmountMention {
  TokenRange tokens;  // from the number to the currency or, where that is implied, to the scale
  Amount amount;
  Fired number;  // the rule that read the number
  Fired hedge;   // empty rule: no hedge
  Fired currency;
  TokenRange per;           // the words of `per`
  bool conversion = false;  // stands in brackets behind the amount it converts
  bool bare_scale = false;  // a scale alone: "nghìn tỷ đồng"
};

// All amounts in document order, never overlapping.
class AmountFinder {
 public:
  explicit AmountFinder(const rules::Tables& tables);
  ~AmountFinder();
  AmountFinder(AmountFinder&&) noexcept;

  // `plainly_money`: the text is known to be about money, so that any scale without a currency is an amount.
  void find(const Document& doc, const Marks& marks, std::vector<AmountMention>* amounts,
            bool plainly_money = false) const;

 private:
  std::unique_ptr<const struct AmountWords> words_;
};

}  // namespace socai
