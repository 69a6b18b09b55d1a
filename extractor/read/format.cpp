// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/format.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extractor/read/csv_reader.h"
#include "extractor/read/markup.h"

namespace socai {
namespace {

constexpr std::size_t kBinaryProbe = 4096;
constexpr std::size_t kMarkupProbe = 4096;
constexpr const char* kBlank = " \t\r\n\v\f";
constexpr auto kNone = std::string_view::npos;

using Ending = std::pair<std::string_view, InputFormat>;
constexpr std::array<Ending, 12> kEndings = {{{".txt", InputFormat::text},
                                              {".text", InputFormat::text},
                                              {".wet", InputFormat::text},
                                              {".jsonl", InputFormat::jsonl},
                                              {".ndjson", InputFormat::jsonl},
                                              {".csv", InputFormat::csv},
                                              {".tsv", InputFormat::tsv},
                                              {".tab", InputFormat::tsv},
                                              {".html", InputFormat::html},
                                              {".htm", InputFormat::html},
                                              {".rss", InputFormat::feed},
                                              {".atom", InputFormat::feed}}};

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
  return lowered;
}

bool starts_with_name(std::string_view bytes, std::string_view lower) {
  return bytes.size() >= lower.size() && same_name(bytes.substr(0, lower.size()), lower);
}

// Behind what may stand before the first element: declarations and comments.
std::string_view first_element(std::string_view bytes) {
  while (bytes.starts_with("<?") || bytes.starts_with("<!--")) {
    const std::string_view mark = bytes.starts_with("<?") ? "?>" : "-->";
    const auto end = bytes.find(mark);
    if (end == kNone) return {};
    bytes.remove_prefix(end + mark.size());
    bytes.remove_prefix(std::min(bytes.find_first_not_of(kBlank), bytes.size()));
  }
  return bytes;
}

// `bytes` begin with "<".
InputFormat detect_markup(std::string_view bytes) {
  const std::string_view element = first_element(bytes);
  for (const std::string_view name : {"<rss", "<feed", "<rdf:rdf"}) {
    if (starts_with_name(element, name)) return InputFormat::feed;
  }
  for (const std::string_view name : {"<!doctype html", "<html", "<head", "<body"}) {
    if (starts_with_name(element, name)) return InputFormat::html;
  }
  return InputFormat::text;
}

// `bytes` begin with "{".
InputFormat detect_object(std::string_view bytes, bool all) {
  const auto line_end = bytes.find('\n');
  auto line = bytes.substr(0, line_end);
  line = line.substr(0, line.find_last_not_of(kBlank) + 1);
  if (line.back() == '}') return InputFormat::jsonl;
  if (line_end == kNone && !all) return InputFormat::jsonl;  // the first line is longer than what was read
  const auto next = bytes.find_first_not_of(kBlank, 1);
  return next != kNone && bytes[next] == '"' ? InputFormat::json : InputFormat::text;
}

// `bytes` begin with "[".
bool is_array_of_objects(std::string_view bytes) {
  const auto next = bytes.find_first_not_of(kBlank, 1);
  if (next == kNone || bytes[next] != '{') return false;
  const auto name = bytes.find_first_not_of(kBlank, next + 1);
  return name != kNone && (bytes[name] == '"' || bytes[name] == '}');
}

}  // namespace

InputFormat format_of_name(std::string_view name) {
  const std::string lowered = lower(name);
  if (lowered.ends_with(".xhtml")) return InputFormat::html;
  const auto known =
      std::find_if(kEndings.begin(), kEndings.end(), [&](const auto& e) { return lowered.ends_with(e.first); });
  return known == kEndings.end() ? InputFormat::automatic : known->second;
}

InputFormat detect_format(std::string_view bytes, const FieldNames& names, bool all) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto first = bytes.find_first_not_of(kBlank);
  if (first == kNone) return InputFormat::text;
  bytes.remove_prefix(first);
  if (bytes[0] == '{') return detect_object(bytes, all);
  if (bytes[0] == '[' && is_array_of_objects(bytes)) return InputFormat::json;
  if (bytes[0] == '<') return detect_markup(bytes.substr(0, kMarkupProbe));
  const char separator = detect_separator(bytes, names);
  if (separator == '\0') return InputFormat::text;
  return separator == '\t' ? InputFormat::tsv : InputFormat::csv;
}

bool looks_binary(std::string_view bytes) { return bytes.substr(0, kBinaryProbe).find('\0') != kNone; }

}  // namespace socai
