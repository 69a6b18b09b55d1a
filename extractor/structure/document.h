// SPDX-License-Identifier: Apache-2.0
// An article prepared for the rules: normalized text, tokens, and the parts they form.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/claim/article.h"
#include "extractor/claim/claim.h"
#include "extractor/text/normalize.h"
#include "extractor/text/token.h"

namespace socai {

struct Sentence {
  TokenRange tokens;
  std::uint32_t paragraph = 0;
  Zone zone = Zone::body;
};

struct Paragraph {
  TokenRange tokens;
  TokenRange sentences;  // positions in Document::sentences
  Zone zone = Zone::body;
};

// A quotation: the tokens between the marks. `closed` is false where the paragraph ends before the closing mark.
struct Quotation {
  TokenRange tokens;
  bool closed = true;

  std::uint32_t first() const { return tokens.begin - 1; }                     // the opening mark
  std::uint32_t last() const { return closed ? tokens.end + 1 : tokens.end; }  // behind the closing mark
};

// Offsets of a span in the field of the article as it was given.
struct GivenSpan {
  Field field = Field::text;
  std::size_t start = 0;
  std::size_t end = 0;
};

struct Document {
  const Article* article = nullptr;  // must outlive the document
  std::string text;                  // the title, if any, then the text; NFC, zero-width characters dropped
  std::size_t title_end = 0;         // 0: no title
  std::size_t text_begin = 0;
  OffsetMap title_map;
  OffsetMap text_map;
  std::vector<Token> tokens;
  std::vector<Paragraph> paragraphs;
  std::vector<Sentence> sentences;
  std::vector<Quotation> quotations;       // by their first token; never nested
  std::vector<std::uint32_t> sentence_of;  // token -> sentence

  std::string_view words(TokenRange range) const {
    if (range.empty()) return {};
    const auto begin = tokens[range.begin].begin;
    return std::string_view(text).substr(begin, tokens[range.end - 1].end - begin);
  }
  std::string_view words(std::uint32_t token) const { return words(TokenRange{token, token + 1}); }
  bool in_title(TokenRange range) const { return !range.empty() && tokens[range.begin].begin < title_end; }

  // How many of the tokens [from, to) are no marks.
  int words_between(std::uint32_t from, std::uint32_t to) const;

  // The quotation around the token, or nullptr.
  const Quotation* quotation_at(std::uint32_t token) const;
  // Those that begin in the words, or before them and end no sooner than where they begin.
  std::span<const Quotation> quotations_beside(TokenRange words) const;

  // Where the words stand in the article as given, and the bytes that stand there.
  GivenSpan given(TokenRange range) const;
  std::string_view given_text(const GivenSpan& span) const;
};

}  // namespace socai
