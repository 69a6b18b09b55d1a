// SPDX-License-Identifier: Apache-2.0
// Amounts in sentences: span, value, bounds, relation, unit. The rules' own cases are run by rules_check.cpp.
#include <string>
#include <vector>

#include "extractor/claim/names.h"
#include "extractor/read_amount.h"
#include "tests/unit/extractor_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

std::string dump(const Amount& amount) {
  std::string text = std::string(to_string(amount.relation)) + " " + text_of(amount.value) + " [" +
                     text_of(amount.min) + ", " + text_of(amount.max) + "] " + amount.currency +
                     (amount.implied_currency ? "?" : "");
  if (amount.per) text += "/" + *amount.per;
  return text;
}

std::string dump(const std::string& sentence) {
  std::string text;
  for (const Claim& claim : sums_in(sentence))
    text += (text.empty() ? "" : " | ") + claim.quote + " = " + dump(*claim.amount);
  return text;
}

struct Row {
  const char* text;
  const char* dumped;
};

}  // namespace

TEST_CASE("amounts are read whole, with their bounds", "[amounts]") {
  const Row rows[] = {
      {"DeepSeek cần ít nhất 500 triệu USD.", "500 triệu USD = at_least 500000000 [500000000, null] USD"},
      {"Giá từ 2 đến 3 tỷ đồng.", "2 đến 3 tỷ đồng = range null [2000000000, 3000000000] VND"},
      {"Lãi hàng chục triệu USD.", "hàng chục triệu USD = vague null [10000000, 100000000] USD"},
      {"Lương 9 triệu đồng/người/tháng.", "9 triệu đồng = exact 9000000 [9000000, 9000000] VND/người/tháng"},
      {"Anh trả 500 triệu USD (khoảng 12.500 tỷ đồng).",
       "500 triệu USD = exact 500000000 [500000000, 500000000] USD | "
       "12.500 tỷ đồng = approx 12500000000000 [12500000000000, 12500000000000] VND"},
      {"Giá vàng tăng 200.000 đồng lên 74,5 triệu đồng/lượng.",
       "200.000 đồng = exact 200000 [200000, 200000] VND | 74,5 triệu đồng = exact 74500000 [74500000, 74500000] "
       "VND/lượng"},
      {"Gói 120.000 tỷ cho nhà ở.", "120.000 tỷ = exact 120000000000000 [120000000000000, 120000000000000] VND?"},
      {"Vốn là 3, 5 và 7 tỷ đồng.",
       "3 = exact 3000000000 [3000000000, 3000000000] VND | 5 = exact 5000000000 [5000000000, 5000000000] VND | "
       "7 tỷ đồng = exact 7000000000 [7000000000, 7000000000] VND"},
      {"Nợ không dưới 10 tỷ đồng.", "10 tỷ đồng = at_least 10000000000 [10000000000, null] VND"},
      {"Nó tốn nửa tỷ đồng.", "nửa tỷ đồng = exact 500000000 [500000000, 500000000] VND"},
      {"Giá từ 200.000/tháng đến 1,5 triệu đồng.",
       "200.000/tháng đến 1,5 triệu đồng = range null [200000, 1500000] VND/tháng"},
      {"Thịt lợn giá 20 - 21.000 đồng/kg.", "20 - 21.000 đồng = range null [20000, 21000] VND/kg"},
      {"Thuốc giá trên 1.000 (một nghìn) đồng.", "1.000 (một nghìn) đồng = more_than 1000 [1000, null] VND"},
      {"Tỷ giá là 6,8849 tệ đổi 1 USD.", "6,8849 tệ = exact 6.8849 [6.8849, 6.8849] CNY/usd"},
      {"Tỷ giá là 6,882 tệ đổi 1 USD.", ""},  // 6.882 or 6 882
      {"Tỷ giá trung tâm ở mức 23.076.", "23.076 = exact 23076 [23076, 23076] VND?/usd"},
      {"Chiếc vali.\nAnh mang 200.000\nUSD đi gửi.", "200.000\nUSD = exact 200000 [200000, 200000] USD"},
      {"Hãng chi $2-3 tỷ.", "$2-3 tỷ = range null [2000000000, 3000000000] USD"},
      {"Giá từ 2 đến 3 tỷ 500 triệu đồng.", "2 đến 3 tỷ 500 triệu đồng = range null [2000000000, 3500000000] VND"},
      {"Vốn tăng từ 2 lên 3 tỷ đồng.",
       "2 = exact 2000000000 [2000000000, 2000000000] VND | 3 tỷ đồng = exact 3000000000 [3000000000, 3000000000] VND"},
      {"Vốn tăng từ 500 lên 1,2 tỷ đồng.", "1,2 tỷ đồng = exact 1200000000 [1200000000, 1200000000] VND"},
      {"Anh nộp 2 triệu 500 đồng.", ""},
      {"Nợ 12 tỷ 345 triệu 678 nghìn 900 đồng.",
       "12 tỷ 345 triệu 678 nghìn 900 đồng = exact 12345678900 [12345678900, 12345678900] VND"},
      {"Lãi mười mấy tỷ đồng.", "mười mấy tỷ đồng = vague null [11000000000, 20000000000] VND"},
      {"Lãi lên đến hàng chục tỷ đồng.", "hàng chục tỷ đồng = vague null [10000000000, 100000000000] VND"},
      {"Giá vé là ５００．０００ đồng.", ""},
      {"Peso mất giá, Mexico chi 5 triệu peso.", "5 triệu peso = exact 5000000 [5000000, 5000000] MXN"},
      {"Từ Mexico, Chile nhận 5 triệu peso.", ""},
      {"Xe ga 68 triệu tại Việt Nam có gì?\nChiếc xe giá 68 triệu đồng.",
       "68 triệu = exact 68000000 [68000000, 68000000] VND? | 68 triệu đồng = exact 68000000 [68000000, 68000000] VND"},
      {"Xe ga 68 triệu tại Việt Nam có gì?\nChiếc xe giá 69 triệu đồng.",
       "69 triệu đồng = exact 69000000 [69000000, 69000000] VND"},
      {"Lương 5 triệu đồng/tháng trở lên.", "5 triệu đồng = at_least 5000000 [5000000, null] VND/tháng"},
      {"Trả 9 triệu đồng mỗi người mỗi tháng.", "9 triệu đồng = exact 9000000 [9000000, 9000000] VND/người/tháng"},
      {"Năm 2023 có 8 tỷ người, 5 triệu tấn gạo và tỷ lệ 3%.", ""},
      {"Giá 1.234.56 tỷ đồng.", ""},
      {"Sau 5 năm đồng tiền mất giá.", ""},
      {"Nhà số 54-56 Đồng Khởi có bán mẫu RM 38-02.", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(dump(row.text) == row.dumped);
  }
}

TEST_CASE("an amount on the command line is read by the same grammar", "[amounts]") {
  const Row rows[] = {
      {"500 triệu USD", "exact 500000000 [500000000, 500000000] USD"},
      {"1,6 tỷ", "exact 1600000000 [1600000000, 1600000000] VND?"},
      {"200k", "exact 200000 [200000, 200000] VND?"},
      {"1500000", "exact 1500000 [1500000, 1500000] "},
      {"1.500.000", "exact 1500000 [1500000, 1500000] "},
      {"  500 triệu  ", "exact 500000000 [500000000, 500000000] VND?"},
      {"hơn 500 triệu", "more_than 500000000 [500000000, null] VND?"},
      {"5 - 6 triệu", "range null [5000000, 6000000] VND?"},
      {"hàng triệu", "vague null [1000000, 10000000] VND?"},
      {"$5", "exact 5 [5, 5] USD"},
      {"10 tỷ đồng/năm", "exact 10000000000 [10000000000, 10000000000] VND/năm"},
      {"", "none"},
      {"abc", "none"},
      {"năm 2023", "none"},
      {"3 tỷ và 4 tỷ", "none"},
      {"5 triệu người", "none"},
      {"giá 5 tỷ đồng", "none"},
      {"5 tỷ đồng\n", "none"},
      {"\xFF", "none"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto amount = read_amount(row.text, built_in_rules());
    CHECK((amount ? dump(*amount) : "none") == row.dumped);
  }
}
