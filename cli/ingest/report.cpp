// SPDX-License-Identifier: Apache-2.0
#include "cli/ingest/report.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "extractor/claim/error.h"
#include "extractor/claim/json_writer.h"
#include "extractor/text/utf8.h"

namespace socai::cli {
namespace {

constexpr std::array kTakenNames = {"new", "updated", "unchanged"};

std::string decimal(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3f", value);
  return text.data();
}

// Names of files are bytes; JSON holds UTF-8.
std::string in_utf8(const std::string& bytes) {
  std::size_t ignored = 0;
  return is_valid_utf8(bytes) ? bytes : replace_invalid_utf8(bytes, &ignored);
}

void write_place(const InputPlace& place, JsonWriter* json) {
  json->member("file", in_utf8(place.file));
  json->member("member", place.member.empty() ? std::optional<std::string>() : in_utf8(place.member));
  json->key("line");
  if (place.line == 0) {
    json->null();
  } else {
    json->number(place.line);
  }
}

void write_result(const IngestResult& result, JsonWriter* json) {
  json->member("new", result.articles_new);
  json->member("updated", result.articles_updated);
  json->member("unchanged", result.articles_unchanged);
  json->member("claims_recorded", result.claims_recorded);
  json->member("claims_retired", result.claims_retired);
  json->member("claims_kept", result.claims_kept);
}

}  // namespace

IngestReport::IngestReport(std::string path, Output* out)
    : path_(std::move(path)), out_(out), is_document_(path_.ends_with(".json")) {
  if (path_.empty()) return;
  if (path_ != "-") {
    part_ = path_ + ".part";
    file_.open(part_, std::ios::binary | std::ios::trunc);
    if (!file_) throw Error(ExitCode::io, path_, std::strerror(errno));
  }
  if (is_document_) put(R"({"schema":"socai.ingest/1","items":[)");
}

IngestReport::~IngestReport() {
  if (part_.empty()) return;
  file_.close();
  std::remove(part_.c_str());
}

void IngestReport::put(const std::string& bytes) {
  if (path_ == "-") {
    out_->write(bytes);
  } else {
    file_ << bytes;
  }
}

void IngestReport::write(const std::string& item) {
  if (path_.empty()) return;
  if (is_document_) {
    put((first_ ? "\n" : ",\n") + item);
  } else {
    put(item + "\n");
  }
  first_ = false;
}

void IngestReport::add(const Origin& origin, const std::string& article, Taken taken, std::size_t claims,
                       const std::optional<Duplicate>& duplicate) {
  ++counts_.taken;
  if (duplicate) ++(duplicate->exact ? counts_.exact_duplicates : counts_.near_duplicates);
  if (path_.empty()) return;
  std::string item;
  JsonWriter json(&item);
  json.begin_object();
  json.member("status", kTakenNames.at(static_cast<std::size_t>(taken)));
  write_place(origin.place, &json);
  json.member("article", article);
  json.member("claims", claims);
  json.member("encoding", origin.encoding);
  json.key("confidence");
  json.raw(decimal(origin.confidence));
  json.member("replaced_bytes", origin.replaced_bytes);
  json.key("duplicate");
  if (duplicate) {
    json.begin_object();
    json.member("of", duplicate->of);
    json.member("kind", duplicate->exact ? "exact" : "near");
    json.member("differing_bits", std::size_t{duplicate->differing_bits});
    json.end_object();
  } else {
    json.null();
  }
  json.end_object();
  write(item);
}

void IngestReport::add(const Refusal& refusal) {
  ++counts_.refused;
  if (path_.empty()) return;
  std::string item;
  JsonWriter json(&item);
  json.begin_object();
  json.member("status", "refused");
  write_place(refusal.place, &json);
  json.member("reason", in_utf8(refusal.why));
  json.end_object();
  write(item);
}

void IngestReport::add_version(const IngestResult& result) {
  if (path_.empty()) return;
  std::string item;
  JsonWriter json(&item);
  json.begin_object();
  json.member("status", "sealed");
  json.member("version", static_cast<std::size_t>(result.version.value_or(0)));
  json.member("root", result.root);
  write_result(result, &json);
  json.end_object();
  write(item);
}

void IngestReport::finish(const IngestResult& sum, const IngestSeconds& seconds, bool interrupted) {
  if (path_.empty()) return;
  std::string item;
  JsonWriter json(&item);
  json.begin_object();
  if (!is_document_) json.member("schema", "socai.ingest/1");
  json.member("status", "summary");
  json.key("interrupted");
  json.boolean(interrupted);
  write_result(sum, &json);
  json.member("refused", counts_.refused);
  json.member("exact_duplicates", counts_.exact_duplicates);
  json.member("near_duplicates", counts_.near_duplicates);
  json.key("seconds");
  json.begin_object();
  const std::pair<const char*, double> stages[] = {{"reading", seconds.reading},       {"parsing", seconds.parsing},
                                                   {"extracting", seconds.extracting}, {"recording", seconds.recording},
                                                   {"sealing", seconds.sealing},       {"all", seconds.all}};
  for (const auto& [name, value] : stages) {
    json.key(name);
    json.raw(decimal(value));
  }
  json.end_object();
  json.end_object();
  put(is_document_ ? "\n],\"summary\":" + item + "}\n" : item + "\n");
  if (part_.empty()) return;
  file_.close();
  if (!file_ || std::rename(part_.c_str(), path_.c_str()) != 0) throw Error(ExitCode::io, path_, std::strerror(errno));
  part_.clear();
}

}  // namespace socai::cli
