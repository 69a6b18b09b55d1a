// SPDX-License-Identifier: Apache-2.0
#include "ledger/audit/finding_json.h"

#include "extractor/claim/json_writer.h"
#include "ledger/row_json.h"

namespace socai {
namespace {

void write_keys(JsonWriter* out, const Keys& keys) {
  out->key("keys");
  out->begin_object();
  out->member("subject", to_string(keys.subject));
  out->member("metric", to_string(keys.metric));
  out->member("period", to_string(keys.period));
  out->member("unit", to_string(keys.unit));
  out->member("currency", to_string(keys.currency));
  out->member("scope", to_string(keys.scope));
  out->member("modality", to_string(keys.modality));
  out->end_object();
}

void write_distance(JsonWriter* out, const std::optional<Distance>& distance) {
  out->key("distance");
  if (!distance) return out->null();
  out->begin_object();
  out->member("absolute", distance->absolute.to_string());
  out->member("ratio", distance->ratio ? std::optional(distance->ratio->to_string()) : std::nullopt);
  out->end_object();
}

void write_reasons(JsonWriter* out, const std::vector<Reason>& reasons) {
  out->key("reasons");
  out->begin_array();
  for (const auto& reason : reasons) {
    out->begin_object();
    out->member("code", reason.code);
    for (const auto& [name, value] : reason.values) out->member(name, value);
    out->end_object();
  }
  out->end_array();
}

}  // namespace

std::string finding_to_json(const Finding& finding) {
  std::string json;
  JsonWriter writer(&json);
  writer.begin_object();
  writer.member("schema", kFindingSchema);
  writer.member("id", finding.id);
  writer.member("verdict", to_string(finding.verdict));
  writer.key("a");
  writer.raw(row_to_json(*finding.a));
  writer.key("b");
  writer.raw(row_to_json(*finding.b));
  write_keys(&writer, finding.keys);
  write_distance(&writer, finding.distance);
  writer.member("severity", to_string(finding.severity));
  writer.key("lineages");
  writer.begin_object();
  writer.member("a", finding.lineages_a);
  writer.member("b", finding.lineages_b);
  writer.end_object();
  writer.member("rule", finding.rule);
  writer.member("decision", finding.decision);
  write_reasons(&writer, finding.reasons);
  writer.end_object();
  return json;
}

}  // namespace socai
