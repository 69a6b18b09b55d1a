// SPDX-License-Identifier: Apache-2.0
// One article as a reader took it out of its input.
#pragma once

#include <optional>
#include <string>

namespace socai {

// Offsets of claims count in `title` and `text` as they stand here. Both are valid UTF-8: a reader replaces what is
// not.
struct Article {
  std::string id;  // as given on input, else the first 16 hex digits of the SHA-256 of the text
  std::optional<std::string> url;
  std::optional<std::string> outlet;
  std::optional<std::string> published;  // as given, ISO 8601 in the input form
  std::optional<std::string> title;
  std::string text;

  bool operator==(const Article&) const = default;
};

}  // namespace socai
