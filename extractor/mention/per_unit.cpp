// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/per_unit.h"

#include <algorithm>
#include <string>
#include <utility>

#include "extractor/text/utf8.h"

namespace socai {
namespace {

constexpr std::uint32_t kReachBefore = 9;  // "mỗi tháng <…> 45 triệu đồng"
constexpr int kLongestChain = 3;           // "/người/tháng"

class PerUnitReader {
 public:
  PerUnitReader(const AmountWords& words, const Document& doc, const Marks& marks, AmountMention* mention)
      : words_(words), doc_(doc), marks_(marks), mention_(*mention),
        sentence_(doc.sentences[doc.sentence_of[mention->tokens.begin]].tokens) {}

  void run() {
    if (!mention_.per.empty()) return set({mention_.per, lower_case(doc_.words(mention_.per))});  // of an exchange rate
    const Per behind = unit_behind();
    const bool unknown = behind.tokens.empty() && is(words_.per_each, mention_.tokens.end);  // "mỗi giai phẩm"
    if (!unknown) set(!behind.tokens.empty() ? behind : unit_before());
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

  bool is(const rules::WordSet& set, std::uint32_t at) const {
    return at < sentence_.end && set.has(doc_.tokens[at].word);
  }

  std::optional<Match> known_unit(std::uint32_t at) const {
    auto unit = at < sentence_.end ? marks_.at(PhraseClass::unit, at) : std::nullopt;
    return unit && unit->tokens.end <= sentence_.end ? unit : std::nullopt;
  }

  // The known unit at the token, of one or more words.
  Per unit_at(std::uint32_t at) const {
    const auto unit = known_unit(at);
    if (!unit) return {};
    const std::string& kept_as = words_.tables.units[unit->index].kept_as;
    return {unit->tokens, kept_as.empty() ? lower_case(doc_.words(unit->tokens)) : kept_as};
  }

  // The same of what is measured or lasts, where only that is sure to be what the amount is per.
  Per measure_at(std::uint32_t at) const {
    const auto unit = known_unit(at);
    return unit && words_.tables.units[unit->index].is_measure ? unit_at(at) : Per{};
  }

  // "/người/tháng", "mỗi người mỗi tháng", "một người/tháng"
  Per unit_behind() const {
    Per chain;
    std::uint32_t at = mention_.tokens.end;
    for (int link = 0; link < kLongestChain && at < sentence_.end; ++link) {
      if (link > 0 && is(words_.per_link, at)) break;
      const Per unit = link_behind(at);
      if (unit.tokens.empty()) break;
      chain.tokens.begin = link == 0 ? unit.tokens.begin : chain.tokens.begin;
      chain.tokens.end = at = unit.tokens.end;
      chain.name += (link == 0 ? "" : "/") + unit.name;
    }
    return chain;
  }

  Per link_behind(std::uint32_t at) const {
    if (is(words_.per_slash, at)) return unit_behind_slash(at + 1);
    if (is(words_.per_each, at) || is(words_.per_one, at) || is(words_.per_every, at)) return unit_at(at + 1);
    if (!is(words_.per_link, at)) return {};
    const std::uint32_t each = is(words_.per_link, at + 1) ? at + 2 : at + 1;  // "đối với mỗi hộ"
    if (is(words_.per_each, each)) return unit_at(each + 1);
    if (is(words_.per_one, each)) return measure_at(each + 1);  // "trên một kg"
    const Per direct = measure_at(each);                        // "9 triệu đồng trên tháng."
    const std::uint32_t end = direct.tokens.end;
    return end >= sentence_.end || doc_.tokens[end].kind == TokenKind::mark ? direct : Per{};
  }

  // Behind a slash any word is a unit; the known ones may have several words.
  Per unit_behind_slash(std::uint32_t at) const {
    if (is(words_.per_one, at)) ++at;
    Per unit = unit_at(at);
    if (unit.tokens.empty() && at < sentence_.end && doc_.tokens[at].is_word()) {
      unit = {{at, at + 1}, lower_case(doc_.words(at))};
    }
    return unit;
  }

  // "mỗi tháng trả 45 triệu đồng", "hằng năm, xã chi …", "giá một cân là …": the unit stands before, with no mark and
  // no other number between.
  Per unit_before() const {
    const std::uint32_t from =
        std::max(sentence_.begin, mention_.tokens.begin > kReachBefore ? mention_.tokens.begin - kReachBefore : 0);
    for (std::uint32_t at = mention_.tokens.begin; at-- > from;) {
      const Token& token = doc_.tokens[at];
      if (token.kind == TokenKind::mark && !is_behind_unit(at)) return {};
      const bool one = words_.per_one.has(token.word);
      if (token.is_number() && !one && !is_of_name(at)) return {};
      const rules::NumberWord& number = words_.tables.number(token.word);
      const bool scale = number.role == rules::NumberRole::scale && !number.glued_only;
      if (scale || words_.per_barrier.has(token.word)) return {};
      if (words_.per_each.has(token.word)) return unit_at(at + 1);
      if (words_.per_every.has(token.word)) {
        if (Per time = measure_at(at + 1); !time.tokens.empty() && !is_dated(time.tokens.end)) return time;
      }
      if (one) return is_price_of_one(at) ? measure_at(at + 1) : Per{};
    }
    return {};
  }

  // "doanh số bán hàng năm ngoái", "bán hàng năm 2023"
  bool is_dated(std::uint32_t at) const {
    if (at >= mention_.tokens.begin) return false;
    return doc_.tokens[at].is_number() || words_.year_tail.has(doc_.tokens[at].word);
  }

  // The mark of "mỗi năm, xã chi …".
  bool is_behind_unit(std::uint32_t mark) const {
    if (mark < sentence_.begin + 2 || !words_.list_comma.has(doc_.tokens[mark].word)) return false;
    const bool each =
        words_.per_each.has(doc_.tokens[mark - 2].word) || words_.per_every.has(doc_.tokens[mark - 2].word);
    return each && !measure_at(mark - 1).tokens.empty();
  }

  // The digits of "RON 95", "m2", "E5".
  bool is_of_name(std::uint32_t number) const {
    if (number <= sentence_.begin) return false;
    const Token& before = doc_.tokens[number - 1];
    return before.is_word() && (doc_.tokens[number].gap == Gap::none || before.letter_case == Case::all_capitals);
  }

  // "giá một cân là 90.000 đồng", "Một lượng vàng có giá 74 triệu đồng": the one opens the clause or has a price, and
  // the words behind it say that the amount is the price.
  bool is_price_of_one(std::uint32_t one) const {
    const bool opens = one == sentence_.begin || doc_.tokens[one - 1].kind == TokenKind::mark;
    if (!opens && !words_.per_priced.has(doc_.tokens[one - 1].word)) return false;
    for (std::uint32_t at = one + 1; at < mention_.tokens.begin; ++at) {
      if (words_.per_priced.has(doc_.tokens[at].word)) return true;
    }
    return false;
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
