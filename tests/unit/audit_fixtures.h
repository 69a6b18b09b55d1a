// SPDX-License-Identifier: Apache-2.0
// Claims as they come out of a ledger, for the tests of the audit; among them those of the project's first article.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/unit/ledger_fixtures.h"

namespace socai::testing {

struct Told {
  std::string id = {};
  std::string article = "a1";
  std::string published = {};
  std::string by = {};  // empty: the article's own voice
  std::string metric = "cost";
  Relation relation = Relation::exact;
  std::string value = {};
  std::string subject = "DeepSeek";
};

inline RecordedClaim tell(const Told& told) {
  RecordedClaim row;
  row.id = told.id;
  row.article.id = row.claim.article = told.article;
  if (!told.published.empty()) row.article.published = told.published;
  Amount amount;
  amount.relation = told.relation;
  amount.value = Decimal::parse(told.value);
  amount.currency = "USD";
  if (told.relation != Relation::up_to && told.relation != Relation::nearly) amount.min = amount.value;
  if (told.relation != Relation::at_least && told.relation != Relation::more_than) amount.max = amount.value;
  row.claim.amount = amount;
  row.claim.quote = told.value;
  row.claim.claimant.entity = {kNarratorName, kNarratorId, ""};
  if (!told.by.empty()) by(row.claim, told.by);
  if (!told.subject.empty()) row.claim.subject = entity(told.subject);
  if (!told.metric.empty()) row.claim.metric = Metric{told.metric, told.metric};
  row.claim.start = row.claim.sentence_start = std::hash<std::string>()(told.id) % 100000;
  return row;
}

// Two claims by default in two articles of one day, by two sources.
inline RecordedClaim left(const std::string& value) {
  return tell({"1", "a1", "2025-02-01", "SemiAnalysis", "cost", Relation::exact, value});
}
inline RecordedClaim right(const std::string& value) {
  return tell({"2", "a2", "2025-02-02", "DeepSeek", "cost", Relation::exact, value});
}

// The article that the project set out from, in claims alone.
inline std::vector<RecordedClaim> seed() {
  const Told six{"body6", "seed", "", "", "cost.training", Relation::exact, "6000000"};
  auto headline6 = tell({"head6", "seed", "", "", "cost.development", Relation::exact, "6000000"});
  headline6.claim.polarity = Polarity::denied;
  auto headline500 = tell({"head500", "seed", "", "", "cost.development", Relation::at_least, "500000000"});
  headline6.claim.start = headline6.claim.sentence_start = headline500.claim.sentence_start = 0;
  headline500.claim.start = 60;
  auto related6 = tell({"link6", "seed", "", "", "cost.development", Relation::exact, "6000000"});
  related6.claim.polarity = Polarity::denied;
  auto training = tell({"5576", "seed", "", "DeepSeek", "cost.training", Relation::exact, "5576000"});
  training.claim.caveats.push_back({1, 2, "chỉ bao gồm quá trình huấn luyện chính thức"});
  auto lede = tell({"lede1600", "seed", "", "SemiAnalysis", "cost.development", Relation::up_to, "1600000000"});
  lede.claim.modality = Modality::possible;
  auto hardware = tell({"hw500", "seed", "", "SemiAnalysis", "cost.hardware", Relation::more_than, "500000000"});
  hardware.claim.modality = Modality::estimate;
  hardware.claim.period = Period{"trong toàn bộ lịch sử công ty", std::nullopt, std::nullopt};
  auto capital = tell({"hw1600", "seed", "", "SemiAnalysis", "cost.hardware", Relation::approx, "1600000000"});
  auto market = tell({"cap", "seed", "", "", "market_cap.change", Relation::exact, "800000000000", "NVIDIA"});
  return {headline6, headline500, lede, related6, tell(six), training, market, hardware, capital};
}

}  // namespace socai::testing
