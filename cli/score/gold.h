// SPDX-License-Identifier: Apache-2.0
// Gold articles: JSONL with, for each article, the claims and statements that a person found in it, in the form of
// docs/annotation.md.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/claim/article.h"
#include "extractor/claim/decimal.h"

namespace socai::cli {

struct GoldClaim {
  std::string field;
  std::size_t start = 0;
  std::size_t end = 0;
  std::string quote;
  std::optional<Decimal> value;
  std::optional<Decimal> min;
  std::optional<Decimal> max;
  std::string currency;
  std::string relation;
  std::optional<std::string> per;
  std::vector<std::string> claimant;  // every accepted name, the fullest first
  std::string attribution;
  std::vector<std::string> subject;
  std::vector<std::string> metric;
  std::string polarity;
  std::string modality;
  std::string zone;
  std::optional<std::string> period;  // the words alone
};

struct GoldStatement {
  std::string field;
  std::size_t start = 0;
  std::size_t end = 0;
  std::vector<std::string> claimant;
};

struct GoldArticle {
  Article article;
  bool has_claims = false;
  std::vector<GoldClaim> claims;
  bool has_statements = false;
  std::vector<GoldStatement> statements;
};

// Throws Error(invalid_data) that names the line and what is wrong with it.
std::vector<GoldArticle> read_gold(std::string_view bytes, const std::string& file);

// The same of articles of which some, or all, hold no claims.
std::vector<GoldArticle> read_articles(std::string_view bytes, const std::string& file);

}  // namespace socai::cli
