// SPDX-License-Identifier: Apache-2.0
#include "extractor/mention/number.h"

#include <algorithm>
#include <vector>

#include "extractor/mention/digit_group.h"
#include "extractor/mention/spelled_group.h"

namespace socai {

using rules::NumberRole;
using rules::NumberWord;

namespace {

constexpr int kThousand = 3;
constexpr int kMillion = 6;
constexpr int kBillion = 9;
constexpr std::uint32_t kLongestChain = 4;

std::optional<Decimal> sum_of(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a && b ? a->plus(*b) : std::nullopt;
}

// Reads one number term by term: a group and the scales behind it. What was read since the last "tỷ" is the segment,
// which the next "tỷ" multiplies as a whole ("một nghìn hai trăm tỷ").
class NumberCursor {
 public:
  NumberCursor(const NumberReader& reader, std::uint32_t at, std::uint32_t limit)
      : reader_(reader), doc_(reader.doc()), start_(at), at_(at), limit_(limit) {}

  std::optional<Quantity> read() {
    if (word(at_).role == NumberRole::half_of) return read_half_of();
    if (!read_implied_one()) {
      while (at_ < limit_ && read_term()) {
      }
    }
    if (at_ == start_) return std::nullopt;
    const auto total = sum_of(closed_, segment_);
    if (!total) return std::nullopt;
    Quantity quantity{{start_, at_}, *total, scaled_, scaled_ ? unit_ : 0, scaled_ ? top_ : 0};
    quantity.spelled = spelled_;
    quantity.weak_scale = weak_;
    quantity.slang = slang_;
    quantity.loose = loose_;
    return quantity;
  }

 private:
  // Scales in a row: "nghìn tỷ", "chục triệu".
  struct Chain {
    std::uint32_t end = 0;
    int exponent = 0;      // of all
    bool billion = false;  // ends in "tỷ"
    bool empty = true;
  };

  const NumberWord& word(std::uint32_t at) const { return reader_.word_at(at, limit_); }

  Chain chain_at(std::uint32_t at) const {
    Chain chain{at};
    int last = 0;
    for (auto scale = reader_.scale_at(at, at == start_); scale && chain.end < limit_ && chain.end - at < kLongestChain;
         scale = reader_.scale_at(chain.end)) {
      if (*scale <= last && !(*scale == kBillion && last == kBillion)) break;
      chain.exponent += *scale;
      chain.billion = chain.billion || *scale == kBillion;
      chain.empty = false;
      last = *scale;
      ++chain.end;
    }
    return chain;
  }

  std::optional<Quantity> read_half_of() {
    const Chain chain = chain_at(at_ + 1);
    const auto value = Decimal::from_int(5).times_power_of_ten(chain.exponent - 1);
    if (!value || (chain.empty && !reader_.is_currency(chain.end))) return std::nullopt;  // "nửa USD"
    Quantity half{{start_, chain.end}, *value, !chain.empty, chain.exponent, chain.exponent};
    half.spelled = true;
    return half;
  }

  // "tỷ rưỡi", "tỷ hai": one, unsaid.
  bool read_implied_one() {
    const Chain chain = chain_at(at_);
    if (chain.empty || chain.exponent < kMillion || (at_ > 0 && doc_.tokens[at_ - 1].is_number())) return false;
    const auto unit = Decimal::from_int(1).times_power_of_ten(chain.exponent);
    take_scales(chain);
    spelled_ = true;
    segment_ = unit;
    if (word(at_).role == NumberRole::half) {
      take_half();
    } else {
      take_tail();
    }
    if (at_ == chain.end) at_ = start_;  // a bare scale is no number
    return true;
  }

  // Gives whether another term may follow.
  bool read_term() {
    if (scaled_ && word(at_).role == NumberRole::half) return take_half();
    const auto group = read_group();
    if (!group) return take_tail();
    const Chain chain = chain_at(group->end);
    if (started_ ? !join(*group, chain) : !open(*group, chain)) return take_tail();
    started_ = true;
    spelled_ = spelled_ || group->spelled;
    at_ = group->end;
    if (chain.empty) return false;
    take_scales(chain);
    return true;
  }

  void take_scales(const Chain& chain) {
    for (; at_ < chain.end; ++at_) {
      weak_ = weak_ || word(at_).colloquial;
      slang_ = slang_ || word(at_).slang;
      glued_ = word(at_).glued_only;
    }
    unit_ = chain.exponent;
    top_ = std::max(top_, unit_);
    scaled_ = true;
  }

  bool open(const NumberGroup& group, const Chain& chain) {
    segment_ = group.value.times_power_of_ten(chain.exponent);
    if (chain.billion) close();
    return true;
  }

  void close() {
    closed_ = sum_of(closed_, segment_);
    segment_ = Decimal();
    has_closed_ = true;
  }

  // Whether the group and its scales go on from what was read: "3 tỷ 500 triệu", "một nghìn hai trăm tỷ". A bare number
  // in digits does not ("3 tỷ 500"), nor does a larger scale, but behind thousands.
  bool join(const NumberGroup& group, const Chain& chain) {
    if (!scaled_) return false;
    if (chain.empty) return join_bare(group);
    const auto part = group.value.times_power_of_ten(chain.exponent);
    const auto unit = Decimal::from_int(1).times_power_of_ten(unit_);
    if (part && unit && *part < *unit && !chain.billion) {
      segment_ = sum_of(segment_, part);
      return true;
    }
    return join_larger(group, chain);
  }

  // "một nghìn hai trăm tỷ", "một triệu năm trăm nghìn tỷ": the last scale multiplies the segment.
  bool join_larger(const NumberGroup& group, const Chain& chain) {
    if (has_closed_ && chain.billion) return join_below_closed(group, chain);
    const bool thousands = unit_ == kThousand && group.value < Decimal::from_int(1000);
    const bool millions = unit_ == kMillion && chain.billion && spelled_ && group.spelled;
    if (!(thousands && chain.exponent >= kMillion) && !millions) return false;
    const int outer = chain.billion ? kBillion : chain.exponent;
    const auto inner = group.value.times_power_of_ten(chain.exponent - outer);
    const auto sum = sum_of(segment_, inner);
    segment_ = sum ? sum->times_power_of_ten(outer) : std::nullopt;
    if (chain.billion) close();
    return true;
  }

  // "15 nghìn tỷ 500 tỷ": below the unit of what is closed.
  bool join_below_closed(const NumberGroup& group, const Chain& chain) {
    const auto part = group.value.times_power_of_ten(chain.exponent);
    const auto unit = Decimal::from_int(1).times_power_of_ten(unit_);
    if (!part || !unit || !(*part < *unit) || !segment_ || !segment_->is_zero()) return false;
    closed_ = sum_of(closed_, part);
    return true;
  }

  // "một nghìn hai trăm", "hai triệu lẻ năm".
  bool join_bare(const NumberGroup& group) {
    if (!group.spelled) return join_grouped(group);
    const bool after_zero = word(at_).role == NumberRole::zero;
    const bool one_digit =
        group.end - at_ < 2 && word(at_).role == NumberRole::digit;  // a tenth, as take_tail reads it
    if (!spelled_ || unit_ < kThousand || one_digit) return false;
    const bool hundreds_said = word(at_).role == NumberRole::digit && word(at_).value == 0;
    loose_ = loose_ || (unit_ >= kMillion && !after_zero && !hundreds_said);
    segment_ = sum_of(segment_, group.value);
    return true;
  }

  // "1 tỷ 925.630.000 đồng", "678 nghìn 900 đồng"; where the groups do not fill the unit ("93 tỷ 925.630 đồng"), nobody
  // can tell.
  bool join_grouped(const NumberGroup& group) {
    const auto digits = doc_.words(at_);
    const std::size_t size = digits.size();
    if (unit_ == kThousand && size == 3 && reader_.is_currency(group.end)) {
      segment_ = sum_of(segment_, group.value);
      return true;
    }
    if (unit_ < kThousand || size < 7 || digits[size - 4] != '.' || !reader_.is_currency(group.end)) return false;
    loose_ = loose_ || static_cast<int>(size - size / 4) != unit_;
    segment_ = sum_of(segment_, group.value);
    return true;
  }

  bool take_half() {
    const auto half = Decimal::from_int(5).times_power_of_ten(unit_ - 1);
    ++at_;
    segment_ = sum_of(segment_, half);
    return false;
  }

  // "tỷ hai" is 1,2 tỷ: one digit behind a scale counts its tenths, where a currency, a mark or nothing follows. So
  // does a digit that touches the scale: "5tr5"; three of them count thousandths: "1tr250".
  bool take_tail() {
    if (!scaled_ || unit_ < kThousand) return false;
    const NumberWord& digit = word(at_);
    if (glued_ && at_ < limit_ && doc_.tokens[at_].is_number() && doc_.tokens[at_].gap == Gap::none)
      return take_glued_tail();
    const bool written = at_ < limit_ && doc_.tokens[at_].is_number();
    const auto tenths = !written ? spelled_tenths(digit) : started_ ? reader_.tenths_at(at_) : std::nullopt;
    if (!tenths) return false;
    segment_ = sum_of(segment_, tenths->times_power_of_ten(unit_ - 1));
    ++at_;
    return false;
  }

  bool take_glued_tail() {
    const auto digits = doc_.words(at_);
    const auto value = digits.size() == 1 || digits.size() == 3 ? Decimal::parse(digits) : std::nullopt;
    if (!value) {
      segment_ = std::nullopt;
    } else {
      segment_ = sum_of(segment_, value->times_power_of_ten(unit_ - static_cast<int>(digits.size())));
    }
    ++at_;
    return false;
  }

  std::optional<Decimal> spelled_tenths(const NumberWord& digit) const {
    if (digit.role != NumberRole::digit || digit.value == 0 || !reader_.may_follow_tail(at_ + 1)) return std::nullopt;
    if (reader_.is_year(at_) && !reader_.is_currency(at_ + 1)) return std::nullopt;
    return Decimal::from_int(digit.value);
  }

  // ---- groups

  std::optional<NumberGroup> read_group() const {
    if (at_ >= limit_) return std::nullopt;
    if (doc_.tokens[at_].is_number()) {
      if (!started_ && may_be_cut_off(doc_, at_)) return std::nullopt;
      return read_digit_group(reader_, {at_, limit_}, "");
    }
    if (!started_ && reader_.is_leading_comma(at_)) return read_digit_group(reader_, {at_ + 1, limit_}, "0,");
    if (!started_) return SpelledGroupReader(reader_, limit_).read(at_);
    const NumberWord& first = word(at_);
    if (first.role == NumberRole::zero) {  // "lẻ năm", "lẻ 5"
      const bool digits = at_ + 1 < limit_ && doc_.tokens[at_ + 1].is_number();
      return digits ? read_digit_group(reader_, {at_ + 1, limit_}, "")
                    : SpelledGroupReader(reader_, limit_).read(at_ + 1);
    }
    const bool none = first.role == NumberRole::digit && first.value == 0;
    if (none && reader_.scale_at(at_ + 1) == kThousand) return NumberGroup{Decimal(), at_ + 1, true};  // "không nghìn"
    return SpelledGroupReader(reader_, limit_).read(at_);
  }

  const NumberReader& reader_;
  const Document& doc_;
  const std::uint32_t start_;
  std::uint32_t at_;
  const std::uint32_t limit_;
  std::optional<Decimal> closed_ = Decimal();   // up to the last "tỷ"; nullopt: overflow
  std::optional<Decimal> segment_ = Decimal();  // since then
  int unit_ = 0;                                // exponent of the last scales
  int top_ = 0;                                 // of the largest
  bool has_closed_ = false;
  bool started_ = false;
  bool scaled_ = false;
  bool spelled_ = false;
  bool weak_ = false;
  bool slang_ = false;
  bool glued_ = false;
  bool loose_ = false;
};

}  // namespace

std::optional<Quantity> NumberReader::read(std::uint32_t at, std::uint32_t limit) const {
  return NumberCursor(*this, at, limit).read();
}

}  // namespace socai
