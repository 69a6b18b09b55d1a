// SPDX-License-Identifier: Apache-2.0
#include "cli/score/report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <vector>

#include "cli/people/numbers.h"
#include "cli/terminal/width.h"
#include "extractor/claim/json_writer.h"
#include "extractor/claim/names.h"

namespace socai::cli {
namespace {

// A figure is a count or a share.
struct Figure {
  std::string name;
  std::optional<std::size_t> count;
  double share = 0;
};

double share_of(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
}

std::vector<Figure> figures(const Score& score) {
  const double precision = share_of(score.found, score.said);
  const double recall = share_of(score.found, score.gold);
  const double found_f1 = 2 * precision * recall / std::max(precision + recall, 1e-9);
  const auto f1 = [&](const char* name) {
    const auto right = score.right.find(name);
    return share_of(right == score.right.end() ? 0 : 2 * right->second, score.said + score.gold);
  };
  std::vector<Figure> list = {{"articles", score.articles},     {"gold", score.gold},
                              {"claims", score.said},           {"precision", std::nullopt, precision},
                              {"recall", std::nullopt, recall}, {"found F1", std::nullopt, found_f1}};
  for (const char* name : kChecks) {
    const auto right = score.right.find(name);
    if (right != score.right.end()) list.push_back({name, std::nullopt, share_of(right->second, score.found)});
  }
  list.push_back({"sourced claimant", std::nullopt, share_of(score.sourced_right, score.sourced)});
  list.push_back({"amount F1", std::nullopt, f1(kAmountAndRelation)});
  list.push_back({"whole F1", std::nullopt, f1(kWhole)});
  list.push_back({"broken offsets", score.broken});
  if (score.statements_gold > 0) {
    list.push_back({"statements recall", std::nullopt, share_of(score.statements_right, score.statements_gold)});
    list.push_back({"statements precision", std::nullopt, share_of(score.statements_hit, score.statements_said)});
  }
  return list;
}

std::string digits(const Figure& figure, const char* format) {
  if (figure.count) return std::to_string(*figure.count);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), format, figure.share);
  return text.data();
}

std::string list_of(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : " / ") + name;
  return text;
}

std::string decimal_text(const std::optional<Decimal>& value) { return value ? value->to_string() : "-"; }

std::string gold_side(const Wrong& wrong) {
  const GoldClaim& gold = wrong.gold;
  if (wrong.field == "amount") return decimal_text(gold.value) + " " + gold.currency;
  if (wrong.field == "relation") {
    return gold.relation + " " + decimal_text(gold.min) + ".." + decimal_text(gold.max);
  }
  if (wrong.field == "claimant") return list_of(gold.claimant);
  if (wrong.field == "subject") return list_of(gold.subject);
  if (wrong.field == "metric family") return list_of(gold.metric);
  if (wrong.field == "attribution") return gold.attribution;
  if (wrong.field == "polarity") return gold.polarity;
  return wrong.field == "modality" ? gold.modality : gold.zone;
}

std::string said_side(const Wrong& wrong) {
  const Claim& said = wrong.said;
  const Amount amount = said.amount.value_or(Amount());
  if (wrong.field == "amount") return decimal_text(amount.value) + " " + amount.currency;
  if (wrong.field == "relation") {
    return std::string(to_string(amount.relation)) + " " + Numbers::interval(amount);
  }
  if (wrong.field == "claimant") return said.claimant.entity.name;
  if (wrong.field == "subject") return said.subject ? said.subject->name : "-";
  if (wrong.field == "metric family") return said.metric ? said.metric->id : "-";
  if (wrong.field == "attribution") return std::string(to_string(said.claimant.attribution));
  if (wrong.field == "polarity") return std::string(to_string(said.polarity));
  return std::string(wrong.field == "modality" ? to_string(said.modality) : to_string(said.zone));
}

}  // namespace

std::string score_text(const Score& score) {
  std::string text;
  for (const Figure& figure : figures(score)) text += pad_right(figure.name, 18) + " " + digits(figure, "%.3f") + "\n";
  return text;
}

std::string score_json(const Score& score) {
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  for (const Figure& figure : figures(score)) {
    out.key(figure.name);
    out.raw(digits(figure, "%.17g"));
  }
  out.end_object();
  return json;
}

std::string misses_text(const Score& score, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < std::min(count, score.missed.size()); ++i) {
    const auto& [article, claim] = score.missed[i];
    text += "MISSED  " + article + " " + one_line(claim.quote) + " | " + std::to_string(claim.start) + "\n";
  }
  for (std::size_t i = 0; i < std::min(count, score.extra.size()); ++i) {
    const auto& [article, claim] = score.extra[i];
    text += "EXTRA   " + article + " " + one_line(claim.quote) + " | " + std::to_string(claim.start) + "\n";
  }
  for (std::size_t i = 0; i < std::min(count, score.wrong.size()); ++i) {
    const Wrong& wrong = score.wrong[i];
    text += "WRONG   " + wrong.article + " " + wrong.field + " | " + one_line(wrong.gold.quote) + " | gold " +
            one_line(gold_side(wrong)) + " | said " + one_line(said_side(wrong)) + "\n";
  }
  return text;
}

}  // namespace socai::cli
