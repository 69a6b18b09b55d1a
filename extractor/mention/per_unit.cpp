// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/per_unit.h"

#include <algorithm>
#include <string>
#include <utility>

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
    if (!mention_.per.empty()) return set({mention_.per, lower_case(doc_.words(mention_.per))});  // of an exchange rate
    const Per behind = unit_behind();
    set(!behind.tokens.empty() ? behind : unit_before());
  }

 private:
  struct Per {
    TokenRange tokens;
    std::string name;
  };

  void set(Per per) {
    if (per.tokens.empty()) return;
    mention_.per = per.tokens;
    mention_.amount.per = std::move(per.name);
  }

  // The known unit at the token, of one or more words.
  Per unit_at(std::uint32_t at) const {
    if (at >= sentence_.end) return {};
    const auto unit = marks_.at(PhraseClass::unit, at);
    if (!unit || unit->tokens.end > sentence_.end) return {};
    const std::string& kept_as = words_.tables.units[unit->index].kept_as;
    return {unit->tokens, kept_as.empty() ? lower_case(doc_.words(unit->tokens)) : kept_as};
  }

  Per unit_behind() const {
    const std::uint32_t at = mention_.tokens.end;
    if (at >= sentence_.end) return {};
    const WordId word = doc_.tokens[at].word;
    if (words_.per_slash.has(word)) return slash_chain(at);
    if (words_.per_each.has(word) || words_.per_one.has(word) || words_.per_every.has(word)) return unit_at(at + 1);
    return {};
  }

  // Behind a slash any word is a unit; the known ones may have several words.
  Per slash_chain(std::uint32_t at) const {
    Per chain;
    for (int link = 0; link < kLongestChain && at < sentence_.end && words_.per_slash.has(doc_.tokens[at].word);
         ++link) {
      const Per unit = unit_behind_slash(at + 1);
      if (unit.tokens.empty()) break;
      chain.tokens.begin = link == 0 ? unit.tokens.begin : chain.tokens.begin;
      chain.tokens.end = at = unit.tokens.end;
      chain.name += (link == 0 ? "" : "/") + unit.name;
    }
    return chain;
  }

  Per unit_behind_slash(std::uint32_t at) const {
    if (at < sentence_.end && words_.per_one.has(doc_.tokens[at].word)) ++at;
    Per unit = unit_at(at);
    if (unit.tokens.empty() && at < sentence_.end && doc_.tokens[at].is_word()) {
      unit = {{at, at + 1}, lower_case(doc_.words(at))};
    }
    return unit;
  }

  // "mỗi tháng trả 45 triệu đồng": the unit stands before, with no mark and no other number between.
  Per unit_before() const {
    const std::uint32_t from =
        std::max(sentence_.begin, mention_.tokens.begin > kReachBefore ? mention_.tokens.begin - kReachBefore : 0);
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

TokenRange units_behind_slash(const AmountWords& words, const Document& doc, const Marks& marks, TokenRange within) {
  TokenRange units;
  std::uint32_t at = within.begin;
  for (int link = 0; link < kLongestChain && at + 1 < within.end && words.per_slash.has(doc.tokens[at].word); ++link) {
    const auto unit = marks.at(PhraseClass::unit, at + 1);
    if (!unit || unit->tokens.end > within.end) break;
    units = {link == 0 ? unit->tokens.begin : units.begin, unit->tokens.end};
    at = unit->tokens.end;
  }
  return units;
}

}  // namespace socai
