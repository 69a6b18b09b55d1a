// SPDX-License-Identifier: Apache-2.0
// A number with the currency behind or before it, and whether it is money at all.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "extractor/mention/amount.h"
#include "extractor/mention/amount_words.h"
#include "extractor/mention/number.h"

namespace socai {

// What stands for a currency: its rule and the tokens it takes.
struct CurrencyMatch {
  const rules::Currency* currency = nullptr;  // nullptr: none
  TokenRange tokens;
};

struct Money {
  Quantity quantity;
  CurrencyMatch currency;
  TokenRange tokens;

  bool has_currency() const { return currency.currency != nullptr; }
};

// An amount as it was read, before hedges.
struct FoundMoney {
  Money money;
  Amount amount;
  std::string rule;      // of a vague quantity; empty: the number says
  bool bare = false;     // a scale alone: "nghìn tỷ đồng"
  bool of_rate = false;  // an exchange rate without its currencies: "ở mức 23,076"
  TokenRange per;        // what stands within it that it is per: "200.000/tháng đến 1,5 triệu đồng"
};

// Reads money in one sentence at a time.
class MoneyReader {
 public:
  // `plainly_money`: see AmountFinder::find.
  MoneyReader(const AmountWords& words, const Document& doc, const Marks& marks, bool plainly_money);

  void enter(TokenRange sentence) {
    sentence_ = sentence;
    sentence_of_money_.reset();
  }
  // The amount before, if any, which a bare "500 nghìn" may lean on.
  void set_previous(const AmountMention* previous) { previous_ = previous; }
  const AmountMention* previous() const { return previous_; }

  // A number at the token and its currency, if any; also of numbers that are no money.
  std::optional<Money> read(std::uint32_t at) const;
  bool is_money(const Money& money) const;

  // The currency that stands behind the quantity; its code is empty where the words are none ("đồng hồ").
  CurrencyMatch currency_behind(const Quantity& quantity) const;

  // Whether a scale without a currency is money of the implied currency. `of_money`: the words before it say so.
  bool is_implied(const Quantity& quantity, bool of_money = false) const;

  // Whether what follows lets a number without a currency be money. `links`: members of a list that led here.
  bool may_follow_implied(const Quantity& quantity, int links = 0) const;

  FoundMoney exact(const Money& money) const;
  // In whole units of the currency: cents are hundredths.
  std::optional<Decimal> in_units(const Decimal& value, const rules::Currency* currency) const;

  // Whether the digits may name a year: four of them, from 1900 to 2100.
  bool may_be_year(const Quantity& quantity) const;

  // The end of the hedge that begins at the token, or the token.
  std::uint32_t skip_hedge(std::uint32_t at) const;

  const AmountWords& words() const { return words_; }
  const rules::Tables& tables() const { return words_.tables; }
  const Document& doc() const { return doc_; }
  const Marks& marks() const { return marks_; }
  const NumberReader& numbers() const { return numbers_; }
  TokenRange sentence() const { return sentence_; }

 private:
  std::optional<Money> read_behind_sign(const Match& sign) const;
  const rules::Currency* at_home(const rules::Currency& word) const;
  bool is_part_of_code(const Match& sign, const Quantity& quantity) const;
  bool is_name(const Match& match, const Quantity& quantity) const;
  bool is_note(const Match& match, const Quantity& quantity) const;
  bool is_sign_of_next(const Match& match) const;
  std::uint32_t end_of_repetition(const Quantity& quantity) const;
  bool counted_before(std::uint32_t at) const;
  bool counted_far_before(std::uint32_t at) const;
  bool speaks_of_money(const Quantity& quantity) const;
  bool is_sentence_of_money() const;
  bool is_stated_as_money(const Quantity& quantity) const;
  std::unordered_set<std::string_view> sums_stated() const;
  bool is_thousand_of_money(const Quantity& quantity) const;
  bool slang_is_money(const Quantity& quantity) const;
  bool weak_is_money(const Quantity& quantity) const;
  bool is_opened_as_money(const Quantity& quantity) const;
  bool year_may_follow(std::uint32_t at) const;
  bool counts_next(std::uint32_t at, int links) const;
  bool is_per_unit(std::uint32_t at) const;

  const AmountWords& words_;
  const Document& doc_;
  const Marks& marks_;
  const NumberReader numbers_;
  const bool plainly_money_;
  TokenRange sentence_;
  mutable std::optional<bool> sentence_of_money_;  // asked once a sentence, which may hold thousands of numbers
  mutable std::optional<std::unordered_set<std::string_view>> stated_;  // sums_stated(), asked once a text
  mutable std::map<int, const rules::Currency*> homes_of_text_;         // of shared currencies, asked once a text
  const AmountMention* previous_ = nullptr;
};

// Each reads what it is named for at the token, or gives nothing. `low` is reader.read(at).
std::optional<FoundMoney> read_range(const MoneyReader& reader, std::uint32_t at, const std::optional<Money>& low);
std::optional<FoundMoney> read_list_member(const MoneyReader& reader, std::uint32_t at);

// "hàng chục triệu USD", "tiền tỷ", "vài xu", "nghìn tỷ đồng".
struct VagueReading {
  std::optional<FoundMoney> found;
  std::uint32_t end = 0;  // behind the words that were looked at, also where they are no amount
};
VagueReading read_vague(const MoneyReader& reader, std::uint32_t at);
// The same as one end of a range, where the other end may give the currency.
std::optional<FoundMoney> read_vague_end(const MoneyReader& reader, std::uint32_t at);

}  // namespace socai
