// SPDX-License-Identifier: Apache-2.0
// Numbers, written out by an independent writer in both dialects and by ICU, and read back.
#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <random>
#include <string>
#include <vector>

#include "extractor/mention/number.h"
#include "tests/unit/extractor_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

using Integer = std::uint64_t;
constexpr Integer kBillion = 1000000000;

// The number that the whole text is, or nullopt.
std::optional<Quantity> number_in(const std::string& text) {
  const Prepared prepared(text);
  const auto size = static_cast<std::uint32_t>(prepared.doc.tokens.size());
  const auto number = NumberReader(built_in_rules().tables(), prepared.doc).read(0, size);
  if (!number || number->tokens.end != size) return std::nullopt;
  return number;
}

std::string value_in(const std::string& text) {
  const auto number = number_in(text);
  return number ? number->value.to_string() : "none";
}

// ---- a writer of numbers in words that shares nothing with the reader

struct Dialect {
  const char* thousand;
  const char* zero;  // between hundreds and units
  const char* seven;
  const char* billion;
  const char* five_behind_ten;
  bool one_mot;  // "hai mươi mốt", else "hai mươi một"
  bool four_tu;  // "hai mươi tư", else "hai mươi bốn"
};

const Dialect kNorth{"nghìn", "linh", "bảy", "tỷ", "lăm", true, true};
const Dialect kSouth{"ngàn", "lẻ", "bẩy", "tỉ", "nhăm", false, false};

void append(std::string* text, const std::string& word) { *text += (text->empty() ? "" : " ") + word; }

class Writer {
 public:
  explicit Writer(const Dialect& dialect) : dialect_(dialect) {}

  std::string write(Integer number) const {
    if (number == 0) return "không";
    std::string text;
    write_up(number, false, &text);
    return text;
  }

 private:
  // `full`: something larger stands before, so that empty hundreds are said ("không trăm linh hai").
  void write_up(Integer number, bool full, std::string* text) const {
    if (number >= kBillion) {
      write_up(number / kBillion, full, text);
      append(text, dialect_.billion);
      if (number % kBillion != 0) write_below_billion(number % kBillion, true, text);
    } else {
      write_below_billion(number, full, text);
    }
  }

  void write_below_billion(Integer number, bool full, std::string* text) const {
    const Integer parts[] = {number / 1000000, number / 1000 % 1000, number % 1000};
    const std::string scales[] = {"triệu", dialect_.thousand, ""};
    for (int i = 0; i < 3; ++i) {
      if (parts[i] == 0) {
        // what is left out is said where hundreds would else hang on millions: "hai triệu không nghìn năm trăm"
        if (i == 1 && parts[0] != 0 && parts[2] != 0) append(text, "không " + scales[1]);
        continue;
      }
      write_group(parts[i], full, text);
      if (!scales[i].empty()) append(text, scales[i]);
      full = true;
    }
  }

  void write_group(Integer group, bool full, std::string* text) const {
    const Integer hundreds = group / 100;
    const Integer rest = group % 100;
    if (hundreds != 0 || full) append(text, digit(hundreds) + " trăm");
    if (rest == 0) return;
    const Integer ten = rest / 10;
    const Integer unit = rest % 10;
    if (ten == 0) {
      append(text, (hundreds != 0 || full ? std::string(dialect_.zero) + ' ' : std::string()) + digit(unit));
      return;
    }
    append(text, ten == 1 ? "mười" : digit(ten) + " mươi");
    if (unit != 0) append(text, unit_behind_ten(ten, unit));
  }

  std::string unit_behind_ten(Integer ten, Integer unit) const {
    if (unit == 5) return dialect_.five_behind_ten;
    if (unit == 1 && ten > 1 && dialect_.one_mot) return "mốt";
    if (unit == 4 && ten > 1 && dialect_.four_tu) return "tư";
    return digit(unit);
  }

  std::string digit(Integer value) const {
    static const char* kDigits[] = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "", "tám", "chín"};
    return value == 7 ? dialect_.seven : kDigits[value];
  }

  const Dialect dialect_;
};

// Every number of few digits, numbers around powers of ten, and random ones of every length up to 10^18.
std::vector<Integer> sample() {
  std::vector<Integer> numbers;
  for (Integer n = 0; n <= 12000; ++n) numbers.push_back(n);
  for (Integer power = 10; power <= kBillion * kBillion / 10; power *= 10) {
    for (Integer factor = 1; factor < 10; ++factor) {
      for (const Integer around :
           {Integer{0}, Integer{1}, Integer{5}, Integer{10}, Integer{21}, Integer{100}, Integer{105}, Integer{1000}}) {
        numbers.push_back(power * factor + around);
        if (power * factor > around) numbers.push_back(power * factor - around);
      }
    }
  }
  std::mt19937_64 random(31);
  for (int digits = 4; digits <= 18; ++digits) {
    Integer limit = 1;
    for (int i = 0; i < digits; ++i) limit *= 10;
    for (int i = 0; i < 700; ++i) {
      Integer number = random() % limit;
      if (i % 3 == 0) number -= number % 1000;
      if (i % 5 == 0) number -= number % 1000000;
      numbers.push_back(number);
    }
  }
  return numbers;
}

std::string grouped(Integer number, const std::string& separator) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), separator);
  return digits;
}

}  // namespace

TEST_CASE("numbers in the words of north and south are read back", "[numbers]") {
  for (const Dialect& dialect : {kNorth, kSouth}) {
    const Writer writer(dialect);
    for (const Integer number : sample()) {
      const std::string words = writer.write(number);
      if (number == 0) continue;  // "không" alone is "no"
      CAPTURE(number, words);
      REQUIRE(value_in(words) == std::to_string(number));
    }
  }
}

TEST_CASE("numbers as ICU spells them out are read back", "[numbers]") {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale("vi"), status);
  REQUIRE(U_SUCCESS(status));
  for (const Integer number : sample()) {
    if (number == 0 || number >= kBillion * kBillion) continue;  // from 10^18 on ICU writes digits
    icu::UnicodeString spelled;
    icu::FieldPosition position;
    format.format(static_cast<std::int64_t>(number), spelled, position, status);
    std::string words;
    spelled.toUTF8String(words);
    CAPTURE(number, words);
    REQUIRE(value_in(words) == std::to_string(number));
  }
}

TEST_CASE("ten to the eighteenth is the largest that people say", "[numbers]") {
  CHECK(value_in("một tỷ tỷ") == "1000000000000000000");
  CHECK(value_in("1 tỷ tỷ") == "1000000000000000000");
}

TEST_CASE("grouped digits are read back whatever groups them", "[numbers]") {
  for (const Integer number : sample()) {
    CAPTURE(number);
    REQUIRE(value_in(std::to_string(number)) == std::to_string(number));
    for (const char* separator : {".", "\u00A0", "\u202F", "\u2009"}) {
      CAPTURE(separator);
      REQUIRE(value_in(grouped(number, separator)) == std::to_string(number));
    }
    if (number >= 1000000) {
      REQUIRE(value_in(grouped(number, ",")) == std::to_string(number));
      REQUIRE(value_in(grouped(number, " ")) == std::to_string(number));
    }
  }
}

TEST_CASE("decimals are read back with their scale", "[numbers]") {
  std::mt19937_64 random(32);
  struct Scale {
    const char* word;
    int exponent;
  };
  const Scale scales[] = {{"nghìn", 3}, {"triệu", 6}, {"tỷ", 9}, {"nghìn tỷ", 12}, {"triệu tỷ", 15}};
  for (int i = 0; i < 5000; ++i) {
    const auto& scale = scales[random() % std::size(scales)];
    const Integer whole = random() % 1000;
    std::string decimals = std::to_string(random() % 1000);
    const std::string text = std::to_string(whole) + "," + decimals + " " + scale.word;
    const auto expected = Decimal::parse(std::to_string(whole) + "." + decimals)->times_power_of_ten(scale.exponent);
    CAPTURE(text);
    REQUIRE(value_in(text) == expected->to_string());
  }
}

TEST_CASE("digits are read by one rule, or not at all", "[numbers]") {
  struct Row {
    const char* digits;
    bool scaled;
    const char* value;
  };
  const Row rows[] = {
      {"5,576", true, "5.576"},
      {"5,576", false, "5576"},
      {"1.500", true, "1500"},
      {"1.500", false, "1500"},
      {"1.5", true, "1.5"},
      {"1,5", false, "1.5"},
      {"1.234,5", true, "1234.5"},
      {"1,234.5", true, "1234.5"},
      {"1.234.567", false, "1234567"},
      {"1,234,567", true, "1234567"},
      {"1,234,567.89", false, "1234567.89"},
      {"0,5", true, "0.5"},
      {"0.500", true, "0.5"},
      {"12.50", false, "12.5"},
      {"1.2345", true, "1.2345"},
      {"1234,5", false, "1234.5"},
      {"0012", false, "12"},
      {"５,５", true, "5.5"},
      {"1.234.56", true, "none"},
      {"1.23.456", false, "none"},
      {"0.123.456", false, "none"},
      {"1,234.567,8", false, "none"},
      {"1.234,567.8", false, "none"},
      {"12345678901234567890123456789012345678901234567890", false, "none"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.digits, row.scaled);
    const auto value = read_digits(row.digits, row.scaled);
    CHECK((value ? value->to_string() : "none") == row.value);
  }
}

TEST_CASE("numbers as people say them", "[numbers]") {
  struct Row {
    const char* text;
    const char* value;
  };
  const Row rows[] = {
      {"nửa tỷ", "500000000"},
      {"tỷ rưỡi", "1500000000"},
      {"1 triệu rưỡi", "1500000"},
      {"hai mươi tư tỷ", "24000000000"},
      {"hai lăm triệu", "25000000"},
      {"tỷ hai", "1200000000"},
      {"ba tỷ mốt", "3100000000"},
      {"hai phẩy năm tỷ", "2500000000"},
      {"ba phẩy mười lăm triệu", "3150000"},
      {"3 tỷ 500 triệu", "3500000000"},
      {"1 triệu 250 nghìn", "1250000"},
      {"1 triệu 5 trăm nghìn", "1500000"},
      {"2 triệu tỷ", "2000000000000000"},
      {"năm chục triệu", "50000000"},
      {"2 vạn", "20000"},
      {"5tr5", "5500000"},
      {"1tr250", "1250000"},
      {"một trăm hai triệu", "120000000"},
      {"một trăm rưỡi triệu", "150000000"},
      {"1 nghìn 200 tỷ", "1200000000000"},
      {"15 nghìn tỷ 500 tỷ", "15500000000000"},
      {"3 tỷ 2 tỷ", "none"},
      {"3 tỷ 500", "none"},
      {"1.234.56 tỷ", "none"},
      {"linh năm", "none"},
      {"lăm triệu", "none"},
      {"triệu", "none"},
      {"tỷ lệ", "none"},
      {"năm 2023", "none"},
      {"năm", "5"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(value_in(row.text) == row.value);
  }
}

TEST_CASE("what people also say for another number is marked", "[numbers]") {
  CHECK(number_in("hai triệu năm trăm")->loose);
  CHECK_FALSE(number_in("hai triệu không nghìn năm trăm")->loose);
  CHECK_FALSE(number_in("hai nghìn năm trăm")->loose);
  CHECK(sums_in("Anh trả hai triệu năm trăm đồng.").empty());
}
