// SPDX-License-Identifier: Apache-2.0
#include "extractor/claim/json_writer.h"

#include <charconv>

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
  separate();
  out_->push_back('"');
  out_->append(name);
  out_->append("\":");
  need_comma_ = false;
}

void JsonWriter::string(std::string_view value) {
  static constexpr char kHex[] = "0123456789abcdef";
  separate();
  out_->push_back('"');
  std::size_t plain = 0;  // start of the run that needs no escape
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto c = static_cast<unsigned char>(value[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out_->append(value, plain, i - plain);
    plain = i + 1;
    switch (c) {
      case '"': out_->append("\\\""); break;
      case '\\': out_->append("\\\\"); break;
      case '\n': out_->append("\\n"); break;
      case '\r': out_->append("\\r"); break;
      case '\t': out_->append("\\t"); break;
      default:
        out_->append("\\u00");
        out_->push_back(kHex[c >> 4]);
        out_->push_back(kHex[c & 15]);
    }
  }
  out_->append(value, plain, value.size() - plain);
  out_->push_back('"');
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
