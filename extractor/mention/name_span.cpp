// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/name_span.h"

#include <algorithm>

#include "extractor/structure/run_in.h"

namespace socai {

NameSpans::NameSpans(const rules::Tables& t, const Document& doc, const Marks& marks)
    : doc_(doc), marks_(marks), particle_(t.sets("name.particle")), joiner_(t.sets("name.joiner")),
      ampersand_(t.sets("name.ampersand")), and_(t.sets("name.and")), closer_(t.sets("sentence.closer")),
      colon_(t.sets("colon")), never_(t.sets("name.never")), list_comma_(t.sets("list.comma")),
      slash_(t.sets("per.slash")), run_in_(t.sets("sentence.run_in")) {}

bool NameSpans::opens_by_place(std::uint32_t at, TokenRange sentence) const {
  if (at == sentence.begin) return true;
  const Token& before = doc_.tokens[at - 1];
  return before.kind == TokenKind::mark &&
         (doc_.quotation_at(at) != doc_.quotation_at(at - 1) || colon_.has(before.word));
}

bool NameSpans::may_start(std::uint32_t at, TokenRange sentence) const {
  const Token& token = doc_.tokens[at];
  if (!token.is_word() || !token.is_capitalized() || never_.has(token.word)) return false;
  if (marks_.starting_at(PhraseClass::currency, at) != nullptr || ends_number(at)) return false;
  if (!opens_by_place(at, sentence)) return !opens_run_in(doc_.tokens, run_in_, at, sentence.end);
  if (marks_.at(PhraseClass::stop, at)) return false;
  const std::uint32_t next = at + 1;
  const bool more = next < sentence.end && doc_.tokens[next].is_word() && doc_.tokens[next].is_capitalized();
  return more || token.letter_case == Case::all_capitals || token.word == 0;
}

// "Chỉ thị 1474/CT-TTg": letters that belong to the number of a document.
bool NameSpans::ends_number(std::uint32_t at) const {
  constexpr std::uint32_t kLongest = 8;  // tokens behind the slash: "1474/QĐ-TTg"
  for (std::uint32_t i = at; i >= 2 && at - i < kLongest && doc_.tokens[i].gap == Gap::none; --i) {
    const bool slash = slash_.has(doc_.tokens[i - 1].word) && doc_.tokens[i - 1].gap == Gap::none;
    if (slash && doc_.tokens[i - 2].is_number()) return true;
  }
  return false;
}

std::uint32_t NameSpans::end_of_business(std::uint32_t at, std::uint32_t limit) const {
  std::uint32_t end = at;
  while (end < limit && doc_.tokens[end].gap != Gap::line) {
    const WordId word = doc_.tokens[end].word;
    const bool joins = and_.has(word) || (end > at && (joiner_.has(word) || list_comma_.has(word)));
    if (joins && end + 1 == limit) break;
    const auto business = marks_.at(PhraseClass::compound, joins ? end + 1 : end);
    if (!business) break;
    if (doc_.tokens[business->tokens.begin].is_capitalized()) return joins ? end + 1 : end;
    end = business->tokens.end;
  }
  return std::min(end, limit);
}

std::uint32_t NameSpans::end_of_name(std::uint32_t at, std::uint32_t limit, bool with_and) const {
  std::uint32_t end = at;
  while (end < limit) {
    const Token& token = doc_.tokens[end];
    if (end > at && token.gap == Gap::line) break;
    const bool capital = token.is_word() && token.is_capitalized();
    if (capital) {
      const auto compound = marks_.at(PhraseClass::compound, end);
      end = compound && compound->tokens.end <= limit ? compound->tokens.end : end + 1;
      continue;
    }
    if (end == at || end + 1 >= limit) break;
    const Token& next = doc_.tokens[end + 1];
    const bool next_capital = next.is_word() && next.is_capitalized() && next.gap != Gap::line;
    // "R1", "VN30", "Claude 3.5 Sonnet": a number that touches the name or stands between its words.
    if (token.is_number()) {
      if (token.gap != Gap::none && !(next_capital && doc_.tokens[end - 1].word == 0 && next.word == 0)) break;
      ++end;
      continue;
    }
    const bool touching = joiner_.has(token.word) && token.gap == Gap::none && next.gap == Gap::none &&
                          (next_capital || next.is_number());
    const bool ampersand = ampersand_.has(token.word) && next_capital;
    const bool particle = particle_.has(token.word) && next_capital;
    const bool joined_by_and = with_and && and_.has(token.word) && next_capital &&
                               marks_.starting_at(PhraseClass::head, end + 1) == nullptr &&
                               marks_.at(PhraseClass::compound, end + 1).has_value();
    if (!touching && !ampersand && !particle && !joined_by_and) break;
    end += next.is_number() ? 2 : 1;
  }
  return end;
}

// "Tỉnh ủy Quảng Ninh Nguyễn Đức Long": the family name is not the one that ends a place.
bool NameSpans::ends_known_name(std::uint32_t at) const {
  const Match* known = marks_.ending_at(PhraseClass::known_entity, at + 1);
  return known != nullptr && known->tokens.begin < at;
}

std::uint32_t NameSpans::person_tail(TokenRange name) const {
  const std::uint32_t size = name.end - name.begin;
  for (std::uint32_t at = size > 4 ? name.end - 4 : name.begin; at + 2 <= name.end; ++at) {
    const bool middle = at == name.begin + 1 && is_surname(name.begin);  // "Phạm | Văn | Thuần"
    if (at > name.begin && !middle && is_surname(at) && doc_.tokens[at].is_capitalized() && !ends_known_name(at)) {
      bool all_capital = true;
      for (std::uint32_t token = at; token < name.end; ++token)
        all_capital = all_capital && doc_.tokens[token].is_capitalized();
      if (all_capital) return at;
    }
  }
  return name.end;
}

}  // namespace socai
