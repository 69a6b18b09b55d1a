// SPDX-License-Identifier: Apache-2.0
// Scores extracted claims against gold. A claim is found when its span overlaps the gold span in the same field (one to
// one, largest overlap first). Shares of single fields are of the found claims; "amount F1" counts a claim only if
// value, currency and bounds or relation are right, "whole F1" only if claimant, subject, metric family and polarity
// are right too. "sourced claimant" leaves out what gold gives to the article's own voice.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/score/gold.h"
#include "extractor/claim/claim.h"

namespace socai::cli {

struct Wrong {
  std::string article;
  std::string field;
  GoldClaim gold;
  Claim said;
};

struct Score {
  std::size_t articles = 0;
  std::size_t gold = 0;
  std::size_t said = 0;
  std::size_t found = 0;
  std::map<std::string, std::size_t> right;  // by the names of kChecks
  std::size_t sourced = 0;
  std::size_t sourced_right = 0;
  std::size_t broken = 0;  // claims whose offsets do not cut out their quote
  std::size_t statements_gold = 0;
  std::size_t statements_right = 0;
  std::size_t statements_said = 0;
  std::size_t statements_hit = 0;

  std::vector<std::pair<std::string, GoldClaim>> missed;
  std::vector<std::pair<std::string, Claim>> extra;
  std::vector<Wrong> wrong;

  // Counts one article in. `claims` are all claims that bear its id.
  void add(const GoldArticle& article, const std::vector<Claim>& claims);

 private:
  void add_money(const GoldArticle& article, const std::vector<Claim>& money);
  void add_pair(const std::string& article, const GoldClaim& claim, const Claim& said);
  void add_statements(const GoldArticle& article, const std::vector<Claim>& claims);
};

// What is checked of a found claim, in the order of the report.
inline constexpr const char* kChecks[] = {"amount", "relation",      "claimant", "attribution", "subject",
                                          "metric", "metric family", "polarity", "modality",    "zone"};
inline constexpr const char* kAmountAndRelation = "amount and relation";
inline constexpr const char* kWhole = "whole";

}  // namespace socai::cli
