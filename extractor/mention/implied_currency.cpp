// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/implied_currency.h"

#include <algorithm>

namespace socai {
namespace {

constexpr int kOfArticle = 3;  // figures of one foreign currency that make it the article's
// Powers of ten that a figure may be above the largest stated one, to be of its currency.
constexpr int kAboveInSentence = 2;
constexpr int kAboveInArticle = 1;

const Decimal& size_of(const Amount& amount) {
  static const Decimal kNone;
  if (amount.max) return *amount.max;
  return amount.value ? *amount.value : amount.min ? *amount.min : kNone;
}

using Mentions = std::vector<AmountMention>::iterator;

// Gives the implied ones of the range the one currency that all others state, if these are at least `stated`; not to a
// figure more than 10^`above` times the largest of them.
void settle(Mentions begin, Mentions end, int stated, int above) {
  const AmountMention* largest = nullptr;
  for (auto mention = begin; mention != end; ++mention) {
    if (mention->amount.implied_currency) continue;
    if (largest != nullptr && largest->amount.currency != mention->amount.currency) return;
    --stated;
    if (largest == nullptr || size_of(largest->amount) < size_of(mention->amount)) largest = &*mention;
  }
  if (largest == nullptr || stated > 0) return;
  const auto limit = size_of(largest->amount).times_power_of_ten(above);
  for (auto mention = begin; mention != end; ++mention) {
    Amount& amount = mention->amount;
    if (amount.implied_currency && limit && size_of(amount) <= *limit) amount.currency = largest->amount.currency;
  }
}

}  // namespace

void settle_implied_currencies(const Document& doc, std::vector<AmountMention>* amounts) {
  for (auto begin = amounts->begin(); begin != amounts->end();) {
    const auto sentence = doc.sentence_of[begin->tokens.begin];
    const auto end = std::find_if(begin, amounts->end(), [&](const AmountMention& mention) {
      return doc.sentence_of[mention.tokens.begin] != sentence;
    });
    settle(begin, end, 1, kAboveInSentence);
    begin = end;
  }
  settle(amounts->begin(), amounts->end(), kOfArticle, kAboveInArticle);
}

}  // namespace socai
