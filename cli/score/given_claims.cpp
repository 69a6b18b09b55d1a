// SPDX-License-Identifier: Apache-2.0
#include "cli/score/given_claims.h"

#include <algorithm>
#include <string_view>

#include "extractor/claim/entity_id.h"
#include "extractor/claim/names.h"

namespace socai::cli {
namespace {

template <typename Enum>
Enum value_of(const std::string& name, Enum otherwise) {
  return parse<Enum>(name).value_or(otherwise);
}

const Claim* extracted_at(const GoldClaim& gold, const std::vector<Claim>& extracted) {
  const Claim* best = nullptr;
  std::size_t longest = 0;
  for (const Claim& claim : extracted) {
    if (claim.kind != Kind::money || to_string(claim.field) != gold.field) continue;
    const auto start = std::max(claim.start, gold.start);
    const auto end = std::min(claim.end, gold.end);
    if (end <= start || end - start <= longest) continue;
    best = &claim;
    longest = end - start;
  }
  return best;
}

Entity entity_of(const std::string& name) { return {name, entity_id(name), name}; }

// The line around a place.
void put_sentence(std::string_view field, Claim* claim) {
  const auto before = field.rfind('\n', claim->start);
  const auto after = field.find('\n', claim->end);
  claim->sentence_start = before == std::string_view::npos ? 0 : before + 1;
  claim->sentence_end = after == std::string_view::npos ? field.size() : after;
}

Claimant claimant_of(const GoldClaim& gold, const Claim* found) {
  Claimant claimant;
  claimant.attribution = value_of(gold.attribution, Attribution::narrator);
  claimant.entity = entity_of(gold.claimant.front());
  if (gold.claimant.front() == kNarratorName) return claimant;
  claimant.type = EntityType::other;
  if (found != nullptr && found->claimant.type != EntityType::narrator) claimant.type = found->claimant.type;
  return claimant;
}

Claim claim_of(const GoldClaim& gold, const GoldArticle& article, const Claim* found) {
  Claim claim;
  if (found != nullptr) claim = *found;
  claim.article = article.article.id;
  claim.field = value_of(gold.field, Field::text);
  claim.start = gold.start;
  claim.end = gold.end;
  claim.quote = gold.quote;
  if (found == nullptr) {
    const std::string none;
    put_sentence(claim.field == Field::text ? article.article.text : article.article.title.value_or(none), &claim);
  }
  claim.amount = Amount{gold.value,
                        gold.min,
                        gold.max,
                        gold.currency,
                        value_of(gold.relation, Relation::exact),
                        gold.per,
                        found != nullptr && found->amount && found->amount->implied_currency};
  claim.claimant = claimant_of(gold, found);
  claim.subject.reset();
  if (!gold.subject.empty()) claim.subject = entity_of(gold.subject.front());
  claim.metric.reset();
  if (!gold.metric.empty() && gold.metric.front() != "other") claim.metric = Metric{gold.metric.front(), ""};
  claim.polarity = value_of(gold.polarity, Polarity::affirmed);
  claim.modality = value_of(gold.modality, Modality::stated);
  claim.zone = value_of(gold.zone, Zone::body);
  const bool same_period = found != nullptr && found->period && gold.period && found->period->mention == *gold.period;
  if (!same_period) {
    claim.period.reset();
    if (gold.period) claim.period = Period{*gold.period, std::nullopt, std::nullopt};
  }
  return claim;
}

}  // namespace

std::vector<Claim> given_claims(const GoldArticle& gold, const std::vector<Claim>& extracted) {
  std::vector<Claim> claims;
  claims.reserve(gold.claims.size());
  for (const GoldClaim& claim : gold.claims) claims.push_back(claim_of(claim, gold, extracted_at(claim, extracted)));
  return claims;
}

}  // namespace socai::cli
