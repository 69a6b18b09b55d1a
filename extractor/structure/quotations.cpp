// SPDX-License-Identifier: Apache-2.0
// Pairs of quotation marks within a paragraph. A quotation left open runs to the end of its paragraph: newspapers open
// each paragraph of a long speech anew and close only the last.
#include "extractor/structure/words.h"

namespace socai {
namespace {

class QuotationFinder {
 public:
  QuotationFinder(const StructureWords& words, Document* doc) : words_(words), doc_(*doc), tokens_(doc->tokens) {}

  void run() {
    for (const auto& paragraph : doc_.paragraphs) {
      for (std::uint32_t at = paragraph.tokens.begin; at < paragraph.tokens.end; ++at) {
        if (tokens_[at].kind != TokenKind::mark || tokens_[at].word == 0 || !opens(at, paragraph.tokens)) continue;
        at = close(at, paragraph.tokens);
      }
    }
  }

 private:
  bool is_single(std::uint32_t at) const {
    return words_.single_open.has(tokens_[at].word) || words_.single_straight.has(tokens_[at].word);
  }

  bool opens(std::uint32_t at, TokenRange paragraph) const {
    const WordId word = tokens_[at].word;
    if (words_.quote_open.has(word) || words_.quote_straight.has(word)) return true;
    if (!is_single(at)) return false;
    // An apostrophe touches the letters on both sides; a single quote opens behind a gap.
    return at == paragraph.begin || tokens_[at].gap != Gap::none;
  }

  bool closes(std::uint32_t at, std::uint32_t open) const {
    const WordId word = tokens_[at].word;
    if (is_single(open)) {
      return (words_.single_close.has(word) || words_.single_straight.has(word)) && tokens_[at].gap == Gap::none;
    }
    return words_.quote_close.has(word) || words_.quote_straight.has(word);
  }

  // Records the quotation that opens at `open` and gives the token where to go on.
  std::uint32_t close(std::uint32_t open, TokenRange paragraph) {
    for (std::uint32_t at = open + 1; at < paragraph.end; ++at) {
      if (tokens_[at].kind != TokenKind::mark || !closes(at, open)) continue;
      if (at > open + 1) doc_.quotations.push_back({{open + 1, at}, true});
      return at;
    }
    if (is_single(open) || open + 1 >= paragraph.end) return open;
    doc_.quotations.push_back({{open + 1, paragraph.end}, false});
    return paragraph.end;
  }

  const StructureWords& words_;
  Document& doc_;
  const std::vector<Token>& tokens_;
};

}  // namespace

void find_quotations(const StructureWords& words, Document* doc) { QuotationFinder(words, doc).run(); }

}  // namespace socai
