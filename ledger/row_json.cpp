// SPDX-License-Identifier: Apache-2.0
#include "ledger/row_json.h"

#include "extractor/claim/claim_json.h"
#include "extractor/claim/json_writer.h"

namespace socai {
namespace {

std::size_t number(std::int64_t value) { return static_cast<std::size_t>(value); }

void write_retired(JsonWriter* out, const RecordedClaim& row) {
  out->key("retired");
  if (!row.retired) return out->null();
  out->begin_object();
  out->member("version", number(*row.retired));
  out->member("reason", row.retired_reason);
  out->end_object();
}

void write_source(JsonWriter* out, const ArticleInfo& article) {
  out->key("source");
  out->begin_object();
  out->member("url", article.url);
  out->member("outlet", article.outlet);
  out->member("published", article.published);
  out->member("title", article.title);
  out->member("revision", number(article.revision));
  out->end_object();
}

}  // namespace

std::string row_to_json(const RecordedClaim& row) {
  std::string more;
  JsonWriter writer(&more);
  writer.begin_object();
  writer.member("id", row.id);
  writer.key("recorded");
  writer.begin_object();
  writer.member("version", number(row.recorded));
  writer.member("time", row.recorded_at);
  writer.end_object();
  write_retired(&writer, row);
  write_source(&writer, row.article);
  writer.end_object();
  auto json = claim_to_json(row.claim);
  json.back() = ',';  // the record goes on with the ledger's keys
  return json.append(more, 1, std::string::npos);
}

std::string version_to_json(const Version& version) {
  std::string json;
  JsonWriter writer(&json);
  writer.begin_object();
  writer.member("schema", "socai.version/1");
  writer.member("version", number(version.number));
  writer.member("time", version.time);
  writer.member("author", version.author);
  writer.member("message", version.message);
  writer.member("rules", version.rules);
  writer.member("entries", number(version.entries));
  writer.member("root", version.root);
  writer.member("articles", number(version.articles));
  writer.member("claims", number(version.claims));
  writer.member("retired", number(version.retired));
  writer.end_object();
  return json;
}

}  // namespace socai
