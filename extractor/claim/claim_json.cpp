// SPDX-License-Identifier: Apache-2.0
#include "extractor/claim/claim_json.h"

#include <simdjson.h>

#include <cmath>

#include "extractor/claim/names.h"

namespace socai {
namespace {

void write_decimal(JsonWriter* out, std::string_view name, const std::optional<Decimal>& value) {
  out->key(name);
  if (value) {
    out->string(value->to_string());
  } else {
    out->null();
  }
}

void write_amount(JsonWriter* out, const std::optional<Amount>& amount) {
  out->key("amount");
  if (!amount) return out->null();
  out->begin_object();
  write_decimal(out, "value", amount->value);
  write_decimal(out, "min", amount->min);
  write_decimal(out, "max", amount->max);
  out->member("currency", amount->currency);
  out->member("relation", to_string(amount->relation));
  out->member("per", amount->per);
  out->key("implied_currency");
  out->boolean(amount->implied_currency);
  out->end_object();
}

void write_claimant(JsonWriter* out, const Claimant& claimant) {
  out->key("claimant");
  out->begin_object();
  out->member("name", claimant.entity.name);
  out->member("id", claimant.entity.id);
  out->member("type", to_string(claimant.type));
  out->member("mention", claimant.entity.mention);
  out->member("attribution", to_string(claimant.attribution));
  out->member("cue", claimant.cue);
  out->key("via");
  out->begin_array();
  for (const auto& outer : claimant.via) out->string(outer);
  out->end_array();
  out->end_object();
}

void write_subject(JsonWriter* out, const std::optional<Entity>& subject) {
  out->key("subject");
  if (!subject) return out->null();
  out->begin_object();
  out->member("name", subject->name);
  out->member("id", subject->id);
  out->member("mention", subject->mention);
  out->end_object();
}

void write_metric(JsonWriter* out, const std::optional<Metric>& metric) {
  out->key("metric");
  if (!metric) return out->null();
  out->begin_object();
  out->member("id", metric->id);
  out->member("mention", metric->mention);
  out->end_object();
}

void write_period(JsonWriter* out, const std::optional<Period>& period) {
  out->key("period");
  if (!period) return out->null();
  out->begin_object();
  out->member("mention", period->mention);
  out->member("from", period->from);
  out->member("to", period->to);
  out->end_object();
}

void write_caveats(JsonWriter* out, const std::vector<Caveat>& caveats) {
  out->key("caveats");
  out->begin_array();
  for (const auto& caveat : caveats) {
    out->begin_object();
    out->member("start", caveat.start);
    out->member("end", caveat.end);
    out->member("quote", caveat.quote);
    out->end_object();
  }
  out->end_array();
}

// 97 -> "0.97", 100 -> "1.0": a JSON number made of digits alone, the same on every machine.
std::string confidence_text(int percent) {
  if (percent >= 100) return "1.0";
  std::string text = "0.";
  text.push_back(static_cast<char>('0' + percent / 10));
  if (percent % 10 != 0) text.push_back(static_cast<char>('0' + percent % 10));
  return text;
}

// ---- reading

using Element = simdjson::dom::element;

std::string text_of(Element object, const char* key) { return std::string(object[key].get_string().value()); }

std::optional<std::string> optional_text(Element object, const char* key) {
  Element value = object[key];
  if (value.is_null()) return std::nullopt;
  return std::string(value.get_string().value());
}

template <typename Enum>
Enum enum_of(Element object, const char* key) {
  const auto value = parse<Enum>(object[key].get_string().value());
  if (!value) throw std::invalid_argument(std::string("claim: unknown value of \"") + key + "\"");
  return *value;
}

std::size_t offset_of(Element object, const char* key) {
  return static_cast<std::size_t>(object[key].get_uint64().value());
}

std::optional<Decimal> decimal_of(Element object, const char* key) {
  const auto text = optional_text(object, key);
  if (!text) return std::nullopt;
  const auto value = Decimal::parse(*text);
  if (!value) throw std::invalid_argument(std::string("claim: \"") + key + "\" is no decimal");
  return value;
}

Entity entity_of(Element object) {
  return {text_of(object, "name"), text_of(object, "id"), text_of(object, "mention")};
}

Amount amount_of(Element object) {
  Amount amount;
  amount.value = decimal_of(object, "value");
  amount.min = decimal_of(object, "min");
  amount.max = decimal_of(object, "max");
  amount.currency = text_of(object, "currency");
  amount.relation = enum_of<Relation>(object, "relation");
  amount.per = optional_text(object, "per");
  amount.implied_currency = object["implied_currency"].get_bool().value();
  return amount;
}

Claimant claimant_of(Element object) {
  Claimant claimant;
  claimant.entity = entity_of(object);
  claimant.type = enum_of<EntityType>(object, "type");
  claimant.attribution = enum_of<Attribution>(object, "attribution");
  claimant.cue = text_of(object, "cue");
  for (Element outer : object["via"].get_array()) claimant.via.emplace_back(outer.get_string().value());
  return claimant;
}

Claim read_claim(Element root) {
  if (text_of(root, "schema") != kClaimSchema) throw std::invalid_argument("claim: another schema");
  Claim claim;
  claim.kind = enum_of<Kind>(root, "kind");
  claim.article = text_of(root, "article");
  claim.field = enum_of<Field>(root, "field");
  claim.start = offset_of(root, "start");
  claim.end = offset_of(root, "end");
  claim.quote = text_of(root, "quote");
  claim.sentence_start = offset_of(root["sentence"], "start");
  claim.sentence_end = offset_of(root["sentence"], "end");
  if (Element amount = root["amount"]; !amount.is_null()) claim.amount = amount_of(amount);
  claim.claimant = claimant_of(root["claimant"]);
  if (Element subject = root["subject"]; !subject.is_null()) claim.subject = entity_of(subject);
  if (Element metric = root["metric"]; !metric.is_null()) {
    claim.metric = Metric{text_of(metric, "id"), text_of(metric, "mention")};
  }
  claim.polarity = enum_of<Polarity>(root, "polarity");
  claim.modality = enum_of<Modality>(root, "modality");
  claim.zone = enum_of<Zone>(root, "zone");
  if (Element period = root["period"]; !period.is_null()) {
    claim.period = Period{text_of(period, "mention"), optional_text(period, "from"), optional_text(period, "to")};
  }
  for (Element caveat : root["caveats"].get_array()) {
    claim.caveats.push_back({offset_of(caveat, "start"), offset_of(caveat, "end"), text_of(caveat, "quote")});
  }
  claim.confidence_percent = static_cast<int>(std::lround(root["confidence"].get_double().value() * 100));
  return claim;
}

}  // namespace

void write_claim(JsonWriter* out, const Claim& claim) {
  out->begin_object();
  out->member("schema", kClaimSchema);
  out->member("kind", to_string(claim.kind));
  out->member("article", claim.article);
  out->member("field", to_string(claim.field));
  out->member("start", claim.start);
  out->member("end", claim.end);
  out->member("quote", claim.quote);
  out->key("sentence");
  out->begin_object();
  out->member("start", claim.sentence_start);
  out->member("end", claim.sentence_end);
  out->end_object();
  write_amount(out, claim.amount);
  write_claimant(out, claim.claimant);
  write_subject(out, claim.subject);
  write_metric(out, claim.metric);
  out->member("polarity", to_string(claim.polarity));
  out->member("modality", to_string(claim.modality));
  out->member("zone", to_string(claim.zone));
  write_period(out, claim.period);
  write_caveats(out, claim.caveats);
  out->key("confidence");
  out->raw(confidence_text(claim.confidence_percent));
  out->end_object();
}

std::string claim_to_json(const Claim& claim) {
  std::string json;
  JsonWriter writer(&json);
  write_claim(&writer, claim);
  return json;
}

Claim claim_from_json(std::string_view json) {
  try {
    simdjson::dom::parser parser;
    return read_claim(parser.parse(json.data(), json.size()));
  } catch (const simdjson::simdjson_error& error) {
    throw std::invalid_argument(std::string("claim: ") + error.what());
  }
}

}  // namespace socai
