// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/markup.h"
#include "extractor/read/reader.h"

namespace socai {
namespace {

constexpr std::string_view kBlank = " \t\r\n\v\f";
constexpr std::size_t kProbe = 4096;  // bytes within which a page or a feed must show itself

std::string_view without_blanks(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(kBlank);
  return first == std::string_view::npos ? std::string_view() : bytes.substr(first);
}

bool starts_with_name(std::string_view bytes, std::string_view lower) {
  return bytes.size() >= lower.size() && same_name(bytes.substr(0, lower.size()), lower);
}

// Behind what may stand before the first element: declarations and comments.
std::string_view first_element(std::string_view bytes) {
  bytes = without_blanks(bytes);
  while (bytes.starts_with("<?") || bytes.starts_with("<!--")) {
    const std::string_view mark = bytes.starts_with("<?") ? "?>" : "-->";
    const auto end = bytes.find(mark);
    if (end == std::string_view::npos) return {};
    bytes = without_blanks(bytes.substr(end + mark.size()));
  }
  return bytes;
}

InputFormat markup_format(std::string_view bytes) {
  const std::string_view element = first_element(bytes);
  for (const std::string_view name : {"<rss", "<feed", "<rdf:rdf"}) {
    if (starts_with_name(element, name)) return InputFormat::feed;
  }
  for (const std::string_view name : {"<!doctype html", "<html", "<head", "<body"}) {
    if (starts_with_name(element, name)) return InputFormat::html;
  }
  return InputFormat::text;
}

InputFormat line_format(std::string_view bytes) {
  std::string_view line = bytes.substr(0, bytes.find('\n'));
  line = line.substr(0, line.find_last_not_of(kBlank) + 1);
  return line.ends_with('}') ? InputFormat::jsonl : InputFormat::text;
}

}  // namespace

InputFormat detect_format(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bytes = without_blanks(bytes);
  if (bytes.starts_with('<')) return markup_format(bytes.substr(0, kProbe));
  return bytes.starts_with('{') ? line_format(bytes) : InputFormat::text;
}

}  // namespace socai
