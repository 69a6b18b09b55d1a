// SPDX-License-Identifier: Apache-2.0
// Entries to JSON and back.
#include <simdjson.h>

#include <new>
#include <stdexcept>

#include "extractor/claim/claim_json.h"
#include "extractor/claim/json_writer.h"
#include "ledger/entry.h"
#include "ledger/merkle.h"

namespace socai {
namespace {

constexpr std::string_view kBound = "sha256:";

std::string bound(const Digest& digest) { return std::string(kBound) + to_hex(digest); }

// ---- writing

void write_span(JsonWriter* out, std::size_t start, std::size_t end) {
  out->begin_object();
  out->member("start", start);
  out->member("end", end);
  out->end_object();
}

void write(JsonWriter* out, const VersionEntry& entry) {
  out->member("entry", "version/1");
  out->member("version", static_cast<std::size_t>(entry.number));
  out->member("time", entry.info.time);
  out->member("author", entry.info.author);
  out->member("message", entry.info.message);
  out->member("rules", entry.info.rules);
}

void write(JsonWriter* out, const ArticleEntry& entry) {
  out->member("entry", "article/1");
  out->member("article", entry.article);
  out->member("revision", static_cast<std::size_t>(entry.revision));
  out->member("url", entry.url);
  out->member("outlet", entry.outlet);
  out->member("published", entry.published);
  out->member("title", entry.title ? std::optional(bound(*entry.title)) : std::nullopt);
  out->member("text", bound(entry.text));
}

void write(JsonWriter* out, const ClaimEntry& entry) {
  out->member("entry", "claim/1");
  out->member("id", entry.id);
  out->key("record");
  out->raw(claim_to_json(entry.record));
}

void write(JsonWriter* out, const PositionEntry& entry) {
  out->member("entry", "position/1");
  out->member("claim", entry.claim);
  out->member("start", entry.place.start);
  out->member("end", entry.place.end);
  out->key("sentence");
  write_span(out, entry.place.sentence_start, entry.place.sentence_end);
  out->key("caveats");
  out->begin_array();
  for (const auto& [start, end] : entry.place.caveats) write_span(out, start, end);
  out->end_array();
}

void write(JsonWriter* out, const RetirementEntry& entry) {
  out->member("entry", "retirement/1");
  out->member("claim", entry.claim);
  out->member("reason", entry.reason);
  out->member("note", entry.note);
}

void write(JsonWriter* out, const AliasEntry& entry) {
  out->member("entry", "alias/1");
  out->member("a", entry.a);
  out->member("b", entry.b);
  out->key("joined");
  out->boolean(entry.joined);
}

void write(JsonWriter* out, const DecisionEntry& entry) {
  out->member("entry", "decision/1");
  out->member("finding", entry.finding);
  out->member("judgement", entry.judgement);
  out->member("reason", entry.reason);
}

void write(JsonWriter* out, const RedactionEntry& entry) {
  out->member("entry", "redaction/1");
  out->member("article", entry.article);
  out->key("texts");
  out->begin_array();
  for (const auto& digest : entry.texts) out->string(bound(digest));
  out->end_array();
  out->member("reason", entry.reason);
}

// ---- reading

using Element = simdjson::dom::element;

std::string text_of(Element object, const char* key) { return std::string(object[key].get_string().value()); }

std::optional<std::string> optional_text(Element object, const char* key) {
  Element value = object[key];
  if (value.is_null()) return std::nullopt;
  return std::string(value.get_string().value());
}

std::size_t size_of(Element object, const char* key) {
  return static_cast<std::size_t>(object[key].get_uint64().value());
}

Digest digest_of(std::string_view text) {
  if (text.substr(0, kBound.size()) == kBound) {
    if (const auto digest = hash_from_hex(text.substr(kBound.size()))) return *digest;
  }
  throw std::invalid_argument("entry: no hash where one must stand");
}

VersionEntry version_of(Element root) {
  return {static_cast<VersionNumber>(size_of(root, "version")),
          {text_of(root, "time"), text_of(root, "author"), text_of(root, "message"), text_of(root, "rules")}};
}

ArticleEntry article_of(Element root) {
  ArticleEntry entry;
  entry.article = text_of(root, "article");
  entry.revision = static_cast<std::int64_t>(size_of(root, "revision"));
  entry.url = optional_text(root, "url");
  entry.outlet = optional_text(root, "outlet");
  entry.published = optional_text(root, "published");
  if (const auto title = optional_text(root, "title")) entry.title = digest_of(*title);
  entry.text = digest_of(text_of(root, "text"));
  return entry;
}

// The record goes to claim_from_json() as its bytes stand.
ClaimEntry claim_of(std::string_view body, Element root) {
  ClaimEntry entry;
  entry.id = text_of(root, "id");
  const auto front = R"({"entry":"claim/1","id":")" + entry.id + R"(","record":)";
  if (body.substr(0, front.size()) != front) throw std::invalid_argument("entry: not in canonical form");
  try {
    entry.record = claim_from_json(body.substr(front.size(), body.size() - front.size() - 1));
  } catch (const std::invalid_argument& error) {
    // The reader of claims does not tell a want of memory from a wrong record but by these words.
    if (std::string_view(error.what()).find(simdjson::error_message(simdjson::MEMALLOC)) == std::string_view::npos)
      throw;
    throw std::bad_alloc();
  }
  return entry;
}

PositionEntry position_of(Element root) {
  PositionEntry entry;
  entry.claim = text_of(root, "claim");
  entry.place.start = size_of(root, "start");
  entry.place.end = size_of(root, "end");
  entry.place.sentence_start = size_of(root["sentence"], "start");
  entry.place.sentence_end = size_of(root["sentence"], "end");
  for (Element caveat : root["caveats"].get_array()) {
    entry.place.caveats.emplace_back(size_of(caveat, "start"), size_of(caveat, "end"));
  }
  return entry;
}

RedactionEntry redaction_of(Element root) {
  RedactionEntry entry{text_of(root, "article"), {}, text_of(root, "reason")};
  for (Element text : root["texts"].get_array()) entry.texts.push_back(digest_of(text.get_string().value()));
  return entry;
}

Entry read(std::string_view body, Element root) {
  const auto form = text_of(root, "entry");
  if (form == "claim/1") return claim_of(body, root);
  if (form == "article/1") return article_of(root);
  if (form == "version/1") return version_of(root);
  if (form == "position/1") return position_of(root);
  if (form == "retirement/1") {
    return RetirementEntry{text_of(root, "claim"), text_of(root, "reason"), text_of(root, "note")};
  }
  if (form == "alias/1") return AliasEntry{text_of(root, "a"), text_of(root, "b"), root["joined"].get_bool().value()};
  if (form == "decision/1") {
    return DecisionEntry{text_of(root, "finding"), text_of(root, "judgement"), text_of(root, "reason")};
  }
  if (form == "redaction/1") return redaction_of(root);
  throw std::invalid_argument("entry: unknown form " + form);
}

}  // namespace

std::string_view kind_of(const Entry& entry) {
  static constexpr const char* kKinds[] = {"version",    "article", "claim",    "position",
                                           "retirement", "alias",   "decision", "redaction"};
  return kKinds[entry.index()];
}

std::string entry_to_json(const Entry& entry) {
  std::string json;
  JsonWriter writer(&json);
  writer.begin_object();
  std::visit([&](const auto& one) { write(&writer, one); }, entry);
  writer.end_object();
  return json;
}

Entry entry_from_json(std::string_view body) {
  try {
    thread_local simdjson::dom::parser parser;
    return read(body, parser.parse(body.data(), body.size()));
  } catch (const simdjson::simdjson_error& error) {
    if (error.error() == simdjson::MEMALLOC) throw std::bad_alloc();  // that says nothing of the entry
    throw std::invalid_argument(std::string("entry: ") + error.what());
  }
}

}  // namespace socai
