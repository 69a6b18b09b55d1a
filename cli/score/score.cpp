// SPDX-License-Identifier: Apache-2.0
#include "cli/score/score.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <tuple>

#include "cli/score/names.h"
#include "extractor/claim/names.h"

namespace socai::cli {
namespace {

constexpr std::size_t kFirstStatements = 5;  // gold marks the first five statements of an article

std::string_view family(std::string_view metric) { return metric.substr(0, metric.find('.')); }

template <typename A, typename B>
bool overlap(const A& a, std::string_view a_field, const B& b, std::string_view b_field) {
  return a_field == b_field && a.start < b.end && b.start < a.end;
}

std::map<std::string, bool> check(const GoldClaim& gold, const Claim& said) {
  const Amount amount = said.amount.value_or(Amount());
  const std::string metric = said.metric ? said.metric->id : "other";
  const bool bounds = gold.min == amount.min && gold.max == amount.max;
  std::map<std::string, bool> got;
  got["amount"] = gold.currency == amount.currency && (gold.value ? gold.value == amount.value : bounds);
  got["relation"] = bounds || (said.amount && gold.relation == to_string(amount.relation));
  got["claimant"] = same_name(said.claimant.entity.name, gold.claimant);
  got["attribution"] = gold.attribution == to_string(said.claimant.attribution);
  got["subject"] = same_name(said.subject ? said.subject->name : "", gold.subject);
  got["metric"] = std::find(gold.metric.begin(), gold.metric.end(), metric) != gold.metric.end();
  got["metric family"] = std::any_of(gold.metric.begin(), gold.metric.end(),
                                     [&](const std::string& id) { return family(id) == family(metric); });
  got["polarity"] = gold.polarity == to_string(said.polarity);
  got["modality"] = gold.modality == to_string(said.modality);
  got["zone"] = gold.zone == to_string(said.zone);
  got[kAmountAndRelation] = got["amount"] && got["relation"];
  got[kWhole] =
      got["amount"] && got["relation"] && got["claimant"] && got["subject"] && got["metric family"] && got["polarity"];
  return got;
}

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

// For each gold claim the claim that it is paired with, or kNone.
std::vector<std::size_t> pair_up(const std::vector<GoldClaim>& gold, const std::vector<Claim>& said) {
  std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> overlaps;  // (room below the largest, gold, said)
  for (std::size_t i = 0; i < gold.size(); ++i) {
    for (std::size_t j = 0; j < said.size(); ++j) {
      if (!overlap(gold[i], gold[i].field, said[j], to_string(said[j].field))) continue;
      const std::size_t length = std::min(gold[i].end, said[j].end) - std::max(gold[i].start, said[j].start);
      overlaps.emplace_back(kNone - length, i, j);
    }
  }
  std::sort(overlaps.begin(), overlaps.end());
  std::vector<std::size_t> match(gold.size(), kNone);
  std::vector<bool> taken(said.size(), false);
  for (const auto& [room, i, j] : overlaps) {
    if (match[i] != kNone || taken[j]) continue;
    match[i] = j;
    taken[j] = true;
  }
  return match;
}

bool is_broken(const Claim& claim, const Article& article) {
  const std::string none;
  const std::string& field = claim.field == Field::text ? article.text : article.title ? *article.title : none;
  return claim.start > claim.end || claim.end > field.size() ||
         std::string_view(field).substr(claim.start, claim.end - claim.start) != claim.quote;
}

}  // namespace

void Score::add(const GoldArticle& article, const std::vector<Claim>& claims) {
  ++articles;
  std::vector<Claim> money;
  for (const Claim& claim : claims) {
    broken += is_broken(claim, article.article) ? 1 : 0;
    if (claim.kind == Kind::money) money.push_back(claim);
  }
  add_money(article, money);
  add_statements(article, claims);
}

void Score::add_money(const GoldArticle& article, const std::vector<Claim>& money) {
  const std::string& id = article.article.id;
  const std::vector<std::size_t> match = pair_up(article.claims, money);
  gold += article.claims.size();
  said += money.size();
  std::vector<bool> used(money.size(), false);
  for (std::size_t i = 0; i < match.size(); ++i) {
    if (match[i] == kNone) {
      missed.emplace_back(id, article.claims[i]);
    } else {
      used[match[i]] = true;
      add_pair(id, article.claims[i], money[match[i]]);
    }
  }
  for (std::size_t j = 0; j < money.size(); ++j) {
    if (!used[j]) extra.emplace_back(id, money[j]);
  }
}

void Score::add_pair(const std::string& article, const GoldClaim& claim, const Claim& said_claim) {
  ++found;
  const std::map<std::string, bool> got = check(claim, said_claim);
  if (claim.claimant.front() != kNarratorName) {
    ++sourced;
    sourced_right += got.at("claimant") ? 1 : 0;
  }
  for (const auto& [name, ok] : got) right[name] += ok ? 1 : 0;
  for (const char* name : kChecks) {
    if (!got.at(name) && std::string_view(name) != "metric") wrong.push_back({article, name, claim, said_claim});
  }
}

void Score::add_statements(const GoldArticle& article, const std::vector<Claim>& claims) {
  const auto& gold_statements = article.statements;
  const auto hits = [](const Claim& claim, const GoldStatement& statement) {
    return overlap(claim, to_string(claim.field), statement, statement.field);
  };
  for (const GoldStatement& statement : gold_statements) {
    ++statements_gold;
    statements_right += std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      return hits(claim, statement) && same_name(claim.claimant.entity.name, statement.claimant);
    });
  }
  if (!article.has_statements) return;
  const std::size_t reach = gold_statements.size() >= kFirstStatements ? gold_statements.back().end : kNone;
  for (const Claim& claim : claims) {
    if (claim.kind != Kind::statement || claim.field != Field::text || claim.start >= reach) continue;
    ++statements_said;
    statements_hit += std::any_of(gold_statements.begin(), gold_statements.end(),
                                  [&](const GoldStatement& statement) { return hits(claim, statement); });
  }
}

}  // namespace socai::cli
