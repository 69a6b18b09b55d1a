// SPDX-License-Identifier: Apache-2.0
#include "extractor/claim/json_writer.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace socai {

void JsonWriter::separate() {
  if (need_comma_) out_->push_back(',');
  need_comma_ = true;
}

void JsonWriter::open(char bracket) {
  separate();
  out_->push_back(bracket);
  need_comma_ = false;
}

void JsonWriter::close(char bracket) {
  out_->push_back(bracket);
  need_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  char text[64];
  std::size_t size = 0;
  if (need_comma_) text[size++] = ',';
  text[size++] = '"';
  const std::size_t fits = std::min(name.size(), sizeof text - 4);
  std::memcpy(text + size, name.data(), fits);
  size += fits;
  if (fits < name.size()) {
    out_->append(text, size);
    out_->append(name.substr(fits));
    size = 0;
  }
  text[size++] = '"';
  text[size++] = ':';
  out_->append(text, size);
  need_comma_ = false;
}

// The first byte from `at` on that must be escaped, or the size. Eight bytes at a time: in each byte the highest bit of
// the three differences says that the byte is below 0x20, a quote, a backslash; a borrow can only report a byte behind
// one that is reported rightly.
std::size_t JsonWriter::next_escape(std::string_view value, std::size_t at) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u;
  for (; at + 8 <= value.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, value.data() + at, 8);
    const std::uint64_t quote = bytes ^ kOnes * '"';
    const std::uint64_t backslash = bytes ^ kOnes * '\\';
    const std::uint64_t low = (bytes - kOnes * 0x20) & ~bytes;
    const std::uint64_t found = (low | ((quote - kOnes) & ~quote) | ((backslash - kOnes) & ~backslash)) & kOnes * 0x80;
    if (found != 0) break;
  }
  const auto escaped = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; };
  while (at < value.size() && !escaped(value[at])) ++at;
  return at;
}

void JsonWriter::string(std::string_view value) {
  separate();
  out_->push_back('"');
  for (std::size_t at = 0;;) {
    const std::size_t end = next_escape(value, at);
    out_->append(value, at, end - at);
    if (end == value.size()) break;
    escape(value[end]);
    at = end + 1;
  }
  out_->push_back('"');
}

void JsonWriter::escape(char c) {
  static constexpr char kHex[] = "0123456789abcdef";
  switch (c) {
    case '"': out_->append("\\\""); break;
    case '\\': out_->append("\\\\"); break;
    case '\n': out_->append("\\n"); break;
    case '\r': out_->append("\\r"); break;
    case '\t': out_->append("\\t"); break;
    default:
      out_->append("\\u00");
      out_->push_back(kHex[static_cast<unsigned char>(c) >> 4]);
      out_->push_back(kHex[c & 15]);
  }
}

void JsonWriter::number(std::size_t value) {
  separate();
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out_->append(digits, static_cast<std::size_t>(end - digits));
}

void JsonWriter::boolean(bool value) { raw(value ? "true" : "false"); }

void JsonWriter::null() { raw("null"); }

void JsonWriter::raw(std::string_view json) {
  separate();
  out_->append(json);
}

void JsonWriter::member(std::string_view name, const std::optional<std::string>& value) {
  key(name);
  if (value) {
    string(*value);
  } else {
    null();
  }
}

}  // namespace socai
