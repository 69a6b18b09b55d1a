// SPDX-License-Identifier: Apache-2.0
// From bytes to articles. Pure: the caller opens files. No bytes make a reader throw.
//
// Text: the whole input is one article's text, byte for byte, so that offsets count in the file itself.
// JSON: one article an object, in the input form of docs/claim-schema.md; names that crawlers write are taken too.
// Web pages are read by extractor/read/html.h, RSS and Atom by extractor/read/feed.h.
// Bytes that are not UTF-8 are decoded before anything else sees them (encoding.h), and offsets then count in the
// decoded text; what is no character in any encoding is replaced by U+FFFD, and counted.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "extractor/claim/article.h"
#include "extractor/read/encoding.h"
#include "extractor/read/fields.h"

namespace socai {

struct ReadResult {
  std::optional<Article> article;
  std::string problem;             // why there is no article; empty if there is one
  std::size_t replaced_bytes = 0;  // bytes that are no character of the encoding
  std::string encoding = "utf-8";
  double confidence = 1;  // in the encoding: encoding.h
};

// The article as it is taken: with an id, if it has none; or why it is not: neither its text nor its title says
// anything.
ReadResult checked(Article article);

// Puts down how the article's bytes were decoded.
void note_encoding(const Decoded& decoded, ReadResult* result);

// No article where the text is empty or only white space. `encoding` is what is declared; empty: nothing is. With
// `title_line` the first line that is not blank is the title, and the text begins behind it.
ReadResult read_text(std::string_view bytes, std::string_view encoding = {}, bool title_line = false);

// Articles as JSON objects. Reuses its parser from one to the next: one object a thread.
class JsonlReader {
 public:
  explicit JsonlReader(FieldNames names = {});
  ~JsonlReader();
  JsonlReader(JsonlReader&&) noexcept;

  // One line without its newline, or one element of a JSON array. A blank one gives neither an article nor a problem.
  ReadResult read_line(std::string_view line, std::string_view encoding = {});

 private:
  struct Parser;
  FieldNames names_;
  std::unique_ptr<Parser> parser_;
};

// The article's id where the input gives none: the first 16 hex digits of the SHA-256 of its text.
std::string article_id_of_text(std::string_view text);

}  // namespace socai
