// SPDX-License-Identifier: Apache-2.0
// The claim record: written, read back, and refused where it is no record.
#include <random>
#include <string>

#include "catch.h"
#include "extractor/claim/claim_json.h"
#include "extractor/claim/names.h"

using namespace socai;

namespace {

// Takes one of `count` values of an enumeration.
template <typename Enum>
Enum any(std::mt19937_64* random, int count) {
  return static_cast<Enum>((*random)() % static_cast<unsigned>(count));
}

std::string any_text(std::mt19937_64* random) {
  static const char* kPieces[] = {"",     "DeepSeek",      "\"", "\\", "\n",     "\t",  "\x01",
                                  "đồng", "e\u0302\u0301", "😀",  "/",  "\u2028", "null"};
  std::string text;
  for (auto i = (*random)() % 5; i > 0; --i) text += kPieces[(*random)() % std::size(kPieces)];
  return text;
}

std::optional<Decimal> any_decimal(std::mt19937_64* random) {
  if ((*random)() % 4 == 0) return std::nullopt;
  return Decimal::from_int(static_cast<std::int64_t>((*random)() >> 20))
      .times_power_of_ten(static_cast<int>((*random)() % 20) - 4);
}

Claim any_claim(std::mt19937_64* random) {
  auto& r = *random;
  Claim claim;
  claim.kind = any<Kind>(random, 2);
  claim.article = any_text(random);
  claim.field = any<Field>(random, 2);
  claim.start = r() % 100000;
  claim.end = claim.start + r() % 100;
  claim.quote = any_text(random);
  claim.sentence_start = r() % 1000;
  claim.sentence_end = r() % 1000;
  if (r() % 3 != 0) {
    claim.amount = Amount{any_decimal(random),       any_decimal(random), any_decimal(random), any_text(random),
                          any<Relation>(random, 10), std::nullopt,        r() % 2 == 0};
    if (r() % 2 == 0) claim.amount->per = any_text(random);
    claim.metric = Metric{any_text(random), any_text(random)};
  }
  claim.claimant = {{any_text(random), any_text(random), any_text(random)},
                    any<EntityType>(random, 9),
                    any<Attribution>(random, 3),
                    any_text(random),
                    {}};
  for (auto i = r() % 3; i > 0; --i) claim.claimant.via.push_back(any_text(random));
  if (r() % 2 == 0) claim.subject = Entity{any_text(random), any_text(random), any_text(random)};
  claim.polarity = any<Polarity>(random, 2);
  claim.modality = any<Modality>(random, 6);
  claim.zone = any<Zone>(random, 6);
  if (r() % 2 == 0) claim.period = Period{any_text(random), any_text(random), std::nullopt};
  for (auto i = r() % 3; i > 0; --i) claim.caveats.push_back({r() % 10, r() % 10, any_text(random)});
  claim.confidence_percent = static_cast<int>(r() % 101);
  return claim;
}

}  // namespace

TEST_CASE("a claim read back is the claim that was written", "[claim_json]") {
  std::mt19937_64 random(5);
  for (int i = 0; i < 3000; ++i) {
    const Claim claim = any_claim(&random);
    const std::string json = claim_to_json(claim);
    CAPTURE(json);
    REQUIRE(json.find('\n') == std::string::npos);
    REQUIRE(claim_from_json(json) == claim);
    REQUIRE(claim_to_json(claim_from_json(json)) == json);
  }
}

TEST_CASE("the record has the schema's keys in their order", "[claim_json]") {
  Claim claim;
  claim.article = "a";
  claim.quote = "5,576 triệu USD";
  claim.start = 1134;
  claim.end = 1151;
  claim.sentence_start = 1012;
  claim.sentence_end = 1213;
  const auto value = Decimal::parse("5576000");
  claim.amount = Amount{value, value, value, "USD", Relation::exact, std::nullopt, false};
  claim.claimant = {
      {"DeepSeek", "deepseek", "DeepSeek"}, EntityType::organization, Attribution::indirect, "cho biết", {}};
  claim.metric = Metric{"cost.training", "tổng chi phí huấn luyện"};
  claim.confidence_percent = 97;
  CHECK(
      claim_to_json(claim) ==
      R"({"schema":"socai.claim/1","kind":"money","article":"a","field":"text","start":1134,"end":1151,)"
      R"("quote":"5,576 triệu USD","sentence":{"start":1012,"end":1213},)"
      R"("amount":{"value":"5576000","min":"5576000","max":"5576000","currency":"USD","relation":"exact","per":null,"implied_currency":false},)"
      R"("claimant":{"name":"DeepSeek","id":"deepseek","type":"organization","mention":"DeepSeek","attribution":"indirect","cue":"cho biết","via":[]},)"
      R"("subject":null,"metric":{"id":"cost.training","mention":"tổng chi phí huấn luyện"},)"
      R"("polarity":"affirmed","modality":"stated","zone":"body","period":null,"caveats":[],"confidence":0.97})");
}

TEST_CASE("what is no record is refused", "[claim_json]") {
  std::mt19937_64 random(6);
  const std::string json = claim_to_json(any_claim(&random));
  for (std::size_t size = 0; size < json.size(); size += 7) {
    CAPTURE(size);
    CHECK_THROWS_AS(claim_from_json(json.substr(0, size)), std::invalid_argument);
  }
  CHECK_THROWS_AS(claim_from_json("{}"), std::invalid_argument);
  CHECK_THROWS_AS(claim_from_json("[]"), std::invalid_argument);
  CHECK_THROWS_AS(claim_from_json(R"({"schema":"socai.claim/2"})"), std::invalid_argument);
}

TEST_CASE("every name of an enumeration stands for its value", "[claim_json]") {
  for (int i = 0; i < 10; ++i) CHECK(parse<Relation>(to_string(static_cast<Relation>(i))) == static_cast<Relation>(i));
  for (int i = 0; i < 9; ++i)
    CHECK(parse<EntityType>(to_string(static_cast<EntityType>(i))) == static_cast<EntityType>(i));
  for (int i = 0; i < 6; ++i) CHECK(parse<Modality>(to_string(static_cast<Modality>(i))) == static_cast<Modality>(i));
  for (int i = 0; i < 6; ++i) CHECK(parse<Zone>(to_string(static_cast<Zone>(i))) == static_cast<Zone>(i));
  CHECK_FALSE(parse<Relation>("about"));
}
