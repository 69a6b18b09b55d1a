// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/pieces.h"

#include <algorithm>

namespace socai {
namespace {

constexpr auto kNone = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t count_lines(std::string_view bytes) {
  return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
}

}  // namespace

// Behind the value's last byte; kNone where the bytes end first.
std::size_t JsonPieces::value_end(std::string_view bytes, std::size_t start) const {
  std::size_t depth = 0;
  for (std::size_t at = start; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (c == '"') {
      for (++at; at < bytes.size() && bytes[at] != '"'; ++at) at += bytes[at] == '\\' ? 1 : 0;
      if (at >= bytes.size()) return kNone;
      if (depth == 0) return at + 1;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return std::max(at, start + 1);  // of the array around it; alone it is a value that is none
      if (--depth == 0) return at + 1;
    } else if (depth == 0 && (c == ',' || is_blank(c))) {
      return std::max(at, start + 1);
    }
  }
  return kNone;
}

Pieces JsonPieces::find(std::string_view bytes, bool at_end) {
  Pieces pieces;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const char c = bytes[at];
    if (is_blank(c) || (in_array_ && (c == ',' || c == ']'))) {
      line_ += c == '\n' ? 1 : 0;
      in_array_ = in_array_ && c != ']';
      ++at;
    } else if (!in_array_ && c == '[') {
      in_array_ = true;
      ++at;
    } else {
      auto end = value_end(bytes, at);
      if (end == kNone && !at_end) break;
      end = std::min(end, bytes.size());
      pieces.whole.push_back({at, end - at, line_});
      line_ += count_lines(bytes.substr(at, end - at));
      at = end;
    }
  }
  pieces.used = at;
  return pieces;
}

// Behind the record's line end; kNone where the bytes end first.
std::size_t CsvPieces::record_end(std::string_view bytes, std::size_t start) const {
  bool field_start = true;
  for (std::size_t at = start; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (c == '"' && field_start) {
      do {
        at = bytes.find('"', at + 1);
        if (at == kNone) return kNone;
        ++at;
      } while (at < bytes.size() && bytes[at] == '"');
      --at;
      field_start = false;
    } else if (c == '\n') {
      return at + 1;
    } else {
      field_start = c == separator_;
    }
  }
  return kNone;
}

Pieces CsvPieces::find(std::string_view bytes, bool at_end) {
  Pieces pieces;
  std::size_t at = 0;
  while (at < bytes.size()) {
    auto end = record_end(bytes, at);
    if (end == kNone || end - at > kLongest) {
      if (!at_end && end == kNone && bytes.size() - at <= kLongest) break;
      end = bytes.find('\n', at);
      if (end == kNone && !at_end) break;
      end = end == kNone ? bytes.size() : end + 1;
    }
    pieces.whole.push_back({at, end - at, line_});
    line_ += count_lines(bytes.substr(at, end - at));
    at = end;
  }
  pieces.used = at;
  return pieces;
}

}  // namespace socai
