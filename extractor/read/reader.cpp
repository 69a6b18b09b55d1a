// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/reader.h"

#include <simdjson.h>

#include <array>

#include "extractor/claim/sha256.h"
#include "extractor/read/encoding.h"

namespace socai {
namespace {

constexpr std::size_t kBinaryProbe = 4096;
constexpr const char* kBlank = " \t\r\n\v\f";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string_view without_bom(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

// The names that one field goes by in crawlers' output, the project's own first.
struct FieldNames {
  std::optional<std::string> Article::*field;
  std::array<const char*, 5> names;
};
constexpr std::array kFields = {
    FieldNames{&Article::url, {"url", "link", "canonical_url"}},
    FieldNames{&Article::outlet, {"outlet", "source_domain", "source", "site"}},
    FieldNames{&Article::published, {"published", "date_publish", "publish_date", "published_at", "date"}},
    FieldNames{&Article::title, {"title", "headline"}},
};
constexpr std::array kTextNames = {"text", "maintext", "content", "body"};

// The first of the names that the object gives as a string.
template <typename Names>
std::optional<std::string> first_string(simdjson::dom::object object, const Names& names) {
  for (const char* name : names) {
    if (name == nullptr) break;
    std::string_view value;
    if (object[name].get(value) == simdjson::SUCCESS) return std::string(value);
  }
  return std::nullopt;
}

// An id is a string; a number is taken as it is written.
std::optional<std::string> id_of(simdjson::dom::object object) {
  simdjson::dom::element id;
  if (object["id"].get(id) != simdjson::SUCCESS || id.is_null()) return std::nullopt;
  std::string_view text;
  if (id.get(text) == simdjson::SUCCESS) return text.empty() ? std::nullopt : std::optional(std::string(text));
  std::int64_t number = 0;
  if (id.get(number) == simdjson::SUCCESS) return std::to_string(number);
  return std::nullopt;
}

ReadResult refused(std::string problem) {
  ReadResult result;
  result.problem = std::move(problem);
  return result;
}

void note_encoding(const Decoded& decoded, ReadResult* result) {
  result->replaced_bytes = decoded.replaced_bytes;
  result->encoding = decoded.encoding;
  result->confidence = decoded.confidence;
}

ReadResult article_of(simdjson::dom::object object) {
  Article article;
  auto text = first_string(object, kTextNames);
  for (const auto& [field, names] : kFields) article.*field = first_string(object, names);
  if (!text && !article.title) return refused("the object has no \"text\"");
  article.text = text.value_or("");
  if (trimmed(article.text).empty() && trimmed(article.title.value_or("")).empty()) return refused("the text is empty");
  auto id = id_of(object);
  article.id = id ? std::move(*id) : article_id_of_text(article.text);
  ReadResult result;
  result.article = std::move(article);
  return result;
}

}  // namespace

struct JsonlReader::Parser {
  simdjson::dom::parser parser;
  std::string padded;
};

JsonlReader::JsonlReader() : parser_(std::make_unique<Parser>()) {}
JsonlReader::~JsonlReader() = default;
JsonlReader::JsonlReader(JsonlReader&&) noexcept = default;

ReadResult JsonlReader::read_line(std::string_view line, std::string_view encoding) {
  line = trimmed(without_bom(line));
  if (line.empty()) return {};
  Decoded decoded = decode(line, encoding);
  auto& padded = parser_->padded;
  if (decoded.unchanged) {
    padded.assign(line);
  } else {
    padded = std::move(decoded.text);
  }
  const std::size_t size = padded.size();
  padded.append(simdjson::SIMDJSON_PADDING, ' ');
  simdjson::dom::object object;
  const auto error = parser_->parser.parse(padded.data(), size, false).get(object);
  if (error == simdjson::INCORRECT_TYPE) return refused("the line is JSON, but no object");
  if (error != simdjson::SUCCESS) return refused(std::string("the line is no JSON: ") + simdjson::error_message(error));
  auto result = article_of(object);
  note_encoding(decoded, &result);
  return result;
}

ReadResult read_text(std::string_view bytes, std::string_view encoding) {
  if (trimmed(without_bom(bytes)).empty()) return refused("the text is empty");
  ReadResult result;
  Decoded decoded = decode(bytes, encoding);
  note_encoding(decoded, &result);
  Article article;
  if (decoded.unchanged) {
    article.text.assign(bytes);
  } else {
    article.text = std::move(decoded.text);
    if (trimmed(article.text).empty()) return refused("the text is empty");
  }
  article.id = article_id_of_text(article.text);
  result.article = std::move(article);
  return result;
}

bool looks_binary(std::string_view bytes) { return bytes.substr(0, kBinaryProbe).find('\0') != std::string_view::npos; }

std::string article_id_of_text(std::string_view text) { return to_hex(sha256(text)).substr(0, 16); }

}  // namespace socai
