// SPDX-License-Identifier: Apache-2.0
// Proof files to JSON and back.
#include <simdjson.h>

#include <stdexcept>

#include "extractor/claim/json_writer.h"
#include "ledger/proof/proof.h"

namespace socai {
namespace {

using Element = simdjson::dom::element;

constexpr const char* kClaimProof = "socai.proof/1";
constexpr const char* kGrowthProof = "socai.growth-proof/1";

void write_path(JsonWriter* out, const std::vector<Hash>& path) {
  out->key("path");
  out->begin_array();
  for (const auto& hash : path) out->string(to_hex(hash));
  out->end_array();
}

std::string text_of(Element object, const char* key) { return std::string(object[key].get_string().value()); }

std::vector<Hash> path_of(Element object) {
  std::vector<Hash> path;
  for (Element item : object["path"].get_array()) {
    const auto hash = hash_from_hex(item.get_string().value());
    if (!hash) throw std::invalid_argument("proof: a hash is not 64 hex digits");
    path.push_back(*hash);
  }
  return path;
}

// Reads with `read`, in the terms of this header.
template <typename Read>
auto parsed(std::string_view json, Read read) {
  try {
    simdjson::dom::parser parser;
    Element root = parser.parse(json.data(), json.size());
    return read(root);
  } catch (const simdjson::simdjson_error& error) {
    throw std::invalid_argument(std::string("proof: ") + error.what());
  }
}

void expect_schema(Element root, std::string_view schema) {
  if (text_of(root, "schema") != schema) throw std::invalid_argument("proof: schema " + text_of(root, "schema"));
}

}  // namespace

std::string proof_to_json(const ClaimProof& proof) {
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.member("schema", kClaimProof);
  out.member("checkpoint", proof.checkpoint);
  out.key("entries");
  out.begin_array();
  for (const auto& entry : proof.entries) {
    out.begin_object();
    out.member("index", static_cast<std::size_t>(entry.index));
    out.member("body", entry.body);
    write_path(&out, entry.path);
    out.end_object();
  }
  out.end_array();
  out.key("passages");
  out.begin_array();
  for (const auto& passage : proof.passages) out.string(passage);
  out.end_array();
  out.end_object();
  return json;
}

std::string proof_to_json(const GrowthProof& proof) {
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.member("schema", kGrowthProof);
  out.member("from", proof.from);
  out.member("to", proof.to);
  write_path(&out, proof.path);
  out.end_object();
  return json;
}

ClaimProof claim_proof_from_json(std::string_view json) {
  return parsed(json, [](Element root) {
    expect_schema(root, kClaimProof);
    ClaimProof proof;
    proof.checkpoint = text_of(root, "checkpoint");
    for (Element item : root["entries"].get_array()) {
      proof.entries.push_back({item["index"].get_uint64().value(), text_of(item, "body"), path_of(item)});
    }
    for (Element item : root["passages"].get_array()) proof.passages.emplace_back(item.get_string().value());
    return proof;
  });
}

GrowthProof growth_proof_from_json(std::string_view json) {
  return parsed(json, [](Element root) {
    expect_schema(root, kGrowthProof);
    return GrowthProof{text_of(root, "from"), text_of(root, "to"), path_of(root)};
  });
}

bool is_growth_proof(std::string_view json) {
  return parsed(json, [](Element root) { return text_of(root, "schema") == kGrowthProof; });
}

}  // namespace socai
