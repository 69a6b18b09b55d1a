// SPDX-License-Identifier: Apache-2.0
// From bytes to articles. Pure: the caller opens files. No bytes make a reader throw.
//
// Text: the whole input is one article's text, byte for byte, so that offsets count in the file itself.
// JSONL: one article a line, in the input form of docs/claim-schema.md; names that crawlers write are taken too.
// Web pages are read by extractor/read/html.h, RSS and Atom by extractor/read/feed.h.
// Bytes that are not UTF-8 are decoded before anything else sees them (encoding.h), and offsets then count in the decoded
// text; what is no character in any encoding is replaced by U+FFFD, and counted.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "extractor/claim/article.h"

namespace socai {

enum class InputFormat { automatic, text, jsonl, html, feed };

// By the start of the bytes: html or feed by the first tag ("<!doctype html", "<html"; "<rss", "<feed", "<rdf:RDF"),
// behind an XML declaration and comments; jsonl if the first line that is not blank is a JSON object by its first and
// last character; else text.
InputFormat detect_format(std::string_view bytes);

// Whether the bytes cannot be text: a NUL among the first 4096 bytes.
bool looks_binary(std::string_view bytes);

struct ReadResult {
  std::optional<Article> article;
  std::string problem;             // why there is no article; empty if there is one
  std::size_t replaced_bytes = 0;  // bytes that are no character of the encoding
  std::string encoding = "utf-8";
  double confidence = 1;  // in the encoding: encoding.h
};

// No article where the text is empty or only white space. `encoding` is what is declared; empty: nothing is.
ReadResult read_text(std::string_view bytes, std::string_view encoding = {});

// Reuses its parser from line to line: one object a thread.
class JsonlReader {
 public:
  JsonlReader();
  ~JsonlReader();
  JsonlReader(JsonlReader&&) noexcept;

  // One line without its newline. A blank line gives neither an article nor a problem.
  ReadResult read_line(std::string_view line, std::string_view encoding = {});

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

// The article's id where the input gives none: the first 16 hex digits of the SHA-256 of its text.
std::string article_id_of_text(std::string_view text);

}  // namespace socai
