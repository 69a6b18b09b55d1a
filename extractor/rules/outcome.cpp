// SPDX-License-Identifier: Apache-2.0
#include "extractor/rules/outcome.h"

#include <algorithm>
#include <array>

#include "extractor/claim/entity_id.h"
#include "extractor/claim/names.h"
#include "extractor/rules/tables.h"

namespace socai::rules {
namespace {

const std::string kNull = "null";

std::string text_of(const std::optional<Decimal>& number) { return number ? number->to_string() : kNull; }
std::string text_of(const std::optional<std::string>& text) { return text.value_or(kNull); }
std::string text_of(std::string_view name) { return std::string(name); }

const std::string* find_key(const std::vector<Expectation>& expected, std::string_view key) {
  for (const auto& one : expected) {
    if (one.key == key) return &one.value;
  }
  return nullptr;
}

std::string amount_value(const Amount& amount, std::string_view key) {
  if (key == "value") return text_of(amount.value);
  if (key == "min") return text_of(amount.min);
  if (key == "max") return text_of(amount.max);
  if (key == "currency") return amount.currency;
  if (key == "relation") return text_of(to_string(amount.relation));
  return text_of(amount.per);
}

bool is_amount_key(std::string_view key) {
  constexpr std::array<std::string_view, 6> kKeys = {"value", "min", "max", "currency", "relation", "per"};
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

std::string period_value(const std::optional<Period>& period, std::string_view key) {
  if (!period) return kNull;
  if (key == "from") return text_of(period->from);
  if (key == "to") return text_of(period->to);
  return period->mention;
}

std::string caveats_of(const Claim& claim) {
  std::string quotes;
  for (const Caveat& caveat : claim.caveats) quotes += (quotes.empty() ? "" : " | ") + caveat.quote;
  return quotes.empty() ? kNull : quotes;
}

}  // namespace

Outcome::Outcome(const Rules& rules, std::vector<ExplainedClaim> claims) : rules_(rules), claims_(std::move(claims)) {
  for (const auto& explained : claims_) {
    if (explained.claim.kind == Kind::money) sums_.push_back(&explained.claim);
  }
}

std::string Outcome::value_of(const Claim& claim, const std::string& key) const {
  if (key == "claims") return std::to_string(sums_.size());
  if (key == "amount") return claim.quote;
  if (is_amount_key(key)) return amount_value(*claim.amount, key);
  if (key == "claimant") return claim.claimant.entity.name;
  if (key == "type") return text_of(to_string(claim.claimant.type));
  if (key == "attribution") return text_of(to_string(claim.claimant.attribution));
  if (key == "subject") return claim.subject ? claim.subject->name : kNull;
  if (key == "metric") return claim.metric ? claim.metric->id : kNull;
  if (key == "polarity") return text_of(to_string(claim.polarity));
  if (key == "modality") return text_of(to_string(claim.modality));
  if (key == "zone") return text_of(to_string(claim.zone));
  if (key == "caveat") return caveats_of(claim);
  return period_value(claim.period, key);
}

bool Outcome::matches(const Claim& claim, const Expectation& expected) const {
  const std::string got = value_of(claim, expected.key);
  if (got == expected.value) return true;
  if (got == kNull || expected.value == kNull) return false;
  if (expected.key == "caveat") return got.find(expected.value) != std::string::npos;
  if (expected.key != "claimant" && expected.key != "subject") return false;
  return rules_.resolve_id(got) == rules_.resolve_id(expected.value) ||
         id_contains(entity_id(got), entity_id(expected.value));
}

const Claim* Outcome::sum_for(const std::vector<Expectation>& expected) const {
  const std::string* quote = find_key(expected, "amount");
  for (const Claim* claim : sums_) {
    if (quote == nullptr || claim->quote == *quote) return claim;
  }
  return nullptr;
}

bool Outcome::holds(const std::vector<Expectation>& expected) const {
  const Claim* claim = sum_for(expected);
  return std::all_of(expected.begin(), expected.end(), [&](const Expectation& one) {
    if (one.key == "claims") return one.value == std::to_string(sums_.size());
    return claim != nullptr && matches(*claim, one);
  });
}

bool Outcome::is_visible(const std::string& rule) const {
  constexpr std::array<std::string_view, 8> kPrefixes = {"hedge.",  "vague.",    "currency.", "cue.",
                                                         "metric.", "modality.", "denial.",   "caveat."};
  if (rule == "currency.none") return false;
  return rule.starts_with("period.") || std::any_of(kPrefixes.begin(), kPrefixes.end(),
                                                    [&](std::string_view prefix) { return rule.starts_with(prefix); });
}

bool Outcome::fired(const std::string& rule) const {
  if (is_visible(rule)) {
    return std::any_of(claims_.begin(), claims_.end(), [&](const ExplainedClaim& one) {
      return std::any_of(one.steps.begin(), one.steps.end(), [&](const Step& step) { return step.rule == rule; });
    });
  }
  const auto any_sum = [&](auto holds) {
    return std::any_of(sums_.begin(), sums_.end(), [&](const Claim* claim) { return holds(*claim); });
  };
  for (const LineRule& line : rules_.tables().lines) {
    if (line.rule == rule) return any_sum([&](const Claim& claim) { return claim.zone == line.zone; });
  }
  if (rule.starts_with("unit.")) return any_sum([](const Claim& claim) { return claim.amount->per.has_value(); });
  if (rule.starts_with("entity.") || rule == "doing" || rule == "stop" || rule == "block") {
    return any_sum([](const Claim& claim) { return claim.claimant.type != EntityType::narrator; });
  }
  return !sums_.empty();
}

std::string Outcome::describe(const std::vector<Expectation>& expected) const {
  if (sums_.empty()) return "no amount";
  const Claim* claim = sum_for(expected);
  if (!expected.empty() && claim != nullptr) {
    std::vector<Expectation> got;
    got.reserve(expected.size());
    for (const auto& one : expected) got.push_back({one.key, value_of(*claim, one.key)});
    return to_text(got);
  }
  std::string all;
  for (const Claim* sum : sums_) {
    if (!all.empty()) all += " | ";
    all += "amount=" + sum->quote;
    for (const char* key : {"value", "relation", "currency", "claimant", "metric"})
      all += " ; " + (key + ('=' + value_of(*sum, key)));
  }
  return all;
}

}  // namespace socai::rules
