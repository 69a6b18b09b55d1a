// SPDX-License-Identifier: Apache-2.0
// What the other claims of an event say about a pair.
#include <algorithm>

#include "catch.h"
#include "ledger/audit/audit.h"
#include "tests/unit/audit_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

// The verdict and rule on the claims "1" and "2" among all.
std::string between_1_and_2(const std::vector<RecordedClaim>& claims) {
  AuditOptions options;
  options.all = true;
  for (const auto& finding : audit(claims, options)) {
    const auto& a = finding.a->id;
    const auto& b = finding.b->id;
    if (!(a == "1" && b == "2") && !(a == "2" && b == "1")) continue;
    return std::string(to_string(finding.verdict)) + " " + finding.rule;
  }
  return "none";
}

RecordedClaim also(const std::string& id, const RecordedClaim& like, const std::string& value) {
  auto row = like;
  row.id = id;
  row.claim.amount = left(value).claim.amount;
  row.claim.start += 500;
  row.claim.sentence_start += 500;
  return row;
}

void narrate(RecordedClaim* row) {
  row->claim.claimant = Claimant{{kNarratorName, kNarratorId, ""}, EntityType::narrator, Attribution::narrator, "", {}};
}

}  // namespace

TEST_CASE("an article that tells both figures knows them as two things", "[audit]") {
  const auto a = left("100000000");
  const auto b = right("250000000");
  CHECK(between_1_and_2({a, b}) == "contradicts audit.disjoint");
  CHECK(between_1_and_2({a, b, also("3", b, "100000000")}) == "not comparable audit.both_told");
  CHECK(between_1_and_2({a, b, also("3", a, "250000000")}) == "not comparable audit.both_told");
  CHECK(between_1_and_2({a, b, also("3", a, "990000000")}) == "contradicts audit.disjoint");
}

TEST_CASE("so does a third article of the event, unless it says what sets them apart", "[audit]") {
  std::vector<RecordedClaim> claims = {left("110000000"), right("250000000")};
  auto third = right("110000000");
  third.id = "3";
  third.article.id = third.claim.article = "a3";
  auto fourth = also("4", third, "250000000");
  for (auto* row : {&claims[0], &claims[1], &third, &fourth}) {
    row->sentence = "Liang Wenfeng của High-Flyer nói về DeepSeek " + row->id;
  }
  CHECK(between_1_and_2(claims) != "not comparable audit.told_together");
  CHECK(between_1_and_2({claims[0], claims[1], third, fourth}) == "not comparable audit.told_together");
  third.claim.period = Period{"2023", "2023-01-01", "2023-12-31"};
  fourth.claim.period = Period{"2024", "2024-01-01", "2024-12-31"};
  CHECK(between_1_and_2({claims[0], claims[1], third, fourth}) == "apparent audit.told_together");
}

TEST_CASE("too little that speaks for one thing is no contradiction", "[audit]") {
  auto a = left("100000000");
  auto b = right("160000000");
  narrate(&a), narrate(&b);
  a.article.outlet = "Một", b.article.outlet = "Hai";
  a.sentence = "Tiền đặt máy chủ hết 100000000 theo sổ sách cũ";
  b.sentence = "Công bố mới nhất nêu khoản thuê mặt bằng 160000000";
  CHECK(between_1_and_2({a, b}) == "apparent audit.key_open");
}

TEST_CASE("a lost digit is a slip, two lost digits are none", "[audit]") {
  CHECK(between_1_and_2({left("125000000"), right("12500000")}) == "unit slip audit.power_of_ten");
  CHECK(between_1_and_2({left("125000000"), right("1250000")}) != "unit slip audit.power_of_ten");
}

TEST_CASE("one source that tells the old figure beside the new one announces it", "[audit]") {
  const auto a = left("100000000");
  auto b = right("250000000");
  b.claim.claimant = a.claim.claimant;
  CHECK(between_1_and_2({a, b}) == "revised audit.same_source_silent");
  CHECK(between_1_and_2({a, b, also("3", b, "100000000")}) == "revised audit.same_source_announced");
  CHECK(between_1_and_2({a, b, also("3", a, "250000000")}) == "not comparable audit.both_told");
}

TEST_CASE("a headline must be borne out by its text", "[audit]") {
  auto headline = left("125000000");
  headline.claim.zone = Zone::headline;
  auto body = right("110000000");
  body.article = headline.article;
  narrate(&headline), narrate(&body);
  CHECK(between_1_and_2({headline, body}) == "contradicts audit.headline");
  CHECK(between_1_and_2({headline, body, also("3", body, "125000000")}) == "not comparable audit.same_document");
  body.claim.amount = left("180000000").claim.amount;
  CHECK(between_1_and_2({headline, body}) == "not comparable audit.same_document");
}

TEST_CASE("a text that affirms the figure again and again does not deny it", "[audit]") {
  const auto claim = left("110000000");
  auto denial = right("110000000");
  denial.claim.polarity = Polarity::denied;
  auto third = also("3", denial, "110000000");
  third.claim.polarity = Polarity::affirmed;
  narrate(&third);
  CHECK(between_1_and_2({claim, denial, third}) == "refuted audit.denied");
  CHECK(between_1_and_2({claim, denial, third, also("4", third, "110000000")}) == "not comparable audit.denial_unsure");
}

TEST_CASE("equal figures of two periods do not agree, of a period left unsaid they do", "[audit]") {
  auto a = left("110000000");
  auto b = right("110000000");
  a.claim.period = Period{"2023", "2023-01-01", "2023-12-31"};
  CHECK(between_1_and_2({a, b}) == "same audit.equal");
  b.claim.period = Period{"2024", "2024-01-01", "2024-12-31"};
  CHECK(between_1_and_2({a, b}) == "not comparable audit.key_differs");
}
