// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/period.h"

#include <algorithm>

#include "extractor/attribute/calendar.h"
#include "extractor/text/utf8.h"

namespace socai {

using rules::PeriodKind;
using rules::PeriodRule;

namespace {

constexpr int kMonthsOfQuarter = 3;

struct Reading {
  TokenRange tokens;
  std::optional<Day> from;
  std::optional<Day> to;
  bool whole = true;  // false: the phrase names a unit ("năm") and nothing that fixes which
};

class PeriodReader {
 public:
  explicit PeriodReader(const Context& context) : c_(context) {
    if (c_.doc.article->published) published_ = parse_day(*c_.doc.article->published);
  }

  std::optional<Reading> read(const Match& match, TokenRange sentence) const {
    const PeriodRule& rule = c_.tables.periods[match.index];
    Reading reading{match.tokens, {}, {}, true};
    switch (rule.kind) {
      case PeriodKind::relative: read_relative(rule, &reading); break;
      case PeriodKind::unit: read_unit(rule, sentence, &reading); break;
      case PeriodKind::months_of: read_months_of(sentence, &reading); break;
      case PeriodKind::half: reading.tokens.end = read_year(reading.tokens.end, sentence).second; break;
      case PeriodKind::vague: break;
    }
    if (!reading.whole) return std::nullopt;
    return reading;
  }

 private:
  std::optional<int> number_at(std::uint32_t at, TokenRange sentence) const {
    if (at >= sentence.end || !c_.doc.tokens[at].is_number()) return std::nullopt;
    const auto text = c_.doc.words(at);
    if (text.size() > 4 || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    return std::stoi(std::string(text));
  }

  static bool is_year(std::optional<int> number) { return number && *number >= 1900 && *number <= 2100; }
  bool is_slash(std::uint32_t at, TokenRange sentence) const {
    return at < sentence.end && c_.words.slash.has(c_.doc.tokens[at].word);
  }

  // A year behind the unit: "/2024", "năm 2024", "2024", "năm ngoái": the year and the token behind it.
  std::pair<std::optional<int>, std::uint32_t> read_year(std::uint32_t at, TokenRange sentence) const {
    if (is_slash(at, sentence) && is_year(number_at(at + 1, sentence))) return {number_at(at + 1, sentence), at + 2};
    if (is_year(number_at(at, sentence))) return {number_at(at, sentence), at + 1};
    const Match* match = at < sentence.end ? c_.marks.starting_at(PhraseClass::period, at) : nullptr;
    if (match == nullptr) return {std::nullopt, at};
    const PeriodRule& rule = c_.tables.periods[match->index];
    if (rule.unit != "year") return {std::nullopt, at};
    if (rule.kind == PeriodKind::relative && published_) return {published_->year + rule.offset, match->tokens.end};
    if (is_year(number_at(match->tokens.end, sentence)))
      return {number_at(match->tokens.end, sentence), match->tokens.end + 1};
    return {std::nullopt, at};
  }

  static void set_months(int year, int first, int last, Reading* reading) {
    reading->from = first_of(year, first);
    reading->to = last_of(year, last);
  }

  void read_relative(const PeriodRule& rule, Reading* reading) const {
    if (!published_) return;
    if (rule.unit == "year") {
      set_months(published_->year + rule.offset, 1, 12, reading);
    } else if (rule.unit == "month" || rule.unit == "quarter") {
      const int length = rule.unit == "month" ? 1 : kMonthsOfQuarter;
      const int index = published_->year * 12 + (published_->month - 1) / length * length + rule.offset * length;
      set_months(index / 12, index % 12 + 1, index % 12 + length, reading);
    } else if (rule.unit == "day" && rule.offset == 0) {
      reading->from = reading->to = published_;
    }
  }

  // Roman, Arabic or spelled number of a quarter.
  std::optional<int> quarter_at(std::uint32_t at, TokenRange sentence) const {
    if (at >= sentence.end) return std::nullopt;
    if (const auto number = number_at(at, sentence)) return *number >= 1 && *number <= 4 ? number : std::nullopt;
    const auto word = lower_case(c_.doc.words(at));
    static constexpr std::string_view kRoman[] = {"i", "ii", "iii", "iv"};
    for (int i = 0; i < 4; ++i) {
      if (word == kRoman[i]) return i + 1;
    }
    const auto& number = c_.tables.number(c_.doc.tokens[at].word);
    const bool digit = number.role == rules::NumberRole::digit && number.value >= 1 && number.value <= 4;
    return digit ? std::optional<int>(number.value) : std::nullopt;
  }

  void read_unit(const PeriodRule& rule, TokenRange sentence, Reading* reading) const {
    std::uint32_t at = reading->tokens.end;
    if (rule.unit == "year") {
      const auto year = number_at(at, sentence);
      reading->whole = is_year(year);
      if (!reading->whole) return;
      reading->tokens.end = at + 1;
      return set_months(*year, 1, 12, reading);
    }
    const bool quarter = rule.unit == "quarter";
    const auto which = quarter ? quarter_at(at, sentence) : number_at(at, sentence);
    reading->whole = which && *which >= 1 && *which <= 12;
    if (!reading->whole) return;
    const auto [year, end] = read_year(at + 1, sentence);
    reading->tokens.end = year ? end : at + 1;
    if (!year) return;
    const int length = quarter ? kMonthsOfQuarter : 1;
    set_months(*year, (*which - 1) * length + 1, *which * length, reading);
  }

  // "9 tháng đầu năm 2023": the number stands before.
  void read_months_of(TokenRange sentence, Reading* reading) const {
    const std::uint32_t begin = reading->tokens.begin;
    const auto count = begin > sentence.begin ? number_at(begin - 1, sentence) : std::nullopt;
    reading->whole = count && *count >= 1 && *count <= 12;
    if (!reading->whole) return;
    reading->tokens.begin = begin - 1;
    const auto [year, end] = read_year(reading->tokens.end, sentence);
    if (!year) return;
    reading->tokens.end = end;
    set_months(*year, 1, *count, reading);
  }

  const Context& c_;
  std::optional<Day> published_;
};

std::uint32_t distance(TokenRange phrase, TokenRange amount) {
  return phrase.end <= amount.begin ? amount.begin - phrase.end : phrase.begin - amount.end + 3;  // before is nearer
}

}  // namespace

std::optional<PeriodFound> find_period(const Context& context, std::size_t index) {
  const TokenRange amount = context.amounts[index].tokens;
  const TokenRange sentence = context.sentence_at(amount.begin).tokens;
  const PeriodReader reader(context);
  std::optional<Reading> best;
  const Match* by = nullptr;
  for (const Match& match : context.marks.within(PhraseClass::period, sentence)) {
    if (match.tokens.overlaps(amount) || match.tokens.overlaps(context.amounts[index].per)) continue;
    const auto reading = reader.read(match, sentence);
    if (!reading || reading->tokens.overlaps(amount)) continue;
    if (best && distance(best->tokens, amount) <= distance(reading->tokens, amount)) continue;
    best = reading;
    by = &match;
  }
  if (!best) return std::nullopt;
  PeriodFound found{{context.tables.periods[by->index].rule, best->tokens}, {}, {}};
  if (best->from) found.from = to_iso(*best->from);
  if (best->to) found.to = to_iso(*best->to);
  return found;
}

}  // namespace socai
