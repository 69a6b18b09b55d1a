// SPDX-License-Identifier: Apache-2.0
// The audit's words, their cases, and what is made of the words around a figure.
#include <filesystem>

#include "catch.h"
#include "extractor/claim/entity_id.h"
#include "extractor/claim/error.h"
#include "ledger/audit/context.h"
#include "ledger/audit/keys.h"
#include "ledger/audit/names.h"
#include "ledger/audit/words_check.h"
#include "tests/unit/audit_fixtures.h"
#include "tests/unit/extractor_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

FigureContext around(const std::string& sentence, const std::string& quote) {
  auto row = left("5");
  row.sentence = sentence;
  row.claim.quote = quote;
  row.claim.start = row.claim.sentence_start + sentence.find(quote);
  return context_of(row, AuditWords::built_in());
}

}  // namespace

TEST_CASE("the audit's words hold their cases", "[audit]") {
  const auto& words = AuditWords::built_in();
  const auto cases = AuditWords::built_in_cases();
  CHECK(cases == file_bytes(std::filesystem::path(SOCAI_REPO) / "rules/audit/words.cases"));
  const auto report = check_words(words, cases);
  for (const auto& failed : report.failed) FAIL_CHECK(failed.line << ": " << failed.list << ": " << failed.text);
  for (const auto& line : report.misplaced) FAIL_CHECK(line.line << ": of no list: " << line.text);
  CHECK(report.cases > 30);
}

TEST_CASE("cases that do not hold, or are of no list, are told", "[audit]") {
  const auto& words = AuditWords::built_in();
  const auto report = check_words(words,
                                  "# x\n+ before any list\n== part\n+ phần một\n- riêng lãi\n- tiền\nodd\n"
                                  "== phase/0\n+ giai đoạn 1\n== phase/9\n== phase/x\n== phase/0x\n== none");
  std::vector<std::size_t> failed;
  for (const auto& it : report.failed) failed.push_back(it.line);
  std::vector<std::size_t> misplaced;
  for (const auto& it : report.misplaced) misplaced.push_back(it.line);
  CHECK(report.cases == 4);
  CHECK(failed == std::vector<std::size_t>{4, 5});
  CHECK(misplaced == std::vector<std::size_t>{2, 7, 10, 11, 12, 13});
}

TEST_CASE("bad words name their line", "[audit]") {
  CHECK_THROWS_AS(AuditWords::compile("[words", "w.toml"), Error);
  CHECK_THROWS_AS(AuditWords::compile("[words]\n", "w.toml"), Error);
  try {
    AuditWords::compile("[words]\ngeneric = [\"công ty\"]\nconnectors = [\"?\"]\n", "w.toml");
    FAIL("a phrase without a word was taken");
  } catch (const Error& error) {
    CHECK(error.where == "w.toml:3");
  }
}

TEST_CASE("a name loses its head, and nothing else", "[audit]") {
  const auto& words = AuditWords::built_in();
  CHECK(core_name("cong-ty-vingroup", words) == "vingroup");
  CHECK(core_name("tong-cong-ty-hang-hai", words) == "hang-hai");
  CHECK(core_name("cong-ty-con-cua-vingroup", words) == "con-cua-vingroup");
  CHECK(core_name("tap-doan", words).empty());
  CHECK(core_name("congtyx", words) == "congtyx");
}

TEST_CASE("figures told in the same words are alike, others are not", "[audit]") {
  const auto one = around("Khoản đầu tư này có giá trị lên tới 3,5 tỷ USD do kho bạc cung cấp", "3,5 tỷ USD");
  const auto two = around("Theo báo, khoản đầu tư này có giá trị lên tới 3,5 triệu USD từ kho bạc", "3,5 triệu USD");
  const auto other = around("Giá một chiếc bánh mì ở sân ga là 20.000 đồng", "20.000 đồng");
  CHECK(likeness(one, two) > 60);
  CHECK(likeness(one, two) == likeness(two, one));
  CHECK(likeness(one, one) == 100);
  CHECK(likeness(one, other) < 20);
  CHECK(likeness(one, FigureContext()) == 0);
}

TEST_CASE("few words tell little", "[audit]") {
  const auto one = around("Phạt 5 tỷ đồng", "5 tỷ đồng");
  CHECK(likeness(one, one) == 33);
}

TEST_CASE("a scope near the figure goes before one elsewhere in the sentence", "[audit]") {
  const auto phases = around("Giai đoạn một tốn 900 tỷ đồng, còn giai đoạn hai 1.800 tỷ đồng", "900 tỷ đồng");
  const auto whole =
      around("Giai đoạn một đã xong từ lâu và chẳng ai còn nhớ nó đã tốn mất của thành phố 900 tỷ đồng", "900 tỷ đồng");
  const auto second = around("Giai đoạn một tốn 900 tỷ đồng, còn giai đoạn hai 1.800 tỷ đồng", "1.800 tỷ đồng");
  const auto behind = around("Tốn 900 tỷ đồng cho giai đoạn một", "900 tỷ đồng");
  REQUIRE(phases.scopes.size() == 1);
  REQUIRE(second.scopes.size() == 1);
  CHECK(phases.scopes != second.scopes);
  CHECK(behind.scopes == phases.scopes);
  CHECK(whole.scopes == phases.scopes);
}

TEST_CASE("names are runs of words with a capital", "[audit]") {
  const auto found = names_in("Theo Manchester United, ông Trần Văn Hải nhận 5 tỷ của hãng Uber.");
  std::vector<std::string> ids;
  for (const auto& name : found.names) ids.push_back(name.id);
  CHECK(ids == std::vector<std::string>{"theo-manchester-united", "manchester-united", "tran-van-hai", "uber"});
  CHECK(found.names[0].opens);
  CHECK_FALSE(found.names[3].is_long);
  CHECK(std::find(found.small.begin(), found.small.end(), "nhan") != found.small.end());
}
