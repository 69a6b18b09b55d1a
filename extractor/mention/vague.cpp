// SPDX-License-Identifier: Apache-2.0
// Vague amounts: a quantifier and a unit ("hàng chục triệu USD", "vài xu"), or a scale alone ("nghìn tỷ đồng").
#include "extractor/mention/money.h"

namespace socai {

using rules::Currency;
using rules::NumberRole;
using rules::Vague;

namespace {

constexpr int kTwoScales = 10;  // exponent of "chục tỷ": a bare scale that needs no currency
constexpr int kMillions = 6;

class VagueReader {
 public:
  VagueReader(const MoneyReader& reader, std::uint32_t at) : reader_(reader), doc_(reader.doc()), at_(at) {
    const Match* match = reader.marks().starting_at(PhraseClass::vague, at);
    if (match == nullptr || match->tokens.end > reader.sentence().end) return;
    quantifier_ = &reader.tables().vagues[match->index];
    scales_ = match->tokens.end;
  }

  VagueReading read() const {
    Quantity unit = read_unit();
    const bool bare = quantifier_ == nullptr;
    if (!bare && behind_tens()) return {std::nullopt, unit.tokens.end};
    const bool no_scale = unit.tokens.end == (bare ? at_ : scales_);
    if (no_scale && (bare || !quantifier_->counts_units)) return {std::nullopt, at_};
    if (bare && behind_a_number()) return {std::nullopt, unit.tokens.end};
    auto found = make(unit, true);
    const std::uint32_t end = found ? found->money.tokens.end : no_scale ? at_ : unit.tokens.end;
    return {std::move(found), end};
  }

  // As the end of a range, where the other end may give the currency.
  std::optional<FoundMoney> read_end() const { return make(read_unit(), false); }

 private:
  Quantity read_unit() const {
    Quantity unit;
    std::uint32_t end = quantifier_ != nullptr ? scales_ : at_;
    for (auto scale = reader_.numbers().scale_at(end); scale && end < reader_.sentence().end;
         scale = reader_.numbers().scale_at(end)) {
      unit.unit += *scale;
      unit.top = unit.unit;
      unit.scaled = true;
      ++end;
    }
    unit.tokens = {at_, end};
    return unit;
  }

  // "ba mươi mấy triệu"
  bool behind_tens() const {
    if (at_ == reader_.sentence().begin) return false;
    const auto role = reader_.tables().number(doc_.tokens[at_ - 1].word).role;
    return role == NumberRole::tens || role == NumberRole::ten;
  }

  // "1.234.56 tỷ đồng", "Đơn vị: tỷ đồng": a number that could not be read, or the head of a table.
  bool behind_a_number() const {
    if (at_ == reader_.sentence().begin) return true;
    const Token& before = doc_.tokens[at_ - 1];
    const auto role = reader_.tables().number(before.word).role;
    if (before.is_number() || role == NumberRole::digit || role == NumberRole::tens || role == NumberRole::ten)
      return true;
    const bool quoted = reader_.words().closing_quote.has(before.word);
    if (before.kind == TokenKind::mark && !quoted) return true;
    const std::uint32_t head = quoted ? at_ - 1 : at_;  // 'đơn vị tính "tỷ USD"'
    return head > reader_.sentence().begin && reader_.words().unit_line.has(doc_.tokens[head - 1].word);
  }

  std::optional<FoundMoney> make(const Quantity& unit, bool alone) const {
    FoundMoney found;
    found.bare = quantifier_ == nullptr;
    found.money = {unit, reader_.currency_behind(unit), unit.tokens};
    const Currency* currency = found.money.currency.currency;
    if (currency != nullptr && (currency->code.empty() || (currency->needs_scale && !unit.scaled))) return std::nullopt;
    if (currency != nullptr) found.money.tokens.end = found.money.currency.tokens.end;
    if (alone && currency == nullptr && !needs_no_currency(unit)) return std::nullopt;
    const bool two_scales = unit.tokens.end >= at_ + 2;
    if (found.bare && unit.unit < kMillions && !(currency != nullptr && two_scales)) return std::nullopt;
    const auto min = (found.bare ? Decimal::from_int(1) : quantifier_->low).times_power_of_ten(unit.unit);
    const auto max = (found.bare ? Decimal::from_int(10) : quantifier_->high).times_power_of_ten(unit.unit);
    if (!min || !max) return std::nullopt;
    found.amount.relation = Relation::vague;
    found.amount.min = reader_.in_units(*min, currency);
    found.amount.max = reader_.in_units(*max, currency);
    if (!found.bare) found.rule = quantifier_->rule;
    return found;
  }

  bool needs_no_currency(const Quantity& unit) const {
    if (!unit.scaled) return false;
    if (quantifier_ != nullptr && quantifier_->of_money) return unit.unit >= kMillions;
    if (quantifier_ == nullptr && unit.unit < kTwoScales && !is_hedged()) return false;
    const bool two_scales = unit.tokens.end >= at_ + 2;
    return reader_.is_implied(unit, quantifier_ == nullptr && two_scales && is_hedged());
  }

  // "không dưới trăm triệu": a hedge makes a figure of a scale alone.
  bool is_hedged() const { return reader_.marks().ending_at(PhraseClass::hedge_before, at_) != nullptr; }

  const MoneyReader& reader_;
  const Document& doc_;
  const std::uint32_t at_;
  const Vague* quantifier_ = nullptr;
  std::uint32_t scales_ = 0;
};

}  // namespace

VagueReading read_vague(const MoneyReader& reader, std::uint32_t at) { return VagueReader(reader, at).read(); }

std::optional<FoundMoney> read_vague_end(const MoneyReader& reader, std::uint32_t at) {
  return VagueReader(reader, at).read_end();
}

}  // namespace socai
