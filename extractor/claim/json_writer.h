// SPDX-License-Identifier: Apache-2.0
// Writes JSON straight into a string: no tree, no allocation a value. Keys come out in the order they are written, so
// the same claim is always the same bytes. Strings must be valid UTF-8; only the quote, the backslash and control
// characters are escaped (RFC 8259).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace socai {

class JsonWriter {
 public:
  explicit JsonWriter(std::string* out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name);  // a plain ASCII name
  void string(std::string_view value);
  void number(std::size_t value);
  void boolean(bool value);
  void null();
  void raw(std::string_view json);  // already JSON

  void member(std::string_view name, std::string_view value) { key(name), string(value); }
  void member(std::string_view name, const char* value) { key(name), string(value); }
  void member(std::string_view name, const std::string& value) { key(name), string(value); }
  void member(std::string_view name, std::size_t value) { key(name), number(value); }
  void member(std::string_view name, const std::optional<std::string>& value);

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void escape(char c);
  static std::size_t next_escape(std::string_view value, std::size_t at);

  std::string* out_;
  bool need_comma_ = false;
};

}  // namespace socai
