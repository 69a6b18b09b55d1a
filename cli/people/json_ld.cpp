// SPDX-License-Identifier: Apache-2.0
#include "cli/people/json_ld.h"

#include "extractor/claim/json_writer.h"
#include "extractor/claim/names.h"

namespace socai::cli {
namespace {

const char* type_of(EntityType type) {
  if (type == EntityType::organization || type == EntityType::medium) return "Organization";
  return type == EntityType::person ? "Person" : "Thing";
}

void write_some(JsonWriter* out, const char* key, const std::optional<std::string>& value) {
  if (value && !value->empty()) out->member(key, *value);
}

void write_thing(JsonWriter* out, const char* type, const Entity& entity) {
  out->begin_object();
  out->member("@type", type);
  out->member("name", entity.name);
  out->member("identifier", entity.id);
  out->end_object();
}

void write_amount(JsonWriter* out, const Amount& amount, const std::optional<Metric>& metric) {
  const auto digits = [](const std::optional<Decimal>& value) {
    return value ? std::optional(value->to_string()) : std::nullopt;
  };
  out->begin_object();
  out->member("@type", "MonetaryAmount");
  if (metric) out->member("name", metric->id);
  out->member("currency", amount.currency);
  write_some(out, "value", digits(amount.value));
  if (amount.min != amount.max) {
    write_some(out, "minValue", digits(amount.min));
    write_some(out, "maxValue", digits(amount.max));
  }
  out->end_object();
}

void write_property(JsonWriter* out, const char* name, std::string_view value) {
  out->begin_object();
  out->member("@type", "PropertyValue");
  out->member("name", name);
  out->member("value", value);
  out->end_object();
}

void write_properties(JsonWriter* out, const Claim& claim) {
  out->key("additionalProperty");
  out->begin_array();
  write_property(out, "polarity", to_string(claim.polarity));
  write_property(out, "modality", to_string(claim.modality));
  if (claim.amount) write_property(out, "relation", to_string(claim.amount->relation));
  if (claim.amount && claim.amount->per) write_property(out, "per", *claim.amount->per);
  for (const Caveat& caveat : claim.caveats) write_property(out, "caveat", caveat.quote);
  out->end_array();
}

void write_article(JsonWriter* out, const ArticleInfo& article) {
  out->begin_object();
  out->member("@type", "NewsArticle");
  out->member("identifier", article.id);
  write_some(out, "headline", article.title);
  write_some(out, "url", article.url);
  write_some(out, "datePublished", article.published);
  if (article.outlet) {
    out->key("publisher");
    out->begin_object();
    out->member("@type", "Organization");
    out->member("name", *article.outlet);
    out->end_object();
  }
  out->end_object();
}

}  // namespace

std::string json_ld_begin() { return "{\"@context\":\"https://schema.org\",\"@graph\":["; }

std::string json_ld_end() { return "\n]}\n"; }

std::string claim_json_ld(const RecordedClaim& row) {
  const Claim& claim = row.claim;
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.member("@type", "Claim");
  out.member("@id", "urn:socai:claim:" + row.id);
  out.member("identifier", row.id);
  out.member("inLanguage", "vi");
  out.member("text", claim.quote);
  if (claim.claimant.type != EntityType::narrator) {
    out.key("author");
    write_thing(&out, type_of(claim.claimant.type), claim.claimant.entity);
  }
  if (claim.subject) {
    out.key("about");
    write_thing(&out, "Thing", *claim.subject);
  }
  if (claim.amount) {
    out.key("mentions");
    write_amount(&out, *claim.amount, claim.metric);
  }
  write_properties(&out, claim);
  out.key("appearance");
  write_article(&out, row.article);
  out.end_object();
  return json;
}

}  // namespace socai::cli
