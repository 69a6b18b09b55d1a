// SPDX-License-Identifier: Apache-2.0
// The claim: one money mention, or one attributed passage, of one article, with who says it and what it is about.
// The ledger, the audit and the program share these types; docs/claim-schema.md is their JSON form.
//
//   Article --read--> Document --mention--> amounts, entities, cues --attribute--> Claim --record--> ledger entry
//
// Offsets are UTF-8 byte offsets into the field named by `field`, as that field was given: for every claim
// field.substr(start, end - start) == quote.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extractor/claim/decimal.h"

namespace socai {

enum class Kind { money, statement };
enum class Field { title, text };
enum class Relation { exact, approx, nearly, at_least, more_than, at_most, less_than, up_to, range, vague };
enum class Attribution { direct, indirect, narrator };
enum class Polarity { affirmed, denied };
enum class Modality { stated, estimate, possible, forecast, plan, hypothetical };
enum class Zone { headline, lede, body, related, caption, boilerplate };
enum class EntityType { organization, person, document, medium, unnamed, product, place, narrator, other };

// An amount as stated. Numbers are in whole currency units. `value` is null for a range and a vague amount; `min` and
// `max` are the bounds that the text commits to, null where it sets none.
struct Amount {
  std::optional<Decimal> value;
  std::optional<Decimal> min;
  std::optional<Decimal> max;
  std::string currency;  // ISO 4217
  Relation relation = Relation::exact;
  std::optional<std::string> per;  // "kg", "tháng", "USD": what the amount is per
  bool implied_currency = false;   // a scale without a currency: VND by the custom of Vietnamese news

  bool operator==(const Amount&) const = default;
};

// Who or what a claim names: the name resolved within the article, its id (see entity_id.h) and the words that stood.
struct Entity {
  std::string name;
  std::string id;
  std::string mention;

  bool operator==(const Entity&) const = default;
};

struct Claimant {
  Entity entity;
  EntityType type = EntityType::narrator;
  Attribution attribution = Attribution::narrator;
  std::string cue;               // the word of saying or reckoning; empty: none
  std::vector<std::string> via;  // outer sources, outermost first

  bool operator==(const Claimant&) const = default;
};

struct Metric {
  std::string id;  // a path in the metric tree: "cost.training"
  std::string mention;

  bool operator==(const Metric&) const = default;
};

// The time an amount is for. Dates are ISO 8601 days, both inclusive; null where the text does not fix them.
struct Period {
  std::string mention;
  std::optional<std::string> from;
  std::optional<std::string> to;

  bool operator==(const Period&) const = default;
};

// A passage that narrows or conditions the claim ("chưa bao gồm VAT"), in the same field as the claim.
struct Caveat {
  std::size_t start = 0;
  std::size_t end = 0;
  std::string quote;

  bool operator==(const Caveat&) const = default;
};

struct Claim {
  Kind kind = Kind::money;
  std::string article;
  Field field = Field::text;
  std::size_t start = 0;
  std::size_t end = 0;
  std::string quote;
  std::size_t sentence_start = 0;
  std::size_t sentence_end = 0;
  std::optional<Amount> amount;  // money only
  Claimant claimant;
  std::optional<Entity> subject;
  std::optional<Metric> metric;  // money only
  Polarity polarity = Polarity::affirmed;
  Modality modality = Modality::stated;
  Zone zone = Zone::body;
  std::optional<Period> period;
  std::vector<Caveat> caveats;
  int confidence_percent = 0;  // 97 is written as 0.97

  bool operator==(const Claim&) const = default;
};

// The name and id of the article's own voice.
inline constexpr const char* kNarratorName = "NARRATOR";
inline constexpr const char* kNarratorId = "narrator";

}  // namespace socai
