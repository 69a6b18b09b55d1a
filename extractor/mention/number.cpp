// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/number.h"

#include <limits>

namespace socai {

using rules::NumberRole;
using rules::NumberWord;

namespace {

constexpr int kNoUnit = std::numeric_limits<int>::max();

// One group of a number: digits as written, or up to three digits in words.
struct Group {
  Decimal value;
  std::uint32_t end = 0;
  bool spelled = false;
};

}  // namespace

// Reads one number; a cursor over its tokens.
class SpelledNumber {
 public:
  SpelledNumber(const NumberReader& reader, std::uint32_t at, std::uint32_t limit)
      : reader_(reader), doc_(reader.doc_), start_(at), at_(at), limit_(limit) {}

  std::optional<Quantity> read() {
    if (word(at_).role == NumberRole::half_of) return read_half_of();
    while (at_ < limit_ && read_term()) {
    }
    if (at_ == start_ || broken_) return std::nullopt;
    return Quantity{{start_, at_}, total_, scaled_, scaled_ ? unit_ : 0, spelled_, weak_};
  }

 private:
  const NumberWord& word(std::uint32_t at) const {
    static const NumberWord kNone;
    return at < limit_ ? reader_.tables_.number(doc_.tokens[at].word) : kNone;
  }

  std::optional<Quantity> read_half_of() {
    ++at_;
    total_ = *Decimal::parse("0.5");
    if (!take_scales()) return std::nullopt;
    return Quantity{{start_, at_}, total_, true, unit_, true, weak_};
  }

  // A group and the scales behind it, joined to what was read before; or what may follow a scale.
  bool read_term() {
    if (scaled_ && word(at_).role == NumberRole::half) return take_half();
    const auto group = read_group();
    if (!group) return scaled_ && take_tail();
    if (started_ && !may_follow(*group)) return scaled_ && take_tail();
    const Decimal before = total_;
    const int unit_before = unit_;
    const bool first = !started_;
    at_ = group->end;
    started_ = true;
    spelled_ = spelled_ || group->spelled;
    const auto scale = reader_.scale_at(at_);
    if (!scale) {
      const auto sum = before.plus(group->value);
      if (!sum) return fail();
      total_ = *sum;
      return false;
    }
    if (first || *scale < unit_before) {
      total_ = group->value;
      take_scale(*scale);
      if (!add(before)) return false;
    } else {  // "một nghìn hai trăm tỷ": the larger scale multiplies all that was read
      const auto sum = before.plus(group->value);
      if (!sum) return fail();
      total_ = *sum;
      take_scale(*scale);
    }
    take_scales();
    return !broken_;
  }

  bool fail() {
    broken_ = true;
    return false;
  }

  bool add(const Decimal& other) {
    const auto sum = total_.plus(other);
    if (!sum) return fail();
    total_ = *sum;
    return true;
  }

  // Whether the group may go on after a scale: "3 tỷ 500 triệu", "một nghìn hai trăm". A bare number in digits may not
  // ("3 tỷ 500"), nor may a larger scale, but behind thousands.
  bool may_follow(const Group& group) const {
    const auto scale = reader_.scale_at(group.end);
    if (!scaled_) return false;
    if (!scale) return group.spelled && spelled_ && unit_ >= 3 && group.end - at_ > 1;
    if (*scale < unit_) return group.value < *Decimal::from_int(1).times_power_of_ten(unit_ - *scale);
    return unit_ == 3 && *scale >= 6 && group.value < Decimal::from_int(1000);
  }

  void take_scale(int exponent) {
    const NumberWord& scale = word(at_);
    weak_ = weak_ || scale.colloquial;
    const auto product = total_.times_power_of_ten(exponent);
    if (!product) {
      broken_ = true;
    } else {
      total_ = *product;
    }
    unit_ = exponent;
    scaled_ = true;
    ++at_;
  }

  // "nghìn tỷ", "trăm triệu": scales in a row multiply.
  bool take_scales() {
    bool any = false;
    int unit = scaled_ ? unit_ : 0;
    for (auto scale = reader_.scale_at(at_); scale && at_ < limit_ && (!scaled_ || *scale > last_scale());
         scale = reader_.scale_at(at_)) {
      unit += *scale;
      take_scale(*scale);
      any = true;
    }
    if (any) unit_ = unit;
    return any;
  }
  int last_scale() const { return reader_.scale_at(at_ - 1).value_or(0); }

  bool take_half() {
    const auto half = Decimal::from_int(5).times_power_of_ten(unit_ - 1);
    ++at_;
    if (half) add(*half);
    return false;
  }

  // "tỷ hai" is 1,2 tỷ: one digit behind a scale counts its tenths, where a currency, a mark or nothing follows.
  bool take_tail() {
    const NumberWord& digit = word(at_);
    if (digit.role != NumberRole::digit || digit.value == 0 || unit_ < 3 || !spelled_tail_allowed()) return false;
    const auto tenths = Decimal::from_int(digit.value).times_power_of_ten(unit_ - 1);
    ++at_;
    if (tenths) add(*tenths);
    return false;
  }

  bool spelled_tail_allowed() const {
    if (at_ + 1 >= doc_.tokens.size() || doc_.tokens[at_ + 1].gap == Gap::line) return true;
    const Token& next = doc_.tokens[at_ + 1];
    if (next.kind == TokenKind::mark) return !reader_.is_year(doc_.tokens[at_].word);
    std::vector<Match> matches;
    reader_.tables_.phrases.match(doc_.tokens, at_ + 1, &matches);
    for (const Match& match : matches) {
      if (match.phrase_class == PhraseClass::currency && !reader_.tables_.currencies[match.index].code.empty()) return true;
    }
    return false;
  }

  // ---- groups

  std::optional<Group> read_group() {
    if (at_ >= limit_) return std::nullopt;
    if (doc_.tokens[at_].is_number()) return read_digit_group();
    return read_spelled_group();
  }

  std::optional<Group> read_digit_group() const {
    std::string digits(doc_.words(at_));
    std::uint32_t end = at_ + 1;
    if (digits.size() <= 3) end = join_spaced_groups(&digits);
    const auto value = read_digits(digits, reader_.scale_at(end).has_value());
    if (!value) return std::nullopt;
    return Group{*value, end, false};
  }

  // "1 234 567": groups of three behind single spaces; one group alone only behind a no-break or thin space.
  std::uint32_t join_spaced_groups(std::string* digits) const {
    std::uint32_t end = at_ + 1;
    std::string joined = *digits;
    bool wide = true;
    while (end < limit_ && doc_.tokens[end].is_number()) {
      const Token& token = doc_.tokens[end];
      const auto gap_bytes = token.begin - doc_.tokens[end - 1].end;
      const auto words = doc_.words(end);
      const bool three = words.size() == 3 || (words.size() > 3 && words[3] == ',');
      if (!three || token.gap != Gap::space) break;
      wide = wide && gap_bytes > 1;
      joined += words;
      ++end;
      if (words.size() > 3) break;
    }
    const std::uint32_t groups = end - at_ - 1;
    if (groups == 0 || digits->front() == '0' || (groups == 1 && !wide)) return at_ + 1;
    *digits = joined;
    return end;
  }

  static Decimal whole(int value) { return Decimal::from_int(value); }

  // Up to three digits in words: "hai mươi mốt", "một trăm linh năm", "mười lăm", "bảy", with "phẩy" and decimals.
  std::optional<Group> read_spelled_group() {
    std::uint32_t at = at_;
    int value = 0;
    if (!read_below_thousand(&at, &value)) return std::nullopt;
    if (word(at).role != NumberRole::point) return Group{whole(value), at, true};
    std::string text = std::to_string(value) + ".";
    std::uint32_t end = at + 1;
    while (word(end).role == NumberRole::digit) text.push_back(static_cast<char>('0' + word(end++).value));
    const auto decimal = Decimal::parse(text);
    if (!decimal) return Group{whole(value), at, true};
    return Group{*decimal, end, true};
  }

  bool read_below_thousand(std::uint32_t* at, int* value) const {
    const NumberWord& first = word(*at);
    if (first.role == NumberRole::ten) return read_ten(at, value);
    if (first.role != NumberRole::digit || first.tail_only) return false;
    const NumberRole next = word(*at + 1).role;
    if (first.value == 0 && next != NumberRole::hundred && next != NumberRole::point) return false;
    if (next == NumberRole::tens) return read_tens(at, value);
    *value = first.value;
    ++*at;
    if (next != NumberRole::hundred || !reader_.scale_at(*at)) return true;
    ++*at;
    *value *= 100;
    return read_behind_hundred(at, value);
  }

  bool read_ten(std::uint32_t* at, int* value) const {
    *value = 10;
    ++*at;
    take_unit_digit(at, value);
    return true;
  }

  bool read_tens(std::uint32_t* at, int* value) const {
    *value = word(*at).value * 10;
    *at += 2;
    take_unit_digit(at, value);
    return true;
  }

  void take_unit_digit(std::uint32_t* at, int* value) const {
    const NumberWord& digit = word(*at);
    if (digit.role != NumberRole::digit || digit.value == 0) return;
    if (reader_.is_year(doc_.tokens[*at].word) && *at + 1 < limit_ && doc_.tokens[*at + 1].is_number()) return;
    *value += digit.value;
    ++*at;
  }

  bool read_behind_hundred(std::uint32_t* at, int* value) const {
    int rest = 0;
    std::uint32_t next = *at;
    if (word(next).role == NumberRole::zero && word(next + 1).role == NumberRole::digit) {
      *value += word(next + 1).value;
      *at = next + 2;
    } else if (word(next).role == NumberRole::ten && read_ten(&next, &rest)) {
      *value += rest;
      *at = next;
    } else if (word(next).role == NumberRole::digit && word(next + 1).role == NumberRole::tens && read_tens(&next, &rest)) {
      *value += rest;
      *at = next;
    } else if (word(next).role == NumberRole::digit && word(next).value > 0 && reader_.scale_at(next + 1) &&
               word(next + 1).role != NumberRole::hundred) {
      *value += word(next).value * 10;  // "trăm hai triệu": a hundred and twenty
      *at = next + 1;
    }
    return true;
  }

  const NumberReader& reader_;
  const Document& doc_;
  const std::uint32_t start_;
  std::uint32_t at_;
  const std::uint32_t limit_;
  Decimal total_;
  int unit_ = kNoUnit;
  bool started_ = false;
  bool scaled_ = false;
  bool spelled_ = false;
  bool weak_ = false;
  bool broken_ = false;
};

NumberReader::NumberReader(const rules::Tables& tables, const Document& doc)
    : tables_(tables), doc_(doc), not_before_(tables.sets("scale.not_before")), year_(tables.sets("year")) {}

std::optional<int> NumberReader::scale_at(std::uint32_t at) const {
  if (at >= doc_.tokens.size()) return std::nullopt;
  const Token& token = doc_.tokens[at];
  const NumberWord& number = tables_.number(token.word);
  if (number.role != NumberRole::scale && number.role != NumberRole::hundred) return std::nullopt;
  if (token.gap == Gap::line || (number.glued_only && token.gap != Gap::none)) return std::nullopt;
  if (at + 1 < doc_.tokens.size() && not_before_.has(doc_.tokens[at + 1].word)) return std::nullopt;
  return number.value;
}

std::optional<Quantity> NumberReader::read(std::uint32_t at, std::uint32_t limit) const {
  return SpelledNumber(*this, at, limit).read();
}

}  // namespace socai
