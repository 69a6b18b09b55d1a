// SPDX-License-Identifier: Apache-2.0
#include "cli/score/gold.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "cli/score/lines.h"
#include "extractor/read/reader.h"

namespace socai::cli {
namespace {

using nlohmann::json;

std::optional<Decimal> decimal(const json& value) {
  if (value.is_null()) return std::nullopt;
  const auto text = value.get<std::string>();
  const auto number = Decimal::parse(text);
  if (!number) throw std::runtime_error("'" + text + "' is no decimal");
  return number;
}

std::optional<std::string> words(const json& record, const char* name) {
  const auto found = record.find(name);
  if (found == record.end() || found->is_null()) return std::nullopt;
  return found->get<std::string>();
}

GoldClaim claim_of(const json& record) {
  GoldClaim claim;
  record.at("field").get_to(claim.field);
  record.at("start").get_to(claim.start);
  record.at("end").get_to(claim.end);
  record.at("quote").get_to(claim.quote);
  claim.value = decimal(record.at("value"));
  claim.min = decimal(record.at("min"));
  claim.max = decimal(record.at("max"));
  record.at("currency").get_to(claim.currency);
  record.at("relation").get_to(claim.relation);
  claim.per = words(record, "per");
  record.at("claimant").get_to(claim.claimant);
  if (claim.claimant.empty()) throw std::runtime_error("a claim without a claimant");
  record.at("attribution").get_to(claim.attribution);
  record.at("subject").get_to(claim.subject);
  record.at("metric").get_to(claim.metric);
  record.at("polarity").get_to(claim.polarity);
  record.at("modality").get_to(claim.modality);
  record.at("zone").get_to(claim.zone);
  claim.period = words(record, "period");
  return claim;
}

GoldStatement statement_of(const json& record) {
  return {record.at("field").get<std::string>(), record.at("start").get<std::size_t>(),
          record.at("end").get<std::size_t>(), record.at("claimant").get<std::vector<std::string>>()};
}

GoldArticle article_of(std::string_view line, bool need_claims, JsonlReader* reader) {
  GoldArticle gold;
  ReadResult read = reader->read_line(line);  // first: what it says of a line that is no JSON is meant for people
  if (!read.article) throw std::runtime_error(read.problem);
  const json record = json::parse(line);
  gold.article = std::move(*read.article);
  gold.has_claims = need_claims || record.contains("claims");
  if (gold.has_claims) {
    for (const json& claim : record.at("claims")) gold.claims.push_back(claim_of(claim));
  }
  gold.has_statements = record.contains("statements");
  if (gold.has_statements) {
    for (const json& statement : record.at("statements")) gold.statements.push_back(statement_of(statement));
  }
  return gold;
}

std::vector<GoldArticle> read_lines(std::string_view bytes, const std::string& file, bool need_claims) {
  std::vector<GoldArticle> articles;
  JsonlReader reader;
  for_each_line(bytes, file, "docs/annotation.md describes gold files",
                [&](std::string_view line) { articles.push_back(article_of(line, need_claims, &reader)); });
  return articles;
}

}  // namespace

std::vector<GoldArticle> read_gold(std::string_view bytes, const std::string& file) {
  return read_lines(bytes, file, true);
}

std::vector<GoldArticle> read_articles(std::string_view bytes, const std::string& file) {
  return read_lines(bytes, file, false);
}

}  // namespace socai::cli
