// SPDX-License-Identifier: Apache-2.0
// What was answered for version N when N was the head is answered for N for ever, byte for byte, over 200 versions.
#include <random>

#include "catch.h"
#include "ledger/audit/audit.h"
#include "ledger/audit/finding_json.h"
#include "ledger/ledger.h"
#include "ledger/row_json.h"
#include "tests/unit/ledger_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

constexpr int kVersions = 220;
constexpr int kArticles = 12;

// Everything that the ledger answers as of a version, as text.
std::string answers(const Ledger& ledger, VersionNumber as_of) {
  std::string all;
  ClaimQuery query;
  query.as_of = as_of;
  query.with_retired = true;
  query.with_sentence = true;
  for (const auto& row : ledger.claims(query).rows) all += row_to_json(row) + row.sentence + "\n";
  query.with_retired = false;
  query.newest_first = true;
  query.by = {"An"};
  query.min = Decimal::parse("5000000000");
  const auto rows = ledger.claims(query).rows;
  for (const auto& row : rows) all += row.id + " ";
  AuditOptions options;
  options.aliases = ledger.aliases(as_of);
  options.decisions = ledger.decisions(as_of);
  options.all = true;
  for (const auto& finding : audit(rows, options)) all += finding_to_json(finding) + "\n";
  for (int i = 0; i < kArticles; ++i) {
    const auto article = ledger.article("a" + std::to_string(i), as_of);
    if (article) all += article->text + std::to_string(article->info.revision);
  }
  for (const auto& pair : ledger.joined_pairs(as_of)) all += pair.a + "=" + pair.b + pair.author;
  for (const auto& one : ledger.decided(as_of)) all += one.finding + one.judgement + one.reason;
  if (!rows.empty()) {
    for (const auto& event : ledger.history(rows.back().id, as_of)) {
      all += event.version.root + row_to_json(event.claim) + event.note;
      if (event.counterpart) all += row_to_json(*event.counterpart);
    }
  }
  return all + version_to_json(ledger.version(as_of)) + to_hex(ledger.checkpoint(as_of).root);
}

// One more version: an article new or edited, a claim retired, names joined or parted, a judgement.
void add_version(Ledger* ledger, int number, std::mt19937* random) {
  const auto day = std::to_string(10 + number % 18);
  auto writer = ledger->begin(info("2025-02-" + day + "T03:15:00Z"));
  const auto pick = [&](unsigned count) { return static_cast<int>((*random)() % count); };
  switch (pick(6)) {
    case 0: writer.alias("an", "binh" + std::to_string(pick(3)), true); break;
    case 1: writer.decide("f" + std::to_string(pick(4)), "explained", std::to_string(number)); break;
    case 2: {
      ClaimQuery standing;
      standing.limit = 1;
      standing.newest_first = pick(2) == 0;
      const auto rows = ledger->claims(standing).rows;
      if (!rows.empty()) writer.retire(rows[0].id, "sai");
      break;
    }
    default: {
      const auto figure = std::to_string(1 + pick(40));
      auto text =
          article("a" + std::to_string(pick(kArticles)), std::string(static_cast<std::size_t>(pick(3)), '.') +
                                                             "\nChi phí là " + figure + " tỷ đồng.\nThu 7 tỷ đồng.");
      text.published = "2025-02-" + day;
      auto cost = money(text, figure + " tỷ đồng", figure + "000000000");
      auto income = money(text, "7 tỷ đồng", "7000000000", text.text.find("Thu"));
      writer.add(text, {about(by(cost, pick(2) == 0 ? "An" : "Bình0"), "Vingroup", "cost"),
                        about(by(income, "An"), "Vingroup", "revenue")});
    }
  }
  writer.seal();
}

}  // namespace

TEST_CASE("the past stays as it was over 200 versions", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  std::mt19937 random(200);
  std::vector<std::string> golden = {""};
  for (int number = 1; golden.size() <= kVersions; ++number) {
    add_version(&ledger, number, &random);
    const auto head = ledger.head_number();
    if (head == static_cast<VersionNumber>(golden.size())) golden.push_back(answers(ledger, head));
  }
  REQUIRE(ledger.head_number() == kVersions);
  for (VersionNumber number = 1; number <= kVersions; ++number) {
    CAPTURE(number);
    REQUIRE(answers(ledger, number) == golden[static_cast<std::size_t>(number)]);
  }
  CHECK(golden[kVersions] != golden[kVersions - 1]);
  const auto first = ledger.checkpoint(1);
  CHECK(ledger.verify({}, first).ok());
}
