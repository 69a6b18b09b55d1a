// SPDX-License-Identifier: Apache-2.0
// Pairs of quotation marks. Speech may run over paragraphs: it goes on while the next quotation mark is a closing one.
// A quotation that nothing closes runs to the end of its paragraph: newspapers open each paragraph of a long speech
// anew and close only the last.
#include <algorithm>
#include <optional>

#include "extractor/structure/words.h"

namespace socai {
namespace {

constexpr std::uint32_t kMostParagraphs = 8;  // that one quotation may run over

class QuotationFinder {
 public:
  QuotationFinder(const StructureWords& words, Document* doc) : words_(words), doc_(*doc), tokens_(doc->tokens) {}

  void run() {
    std::uint32_t at = 0;
    for (paragraph_ = 0; paragraph_ < doc_.paragraphs.size(); ++paragraph_) {
      const TokenRange tokens = doc_.paragraphs[paragraph_].tokens;
      for (at = std::max(at, tokens.begin); at < tokens.end; ++at) {
        if (tokens_[at].kind == TokenKind::mark && tokens_[at].word != 0 && opens(at, tokens)) at = close(at, tokens);
      }
    }
  }

 private:
  bool is_single(std::uint32_t at) const {
    return words_.single_open.has(tokens_[at].word) || words_.single_straight.has(tokens_[at].word);
  }

  // A straight mark and an apostrophe tell by the gap beside them: one that opens stands behind a gap.
  bool opens(std::uint32_t at, TokenRange paragraph) const {
    const WordId word = tokens_[at].word;
    if (words_.quote_open.has(word)) return true;
    const bool behind_gap =
        at == paragraph.begin || tokens_[at].gap != Gap::none || tokens_[at - 1].kind == TokenKind::mark;
    return behind_gap && (words_.quote_straight.has(word) || is_single(at));
  }

  bool closes(std::uint32_t at, std::uint32_t open) const {
    const WordId word = tokens_[at].word;
    if (is_single(open)) {
      return (words_.single_close.has(word) || words_.single_straight.has(word)) && tokens_[at].gap == Gap::none;
    }
    return words_.quote_close.has(word) || words_.quote_straight.has(word);
  }

  std::optional<std::uint32_t> closing_in(std::uint32_t from, std::uint32_t end, std::uint32_t open) const {
    for (std::uint32_t at = from; at < end; ++at) {
      if (tokens_[at].kind == TokenKind::mark && closes(at, open)) return at;
    }
    return std::nullopt;
  }

  // In the paragraphs behind: the first quotation mark there decides.
  std::optional<std::uint32_t> closing_beyond(std::uint32_t open) const {
    for (std::uint32_t next = paragraph_ + 1; next < doc_.paragraphs.size() && next <= paragraph_ + kMostParagraphs;
         ++next) {
      const TokenRange tokens = doc_.paragraphs[next].tokens;
      for (std::uint32_t at = tokens.begin; at < tokens.end; ++at) {
        if (tokens_[at].kind != TokenKind::mark || is_single(at)) continue;
        const bool closing = closes(at, open) && (!words_.quote_straight.has(tokens_[at].word) || !opens(at, tokens));
        if (closing) return at;
        if (opens(at, tokens)) return std::nullopt;
      }
    }
    return std::nullopt;
  }

  // Records the quotation that opens at `open` and gives the token where to go on.
  std::uint32_t close(std::uint32_t open, TokenRange paragraph) {
    auto end = closing_in(open + 1, paragraph.end, open);
    if (!end && !is_single(open)) end = closing_beyond(open);
    if (end) {
      if (*end > open + 1) doc_.quotations.push_back({{open + 1, *end}, true});
      return *end;
    }
    if (is_single(open) || open + 1 >= paragraph.end) return open;
    doc_.quotations.push_back({{open + 1, paragraph.end}, false});
    return paragraph.end;
  }

  const StructureWords& words_;
  Document& doc_;
  const std::vector<Token>& tokens_;
  std::uint32_t paragraph_ = 0;
};

}  // namespace

void find_quotations(const StructureWords& words, Document* doc) { QuotationFinder(words, doc).run(); }

}  // namespace socai
