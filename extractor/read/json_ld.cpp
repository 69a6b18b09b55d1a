// SPDX-License-Identifier: Apache-2.0
// JSON-LD as newspapers write it: one object, an array of them, or an @graph; line breaks within strings and commas
// before a bracket, which are no JSON, among them.
#include <simdjson.h>

#include <string_view>

#include "extractor/read/page_metadata.h"
#include "extractor/read/references.h"

namespace socai {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDeepest = 8;

// From the first bracket on, control characters made spaces, commas that end a list left out.
std::string repaired(std::string_view json) {
  std::string out;
  const auto begin = json.find_first_of("{[");
  if (begin == std::string_view::npos) return out;
  bool in_string = false;
  for (std::size_t at = begin; at < json.size(); ++at) {
    const char c = static_cast<unsigned char>(json[at]) < 0x20 ? ' ' : json[at];
    if (in_string && c == '\\' && at + 1 < json.size()) {
      out.push_back(c);
      out.push_back(static_cast<unsigned char>(json[at + 1]) < 0x20 ? 'n' : json[at + 1]);
      ++at;
      continue;
    }
    if (c == '"') in_string = !in_string;
    if (!in_string && (c == '}' || c == ']')) {
      const auto last = out.find_last_not_of(' ');
      if (last != std::string::npos && out[last] == ',') out.erase(last);
    }
    out.push_back(c);
  }
  return out.substr(0, out.find_last_of("}]") + 1);
}

std::optional<std::string_view> text_of(object from, const char* key) {
  std::string_view text;
  if (from[key].get(text) == simdjson::SUCCESS && !text.empty()) return text;
  return std::nullopt;
}

bool is_article_type(std::string_view type) { return type.ends_with("Article") || type.ends_with("BlogPosting"); }

bool is_article(object from) {
  element type;
  if (from["@type"].get(type) != simdjson::SUCCESS) return false;
  std::string_view name;
  if (type.get(name) == simdjson::SUCCESS) return is_article_type(name);
  simdjson::dom::array names;
  if (type.get(names) != simdjson::SUCCESS) return false;
  for (const element one : names) {
    if (one.get(name) == simdjson::SUCCESS && is_article_type(name)) return true;
  }
  return false;
}

// Some systems encode references within JSON, and some twice.
std::string clean(std::string_view text) {
  std::string once;
  append_decoded(text, &once);
  std::string twice;
  append_decoded(once, &twice);
  std::string folded;
  append_folded(twice, &folded);
  return folded;
}

void take_article(object article, PageMetadata* metadata) {
  metadata->says_article = true;
  if (const auto title = text_of(article, "headline")) put_value(clean(*title), &metadata->titles);
  if (const auto name = text_of(article, "name")) put_value(clean(*name), &metadata->titles);
  if (const auto words = text_of(article, "description")) put_value(clean(*words), &metadata->descriptions);
  if (const auto time = text_of(article, "datePublished")) put_value(std::string(*time), &metadata->times);
  if (const auto body = text_of(article, "articleBody")) metadata->article_body = *body;
  if (const auto url = text_of(article, "url")) put_value(std::string(*url), &metadata->urls);
  element page;
  if (article["mainEntityOfPage"].get(page) != simdjson::SUCCESS) return;
  std::string_view url;
  object inside;
  if (page.get(url) == simdjson::SUCCESS) put_value(std::string(url), &metadata->urls);
  if (page.get(inside) == simdjson::SUCCESS) {
    if (const auto id = text_of(inside, "@id")) put_value(std::string(*id), &metadata->urls);
  }
}

void take(element from, int depth, PageMetadata* metadata) {
  if (depth > kDeepest) return;
  simdjson::dom::array list;
  if (from.get(list) == simdjson::SUCCESS) {
    for (const element one : list) take(one, depth + 1, metadata);
    return;
  }
  object inside;
  if (from.get(inside) != simdjson::SUCCESS) return;
  if (is_article(inside)) return take_article(inside, metadata);
  element more;
  for (const char* key : {"@graph", "mainEntity"}) {
    if (inside[key].get(more) == simdjson::SUCCESS) take(more, depth + 1, metadata);
  }
}

}  // namespace

void read_json_ld(std::string_view json, PageMetadata* metadata) {
  const std::string text = repaired(json);
  simdjson::dom::parser parser;
  element root;
  if (!text.empty() && parser.parse(text).get(root) == simdjson::SUCCESS) take(root, 0, metadata);
}

}  // namespace socai
