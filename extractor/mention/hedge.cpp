// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/hedge.h"

#include <algorithm>

namespace socai {
namespace {

constexpr std::uint32_t kFillers = 4;  // words such as "mức", "con số" between a hedge and its number
constexpr std::uint32_t kReach =
    14;  // behind a threshold to its upper end, before a comparison to what it compares with
constexpr std::uint32_t kHedgeWords = 4;  // between "lên" and the upper end
constexpr std::uint32_t kCeilingReach = 7;

class HedgeReader {
 public:
  HedgeReader(const AmountWords& words, const Document& doc, const Marks& marks, AmountMention* mention)
      : words_(words), doc_(doc), marks_(marks), mention_(*mention),
        sentence_(doc.sentences[doc.sentence_of[mention->tokens.begin]].tokens) {}

  void run() {
    const Match* behind = hedge_behind();
    const Match* before = hedge_before();
    if (behind != nullptr) return apply(*behind);
    if (before != nullptr) apply(*before);
  }

 private:
  const Match* hedge_before() const {
    std::uint32_t at = mention_.tokens.begin;
    for (std::uint32_t fillers = 0;; ++fillers, --at) {
      if (const Match* match = marks_.ending_at(PhraseClass::hedge_before, at)) return match;
      if (at <= sentence_.begin || fillers == kFillers || !words_.hedge_filler.has(doc_.tokens[at - 1].word))
        return nullptr;
    }
  }

  const Match* hedge_behind() const {
    const std::uint32_t at = std::max(mention_.tokens.end, mention_.per.end);  // "5 triệu đồng/tháng trở lên"
    return at < sentence_.end ? marks_.starting_at(PhraseClass::hedge_after, at) : nullptr;
  }

  void apply(const Match& match) {
    const rules::Hedge& hedge = words_.tables.hedges[match.index];
    if (hedge.threshold && (match.tokens.end != mention_.tokens.begin || !is_threshold())) return;
    const bool stress = hedge.ceiling && !is_ceiling(match.tokens.begin);
    const bool difference = hedge.compares && is_compared(match.tokens.begin);
    mention_.hedge = {hedge.rule, match.tokens};
    if (!stress && !difference) set_relation(hedge.relation);
  }

  // "từ 5 tỷ" is a floor only where no end follows ("lên 7 tỷ", "đến …").
  bool is_threshold() const {
    const std::uint32_t end = std::min(mention_.tokens.end + kReach, sentence_.end);
    for (std::uint32_t at = mention_.tokens.end; at < end; ++at) {
      const WordId word = doc_.tokens[at].word;
      if (!words_.change_to.has(word) && !words_.range_to.has(word)) continue;
      if (is_of_ceiling(at)) continue;
      if (number_follows(at + 1, end)) return false;
    }
    return true;
  }

  // "hóa đơn từ 999.000 đồng … quà trị giá tới 2 triệu đồng": the word belongs to a ceiling of its own.
  bool is_of_ceiling(std::uint32_t at) const {
    const Match* hedge = marks_.ending_at(PhraseClass::hedge_before, at + 1);
    if (hedge == nullptr || hedge->tokens.begin == at) return false;
    return words_.range_to.has(doc_.tokens[at].word) && !words_.change_to.has(doc_.tokens[hedge->tokens.begin].word);
  }

  // A number, with at most a hedge before it.
  bool number_follows(std::uint32_t at, std::uint32_t end) const {
    for (std::uint32_t next = at; next < std::min(at + kHedgeWords, end); ++next) {
      const Token& token = doc_.tokens[next];
      if (token.is_number() || words_.tables.number(token.word).role != rules::NumberRole::none) return true;
    }
    return false;
  }

  // "cao hơn 2 tỷ đồng so với năm trước", "so với năm trước, giá cao hơn 2 tỷ đồng": the amount is the difference
  // itself.
  bool is_compared(std::uint32_t hedge) const {
    const std::uint32_t at = mention_.tokens.end;
    if (at < sentence_.end && words_.compared_by.has(doc_.tokens[at].word)) return true;
    const std::uint32_t from = hedge > sentence_.begin + kReach ? hedge - kReach : sentence_.begin;
    for (std::uint32_t token = from; token < hedge; ++token) {
      if (words_.compared_by.has(doc_.tokens[token].word)) return true;
    }
    return false;
  }

  // "có thể … lên tới 5 tỷ": the words before say that this is as far as it may go.
  bool is_ceiling(std::uint32_t hedge) const {
    const std::uint32_t from = hedge > sentence_.begin + kCeilingReach ? hedge - kCeilingReach : sentence_.begin;
    for (std::uint32_t at = from; at < hedge; ++at) {
      if (words_.ceiling_set_by.has(doc_.tokens[at].word)) return true;
    }
    return false;
  }

  void set_relation(Relation relation) {
    Amount& amount = mention_.amount;
    if (mention_.bare_scale && amount.relation == Relation::vague &&
        relation != Relation::up_to) {  // "gần nghìn tỷ đồng": one of the scale
      amount.value = amount.max = amount.min;
      amount.relation = Relation::exact;
    }
    if (amount.relation != Relation::exact) return;  // a range or a vague amount has its bounds
    amount.relation = relation;
    switch (relation) {
      case Relation::at_least:
      case Relation::more_than: amount.max = std::nullopt; break;
      case Relation::nearly:
      case Relation::at_most:
      case Relation::less_than:
      case Relation::up_to: amount.min = std::nullopt; break;
      default: break;
    }
  }

  const AmountWords& words_;
  const Document& doc_;
  const Marks& marks_;
  AmountMention& mention_;
  const TokenRange sentence_;
};

}  // namespace

void apply_hedge(const AmountWords& words, const Document& doc, const Marks& marks, AmountMention* mention) {
  HedgeReader(words, doc, marks, mention).run();
}

}  // namespace socai
