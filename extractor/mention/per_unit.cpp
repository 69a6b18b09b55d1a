// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/per_unit.h"

#include <algorithm>

#include "extractor/text/utf8.h"

namespace socai {
namespace {

constexpr std::uint32_t kReachBefore = 6;  // "mỗi tháng <…> 45 triệu đồng"
constexpr int kLongestChain = 3;           // "/người/tháng"

class PerUnitReader {
 public:
  PerUnitReader(const AmountWords& words, const Document& doc, const Marks& marks, AmountMention* mention)
      : words_(words), doc_(doc), marks_(marks), mention_(*mention),
        sentence_(doc.sentences[doc.sentence_of[mention->tokens.begin]].tokens) {}

  void run() {
    const TokenRange behind = unit_behind();
    set(!behind.empty() ? behind : unit_before());
  }

 private:
  void set(TokenRange unit) {
    if (unit.empty()) return;
    mention_.per = unit;
    mention_.amount.per = lower_case(doc_.words(unit));
  }

  TokenRange unit_at(std::uint32_t at) const {
    if (at >= sentence_.end) return {};
    const Match* unit = marks_.starting_at(PhraseClass::unit, at);
    return unit == nullptr || unit->tokens.end > sentence_.end ? TokenRange{} : unit->tokens;
  }

  TokenRange unit_behind() const {
    const std::uint32_t at = mention_.tokens.end;
    if (at >= sentence_.end) return {};
    const WordId word = doc_.tokens[at].word;
    if (words_.per_slash.has(word)) return slash_chain(at);
    if (words_.per_each.has(word) || words_.per_one.has(word)) return unit_at(at + 1);
    return {};
  }

  // Behind a slash any word is a unit; the known ones may have several words.
  TokenRange slash_chain(std::uint32_t at) const {
    TokenRange chain{at + 1, at + 1};
    for (int link = 0; link < kLongestChain && at < sentence_.end && words_.per_slash.has(doc_.tokens[at].word); ++link) {
      std::uint32_t unit = at + 1;
      if (unit < sentence_.end && words_.per_one.has(doc_.tokens[unit].word)) ++unit;
      const TokenRange known = unit_at(unit);
      if (!known.empty()) {
        chain.end = known.end;
      } else if (unit < sentence_.end && doc_.tokens[unit].is_word()) {
        chain.end = unit + 1;
      } else {
        break;
      }
      if (link == 0) chain.begin = unit;
      at = chain.end;
    }
    return chain;
  }

  // "mỗi tháng trả 45 triệu đồng": the unit stands before, with no mark and no other number between.
  TokenRange unit_before() const {
    const std::uint32_t from = std::max(sentence_.begin, mention_.tokens.begin > kReachBefore ? mention_.tokens.begin - kReachBefore : 0);
    for (std::uint32_t at = mention_.tokens.begin; at-- > from;) {
      const Token& token = doc_.tokens[at];
      if (token.kind == TokenKind::mark || token.is_number()) return {};
      if (words_.per_each.has(token.word)) return unit_at(at + 1);
    }
    return {};
  }

  const AmountWords& words_;
  const Document& doc_;
  const Marks& marks_;
  AmountMention& mention_;
  const TokenRange sentence_;
};

}  // namespace

void find_per_unit(const AmountWords& words, const Document& doc, const Marks& marks, AmountMention* mention) {
  PerUnitReader(words, doc, marks, mention).run();
}

}  // namespace socai
