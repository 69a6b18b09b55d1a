// SPDX-License-Identifier: Apache-2.0
// The small values of the ledger: sortable amounts, times, aliases, entries, ids.
#include <algorithm>
#include <random>

#include "catch.h"
#include "extractor/claim/claim_json.h"
#include "ledger/aliases.h"
#include "ledger/amount_key.h"
#include "ledger/entry.h"
#include "ledger/identity.h"
#include "ledger/times.h"
#include "tests/unit/ledger_fixtures.h"

using namespace socai;
using namespace socai::testing;

TEST_CASE("amount keys sort as the numbers do", "[ledger]") {
  std::vector<Decimal> numbers;
  for (const char* text : {"-1600000000", "-6", "-5.576", "-5", "-0.25", "-0.2", "0", "0.2", "0.25", "1", "5", "5.576",
                           "6", "10", "34000000000000", "34180000000000", "99999999999999999999999999999999999999"}) {
    numbers.push_back(*Decimal::parse(text));
  }
  std::mt19937_64 random(3);
  for (int i = 0; i < 200; ++i) {
    const auto digits = static_cast<std::int64_t>(random() % 2000000) - 1000000;
    numbers.push_back(*Decimal::from_int(digits).times_power_of_ten(static_cast<int>(random() % 20) - 8));
  }
  for (const auto& a : numbers) {
    for (const auto& b : numbers) {
      CAPTURE(a.to_string(), b.to_string());
      REQUIRE((amount_key(a) < amount_key(b)) == (a < b));
      REQUIRE((amount_key(a) == amount_key(b)) == (a == b));
    }
  }
  CHECK(amount_key(*Decimal::parse("5576000")) == "P5065576");
  CHECK(amount_key(*Decimal::parse("1600000000")) == "P50916");
  CHECK(amount_key(*Decimal::parse("0.25")) == "P49925");
  CHECK(amount_key(*Decimal::parse("-3")) == "N4996~");
}

TEST_CASE("a moment is read in Asia/Ho_Chi_Minh, and a day means its end", "[ledger]") {
  struct Row {
    const char* given;
    const char* utc;  // null: refused
  };
  const Row rows[] = {
      {"2026-03-01", "2026-03-01T16:59:59Z"},
      {"2026-03-01T10:00", "2026-03-01T03:00:00Z"},
      {"2026-03-01 10:00", "2026-03-01T03:00:00Z"},
      {"2026-03-01T10:00:30Z", "2026-03-01T10:00:30Z"},
      {"2026-03-01T10:00+07:00", "2026-03-01T03:00:00Z"},
      {"2026-01-01T03:00+07:00", "2025-12-31T20:00:00Z"},
      {"2026-03-01T10:00-05:30", "2026-03-01T15:30:00Z"},
      {"2024-02-29", "2024-02-29T16:59:59Z"},
      {"2026-02-29", nullptr},
      {"2026-13-01", nullptr},
      {"2026-3-1", nullptr},
      {"2026-03-01T25:00", nullptr},
      {"2026-03-01T10:00+7", nullptr},
      {"hôm qua", nullptr},
      {"", nullptr},
      {"2026-03-01x", nullptr},
  };
  for (const auto& row : rows) {
    CAPTURE(row.given);
    const auto moment = utc_moment_of(row.given);
    CHECK(moment == (row.utc ? std::optional<std::string>(row.utc) : std::nullopt));
  }
  CHECK(is_utc_moment("2025-02-01T03:15:00Z"));
  CHECK_FALSE(is_utc_moment("2025-02-01T03:15:00+00:00"));
  CHECK_FALSE(is_utc_moment("2025-02-30T03:15:00Z"));
  CHECK(local_day_of("2025-01-31T17:00:00Z") == "2025-02-01");
  CHECK(leading_day("2025-02-01T08:00:00+07:00") == "2025-02-01");
  CHECK_FALSE(leading_day("01/02/2025").has_value());
  CHECK(day_number("1970-01-02") == 1);
}

TEST_CASE("aliases join groups in any order", "[ledger]") {
  Aliases a;
  a.join("vng", "cong-ty-vng");
  a.join("zalo", "vng");
  Aliases b;
  b.join("cong-ty-vng", "zalo");
  b.join("vng", "zalo");
  CHECK(a == b);
  CHECK(a.group("zalo") == std::vector<std::string>{"cong-ty-vng", "vng", "zalo"});
  CHECK(a.same("vng", "zalo"));
  CHECK_FALSE(a.same("vng", "fpt"));
  CHECK(a.canonical("fpt") == "fpt");
}

TEST_CASE("entries come back from their JSON", "[ledger]") {
  const auto text = article("a1", "Dự án tốn 5 tỷ đồng, chưa gồm thuế.");
  auto claim = money(text, "5 tỷ đồng", "5000000000");
  claim.caveats.push_back({text.text.find("chưa"), text.text.size() - 1, "chưa gồm thuế"});
  const Entry entries[] = {
      VersionEntry{3, {"2025-02-01T03:15:00Z", "lan", "tin \"nóng\"\n", "r1"}},
      ArticleEntry{"a1", 2, "https://x.vn/1", std::nullopt, "2025-02-01", sha256("t"), sha256("x")},
      ClaimEntry{"0123456789abcdef", bind_passages(claim)},
      PositionEntry{"0123456789abcdef", {1, 5, 0, 9, {{6, 8}}}},
      RetirementEntry{"0123456789abcdef", "person", "nhầm"},
      AliasEntry{"a", "b", false},
      DecisionEntry{"f", "not a conflict", "…"},
  };
  for (const auto& entry : entries) {
    const auto json = entry_to_json(entry);
    CAPTURE(json);
    CHECK(entry_to_json(entry_from_json(json)) == json);
    CHECK(json.find("thuế") == std::string::npos);  // passages are bound by their hash
  }
  CHECK_THROWS_AS(entry_from_json("{}"), std::invalid_argument);
  CHECK_THROWS_AS(entry_from_json(R"({"entry":"miracle/1"})"), std::invalid_argument);
}

TEST_CASE("passages are cut from the text again, and only from the right one", "[ledger]") {
  const auto text = article("a1", "Dự án tốn 5 tỷ đồng, chưa gồm thuế.");
  auto claim = money(text, "5 tỷ đồng", "5000000000");
  claim.caveats.push_back({text.text.find("chưa"), text.text.size() - 1, "chưa gồm thuế"});
  auto bound = bind_passages(claim);
  CHECK(bound != claim);
  CHECK(bound.quote == claim.quote);  // digits stay
  REQUIRE(unbind_passages(&bound, text.text));
  CHECK(bound == claim);
  auto other = bind_passages(claim);
  CHECK_FALSE(unbind_passages(&other, std::string(text.text.size(), 'x')));
  auto redacted = bind_passages(claim);
  CHECK(unbind_passages(&redacted, std::nullopt));
  CHECK(redacted.caveats[0].quote.substr(0, 7) == "sha256:");
}

TEST_CASE("a claim's id depends on what it says, not on where it stands", "[ledger]") {
  const auto before = article("a1", "Giá 5 tỷ đồng.\nGiá 5 tỷ đồng.");
  const auto after = article("a1", "Mới: giá 5 tỷ đồng.\nGiá 5 tỷ đồng.");
  const auto quote = std::string("5 tỷ đồng");
  const auto second = [&](const Article& a) { return money(a, quote, "5000000000", a.text.find('\n')); };
  const auto ids = claim_ids("a1", {money(before, quote, "5000000000"), second(before)});
  CHECK(ids[0] != ids[1]);  // a repeat has an id of its own
  CHECK(ids[0].size() == 16);
  CHECK(claim_ids("a1", {money(after, quote, "5000000000"), second(after)}) == ids);
  CHECK(claim_ids("a2", {second(before)})[0] != ids[0]);
  CHECK(claim_ids("a1", {money(before, quote, "5000000001")})[0] != ids[0]);
}

TEST_CASE("an article is known by its id, else its URL, else its text", "[ledger]") {
  auto plain = article("", "văn bản");
  CHECK(article_identity(plain) == plain.id);
  plain.url = "https://x.vn/1";
  CHECK(article_identity(plain) == "https://x.vn/1");
  plain.id = "42";
  CHECK(article_identity(plain) == "42");
}
