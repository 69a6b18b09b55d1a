// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/reader.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "extractor/claim/sha256.h"

namespace socai {
namespace {

constexpr const char* kBlank = " \t\r\n\v\f";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string_view without_bom(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

// What the object gives as a string under a name. "article.body" is also looked for in an object within.
bool get_string(simdjson::dom::object object, const std::string& name, std::string_view* value) {
  if (object[name].get(*value) == simdjson::SUCCESS) return true;
  if (name.find('.') == std::string::npos) return false;
  std::string pointer = "/" + name;
  std::replace(pointer.begin(), pointer.end(), '.', '/');
  return object.at_pointer(pointer).get(*value) == simdjson::SUCCESS;
}

// The first of a field's names that the object gives as a string.
std::optional<std::string> first_string(simdjson::dom::object object, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::string_view value;
    if (get_string(object, name, &value)) return std::string(value);
  }
  return std::nullopt;
}

// An id is a string; a number is taken as it is written.
std::string id_of(simdjson::dom::object object, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::string_view text;
    std::int64_t number = 0;
    if (get_string(object, name, &text) && !text.empty()) return std::string(text);
    if (object[name].get(number) == simdjson::SUCCESS) return std::to_string(number);
  }
  return {};
}

ReadResult refused(std::string problem) {
  ReadResult result;
  result.problem = std::move(problem);
  return result;
}

ReadResult article_of(simdjson::dom::object object, const FieldNames& names) {
  const auto string_of = [&](ArticleField field) { return first_string(object, names.of(field)); };
  Article article;
  auto text = string_of(ArticleField::text);
  article.url = string_of(ArticleField::url);
  article.outlet = string_of(ArticleField::outlet);
  article.published = string_of(ArticleField::published);
  article.title = string_of(ArticleField::title);
  if (!text && !article.title) return refused("the object has no \"text\"");
  article.text = text.value_or("");
  article.id = id_of(object, names.of(ArticleField::id));
  return checked(std::move(article));
}

// Cuts the first line that is not blank off the text: the title.
void take_title_line(Article* article) {
  const std::string_view text = without_bom(article->text);
  const auto start = text.find_first_not_of(kBlank);
  if (start == std::string_view::npos) return;
  const auto end = std::min(text.find('\n', start), text.size());
  article->title = trimmed(text.substr(start, end - start));
  article->text = std::string(text.substr(std::min(end + 1, text.size())));
}

}  // namespace

struct JsonlReader::Parser {
  simdjson::dom::parser parser;
  std::string padded;
};

ReadResult checked(Article article) {
  if (trimmed(article.text).empty() && trimmed(article.title.value_or("")).empty()) return refused("the text is empty");
  if (article.id.empty()) article.id = article_id_of_text(article.text);
  ReadResult result;
  result.article = std::move(article);
  return result;
}

void note_encoding(const Decoded& decoded, ReadResult* result) {
  result->replaced_bytes = decoded.replaced_bytes;
  result->encoding = decoded.encoding;
  result->confidence = decoded.confidence;
}

JsonlReader::JsonlReader(FieldNames names) : names_(std::move(names)), parser_(std::make_unique<Parser>()) {}
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
  auto result = article_of(object, names_);
  note_encoding(decoded, &result);
  return result;
}

ReadResult read_text(std::string_view bytes, std::string_view encoding, bool title_line) {
  Decoded decoded = decode(bytes, encoding);
  Article article;
  if (decoded.unchanged) {
    article.text.assign(bytes);
  } else {
    article.text = std::move(decoded.text);
  }
  if (trimmed(without_bom(article.text)).empty()) return refused("the text is empty");
  if (title_line) take_title_line(&article);
  ReadResult result = checked(std::move(article));
  note_encoding(decoded, &result);
  return result;
}

std::string article_id_of_text(std::string_view text) { return to_hex(sha256(text)).substr(0, 16); }

}  // namespace socai
