// SPDX-License-Identifier: Apache-2.0
// Paragraphs -> sentences. ICU's sentence breaks run at 94 MB/s, which would be a third of the whole budget, and do not
// know "TP.HCM" or "PGS.TS."; tokens and a list of abbreviations do both.
#include "extractor/structure/run_in.h"
#include "extractor/structure/words.h"

namespace socai {
namespace {

// What news writes in one sentence is shorter by far; a list of amounts without a full stop may be as long as a book,
// and each asks for what stands in its sentence.
constexpr std::uint32_t kLongest = 400;    // tokens
constexpr std::uint32_t kCutWithin = 100;  // of these, the last among which a longer one is cut

class SentenceFinder {
 public:
  SentenceFinder(const StructureWords& words, Document* doc) : words_(words), doc_(*doc), tokens_(doc->tokens) {}

  void run() {
    doc_.sentence_of.resize(tokens_.size());
    for (std::uint32_t p = 0; p < doc_.paragraphs.size(); ++p) {
      auto& paragraph = doc_.paragraphs[p];
      paragraph.sentences.begin = static_cast<std::uint32_t>(doc_.sentences.size());
      std::uint32_t begin = paragraph.tokens.begin;
      for (std::uint32_t at = begin; at < paragraph.tokens.end; ++at) {
        if (at > begin && runs_in(at, begin, paragraph.tokens.end)) {
          add({begin, at}, p);
          begin = at;
        }
        if (tokens_[at].kind != TokenKind::mark || !words_.sentence_end.has(tokens_[at].word)) continue;
        const std::uint32_t end = end_behind(at, paragraph.tokens.end);
        if (end >= paragraph.tokens.end || !ends_sentence(at, end)) continue;
        add({begin, end}, p);
        begin = end;
        at = end - 1;
      }
      add({begin, paragraph.tokens.end}, p);
      paragraph.sentences.end = static_cast<std::uint32_t>(doc_.sentences.size());
    }
  }

 private:
  // "Ảnh minh họa | Trên thị trường thế giới, …", "Ảnh: Quang An | Chị Lan kể …": a sentence that no full stop parts
  // from the caption before it.
  bool runs_in(std::uint32_t at, std::uint32_t begin, std::uint32_t limit) const {
    const Token& token = tokens_[at];
    if (token.letter_case != Case::capital || !token.is_word() || at + 1 >= limit || !tokens_[at - 1].is_word())
      return false;
    if (words_.behind_credit.has(token.word) && is_behind_credit(at, begin)) return true;
    return !tokens_[at - 1].is_capitalized() && opens_run_in(tokens_, words_.run_in, at, limit);
  }

  // Whether the few words before the token name who took a picture: "Ảnh: Quang An".
  bool is_behind_credit(std::uint32_t at, std::uint32_t begin) const {
    constexpr std::uint32_t kLongestCredit = 5;
    for (std::uint32_t i = at; i > begin + 1 && at - i < kLongestCredit; --i) {
      if (!tokens_[i - 1].is_word()) {
        return words_.colon.has(tokens_[i - 1].word) && words_.caption_label.has(tokens_[i - 2].word);
      }
    }
    return false;
  }

  void add(TokenRange range, std::uint32_t paragraph) {
    while (range.end - range.begin > kLongest) {
      const std::uint32_t cut = place_to_cut(range.begin + kLongest);
      add_sentence({range.begin, cut}, paragraph);
      range.begin = cut;
    }
    add_sentence(range, paragraph);
  }

  // Behind a mark, else before a number, so that no amount is cut.
  std::uint32_t place_to_cut(std::uint32_t limit) const {
    for (std::uint32_t at = limit; at > limit - kCutWithin; --at) {
      if (tokens_[at - 1].kind == TokenKind::mark && tokens_[at].gap != Gap::none) return at;
    }
    for (std::uint32_t at = limit; at > limit - kCutWithin; --at) {
      if (tokens_[at].is_number() && !tokens_[at - 1].is_number()) return at;
    }
    return limit;
  }

  void add_sentence(TokenRange range, std::uint32_t paragraph) {
    if (range.empty()) return;
    Zone zone = doc_.paragraphs[paragraph].zone;
    if (zone == Zone::body && is_caption(range)) zone = Zone::caption;
    const auto index = static_cast<std::uint32_t>(doc_.sentences.size());
    for (std::uint32_t token = range.begin; token < range.end; ++token) doc_.sentence_of[token] = index;
    doc_.sentences.push_back({range, paragraph, zone});
  }

  // Closing quotes and brackets belong to the sentence they close.
  std::uint32_t end_behind(std::uint32_t at, std::uint32_t limit) const {
    std::uint32_t end = at + 1;
    while (end < limit && (words_.sentence_end.has(tokens_[end].word) ||
                           (words_.closer.has(tokens_[end].word) && tokens_[end].gap == Gap::none))) {
      ++end;
    }
    return end;
  }

  bool ends_sentence(std::uint32_t at, std::uint32_t end) const {
    const Token& next = tokens_[end];
    const bool full_stop = words_.full_stop.has(tokens_[at].word);
    if (next.is_word() && !next.is_capitalized()) return false;
    if (full_stop && at > 0 && is_abbreviation(at - 1, next)) return false;
    if (next.gap != Gap::none) return true;
    return next.is_word() && next.letter_case == Case::capital && at > 0 && tokens_[at - 1].is_word() &&
           !tokens_[at - 1].is_capitalized();
  }

  bool is_abbreviation(std::uint32_t before, const Token& next) const {
    const Token& token = tokens_[before];
    if (!token.is_word()) return false;
    if (words_.abbreviation.has(token.word)) return true;
    // An initial ("Donald J. Trump"): one capital between capitalized words.
    const bool initial = token.is_capitalized() && token.end - token.begin <= 2;
    if (!initial) return false;
    return next.gap == Gap::none ||
           (before > 0 && tokens_[before - 1].is_word() && tokens_[before - 1].is_capitalized());
  }

  // "… . Ảnh: TTXVN." behind the words that describe the picture.
  bool is_caption(TokenRange range) const {
    constexpr std::uint32_t kCreditTokens = 10;
    const std::uint32_t from = range.end - range.begin > kCreditTokens ? range.end - kCreditTokens : range.begin;
    for (std::uint32_t token = from; token + 1 < range.end; ++token) {
      if (words_.caption_label.has(tokens_[token].word) && tokens_[token].is_capitalized() &&
          words_.colon.has(tokens_[token + 1].word)) {
        return true;
      }
    }
    return false;
  }

  const StructureWords& words_;
  Document& doc_;
  const std::vector<Token>& tokens_;
};

}  // namespace

void find_sentences(const StructureWords& words, Document* doc) { SentenceFinder(words, doc).run(); }

}  // namespace socai
