// SPDX-License-Identifier: Apache-2.0
// Which article it is, whose, and when it was published.
#include <optional>
#include <string>

#include "catch.h"
#include "extractor/read/identity.h"
#include "extractor/read/published.h"
#include "extractor/rules/tables.h"

using namespace socai;

namespace {

const PageRules& page_rules() {
  static const Rules kRules = Rules::built_in();
  return kRules.tables().pages;
}

}  // namespace

TEST_CASE("all URLs that lead to one page have one form", "[identity]") {
  struct Row {
    const char* given;
    const char* canonical;
    const char* outlet;
  };
  const Row rows[] = {
      {"https://vnexpress.net/gia-vang-4812345.html", "https://vnexpress.net/gia-vang-4812345.html", "vnexpress.net"},
      {"http://VnExpress.net/gia-vang-4812345.html", "https://vnexpress.net/gia-vang-4812345.html", "vnexpress.net"},
      {"https://m.vnexpress.net/a.html", "https://vnexpress.net/a.html", "vnexpress.net"},
      {"https://amp.vnexpress.net/a.html", "https://vnexpress.net/a.html", "vnexpress.net"},
      {"https://kinhdoanh.vnexpress.net/a.html", "https://kinhdoanh.vnexpress.net/a.html", "vnexpress.net"},
      {"https://www.baomau.example/a?utm_source=x&utm_medium=y", "https://www.baomau.example/a", "baomau.example"},
      {"https://baomau.example/a?fbclid=IwAR1&id=7", "https://baomau.example/a?id=7", "baomau.example"},
      {"https://baomau.example/a?id=7&p=2&gclid=1#binh-luan", "https://baomau.example/a?id=7&p=2", "baomau.example"},
      {"https://baomau.example/a/", "https://baomau.example/a", "baomau.example"},
      {"https://baomau.example/a/amp/", "https://baomau.example/a", "baomau.example"},
      {"https://baomau.example/a.html?amp=1", "https://baomau.example/a.html", "baomau.example"},
      {"https://baomau.example/", "https://baomau.example", "baomau.example"},
      {"https://baomau.example:443/a", "https://baomau.example/a", "baomau.example"},
      {"http://baomau.example:8080/a", "https://baomau.example:8080/a", "baomau.example"},
      {"//baomau.example/a", "https://baomau.example/a", "baomau.example"},
      {" https://baomau.example/a\n", "https://baomau.example/a", "baomau.example"},
      {"https://zingnews.vn/a-post1.html", "https://zingnews.vn/a-post1.html", "znews.vn"},
      {"https://m.example/a", "https://m.example/a", "m.example"},
      {"https://baomau.example/Bai-Viet?Page=2", "https://baomau.example/Bai-Viet?Page=2", "baomau.example"},
      {"/tin/a.html", "/tin/a.html", ""},
      {"mailto:a@b.example", "mailto:a@b.example", ""},
      {"https://", "https://", ""},
      {"", "", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.given);
    const std::string canonical = canonical_url(row.given, page_rules());
    CHECK(canonical == row.canonical);
    CHECK(outlet_of_url(row.given, page_rules()) == row.outlet);
    CHECK(canonical_url(canonical, page_rules()) == canonical);
  }
}

TEST_CASE("times of publication are read in the forms that pages write", "[published]") {
  struct Row {
    const char* given;
    const char* time;  // empty: none
  };
  const Row rows[] = {
      {"Thứ Hai, 03/02/2025, 10:15 (GMT+7)", "2025-02-03T10:15:00+07:00"},
      {"Thứ hai, 3/2/2025, 10:15 (GMT+7)", "2025-02-03T10:15:00+07:00"},
      {"Thứ 2, 03/02/2025 | 10:15", "2025-02-03T10:15:00+07:00"},
      {"3/2/2025 10:15", "2025-02-03T10:15:00+07:00"},
      {"10:15 - 03/02/2025", "2025-02-03T10:15:00+07:00"},
      {"10:15 03-02-2025", "2025-02-03T10:15:00+07:00"},
      {"03-02-2025 - 10:15 AM", "2025-02-03T10:15:00+07:00"},
      {"03-02-2025 - 00:01 AM", "2025-02-03T00:01:00+07:00"},
      {"03/02/2025 12:05 AM", "2025-02-03T00:05:00+07:00"},
      {"03/02/2025 1:05:09 CH", "2025-02-03T13:05:09+07:00"},
      {"03/02/2025 10:15 SA", "2025-02-03T10:15:00+07:00"},
      {"03/02/2025 13:05 CH", "2025-02-03T13:05:00+07:00"},
      {"10h15 ngày 3 tháng 2 năm 2025", "2025-02-03T10:15:00+07:00"},
      {"Ngày 03/02/2025 lúc 10:15", "2025-02-03T10:15:00+07:00"},
      {"Cập nhật: 03.02.2025, 22:40", "2025-02-03T22:40:00+07:00"},
      {"07/03/2026 08:01 GMT+7", "2026-03-07T08:01:00+07:00"},
      {"31/12/2024", "2024-12-31"},
      {"12/31/2024 9:00 PM", "2024-12-31T21:00:00+07:00"},
      {"03/02/25 10:15", "2025-02-03T10:15:00+07:00"},
      {"2025-02-03", "2025-02-03"},
      {"2025-02-03T10:15", "2025-02-03T10:15:00+07:00"},
      {"2025-02-03 10:15:30", "2025-02-03T10:15:30+07:00"},
      {"2025-02-03T10:15:30+07:00", "2025-02-03T10:15:30+07:00"},
      {"2025-02-03T10:15:30.123+0700", "2025-02-03T10:15:30+07:00"},
      {"2025-02-02T20:15:30Z", "2025-02-03T03:15:30+07:00"},
      {"2025-02-02T20:15:30.5Z", "2025-02-03T03:15:30+07:00"},
      {"2025-03-01T01:00:00+09:30", "2025-02-28T22:30:00+07:00"},
      {"2024-12-31T12:15:30-05:00", "2025-01-01T00:15:30+07:00"},
      {"20250203T101500+0700", "2025-02-03T10:15:00+07:00"},
      {"2025/02/03 10:15", "2025-02-03T10:15:00+07:00"},
      {"Mon, 03 Feb 2025 10:15:00 +0700", "2025-02-03T10:15:00+07:00"},
      {"Mon, 03 Feb 2025 10:15:00 GMT", "2025-02-03T17:15:00+07:00"},
      {"Mon, 03 Feb 2025 10:15:00 GMT+7", "2025-02-03T10:15:00+07:00"},
      {"February 3, 2025 10:15 am", "2025-02-03T10:15:00+07:00"},
      {"1738552500", "2025-02-03T10:15:00+07:00"},
      {"1738552500000", "2025-02-03T10:15:00+07:00"},
      {"29/2/2025", ""},
      {"45/13/2025", ""},
      {"10:15", ""},
      {"giá 3.500.000 đồng", ""},
      {"2 giờ trước", ""},
      {"", ""},
      {"999999999999999999999999999999", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.given);
    CHECK(published_time(row.given, page_rules()).value_or("") == row.time);
  }
}
