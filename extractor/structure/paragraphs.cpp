// SPDX-License-Identifier: Apache-2.0
// Lines -> paragraphs with zones. A line is a paragraph, but for a line that goes on from the one before.
#include <algorithm>
#include <string_view>
#include <vector>

#include "extractor/structure/words.h"
#include "extractor/text/scan.h"

namespace socai {
namespace {

constexpr std::size_t kLongestRuleLine = 400;  // bytes: no heading, link or credit line is longer

struct Line {
  std::size_t begin;
  std::size_t end;
};

Line line_at(std::string_view text, std::size_t begin) {
  const auto newline = text.find('\n', begin);
  return {begin, newline == std::string_view::npos ? text.size() : newline};
}

class ParagraphFinder {
 public:
  ParagraphFinder(const StructureWords& words, WordMemo* memo, Document* doc)
      : words_(words), memo_(memo), doc_(*doc) {}

  void run() {
    if (doc_.title_end > 0) {
      scan_line({0, doc_.title_end});
      add_paragraph(0, Zone::headline);
      has_title_ = under_headline_ = !doc_.paragraphs.empty();
    }
    for (std::size_t at = doc_.text_begin; at < doc_.text.size();) {
      const Line line = line_at(doc_.text, at);
      take(line);
      at = line.end + 1;
    }
  }

 private:
  void scan_line(Line line) { scan(doc_.text, line.begin, line.end, words_.tables.vocabulary, &doc_.tokens, memo_); }

  void add_paragraph(std::uint32_t first_token, Zone zone) {
    const auto end = static_cast<std::uint32_t>(doc_.tokens.size());
    if (first_token < end) doc_.paragraphs.push_back({{first_token, end}, {}, zone});
  }

  void take(Line line) {
    const auto first = static_cast<std::uint32_t>(doc_.tokens.size());
    scan_line(line);
    if (doc_.tokens.size() == first) return;  // blank
    const bool opens_text = text_lines_++ == 0;
    if (!opens_text && goes_on(first)) {
      doc_.tokens[first].gap = Gap::space;
      doc_.paragraphs.back().tokens.end = static_cast<std::uint32_t>(doc_.tokens.size());
      return;
    }
    doc_.tokens[first].gap = Gap::line;
    add_paragraph(first, zone_of(line, first, opens_text));
  }

  // A line broken in mid-sentence: it begins in lower case, with a mark that cannot open a paragraph, or with the
  // currency of the number that ends the line before ("200.000" and "USD").
  bool goes_on(std::uint32_t first) const {
    const Token& token = doc_.tokens[first];
    const Token& before = doc_.tokens[first - 1];
    if (words_.sentence_end.has(before.word) || words_.closer.has(before.word)) return false;
    if (doc_.paragraphs.back().zone != Zone::body) return false;
    if (words_.continuation.has(token.word) || (token.is_word() && !token.is_capitalized())) return true;
    return words_.line_unit.has(token.word) && is_grouped_number(before);
  }

  bool is_grouped_number(const Token& token) const {
    const std::string_view text = std::string_view(doc_.text).substr(token.begin, token.end - token.begin);
    return token.is_number() && text.find_first_of(".,") != std::string_view::npos;
  }

  Zone zone_of(Line line, std::uint32_t first, bool opens_text) {
    if (to_end_) return tail_zone_;
    const std::string_view content = std::string_view(doc_.text).substr(line.begin, line.end - line.begin);
    if (opens_text && is_headline(content, first)) {
      under_headline_ = true;
      return Zone::headline;
    }
    const Zone ruled = ruled_zone(content);
    if (ruled != Zone::body) return ruled;
    const bool lede = opening_ && under_headline_ && !lede_seen_ && content.size() <= words_.tables.lede_bytes;
    if (lede) {
      lede_seen_ = true;
      return Zone::lede;
    }
    opening_ = false;
    return Zone::body;
  }

  bool is_headline(std::string_view line, std::uint32_t first) const {
    const auto size = static_cast<std::uint32_t>(doc_.tokens.size());
    if (has_title_) return same_words(doc_.paragraphs.front().tokens, {first, size});
    if (line.size() > words_.tables.headline_bytes || words_.full_stop.has(doc_.tokens[size - 1].word)) return false;
    if (words_.colon.has(doc_.tokens[size - 1].word)) return false;
    return doc_.text.find_first_not_of(" \t\r\n", line.data() + line.size() - doc_.text.data()) != std::string::npos;
  }

  bool same_words(TokenRange a, TokenRange b) const {
    if (a.end - a.begin != b.end - b.begin) return false;
    for (std::uint32_t i = 0; i < a.end - a.begin; ++i) {
      if (doc_.words(a.begin + i) != doc_.words(b.begin + i)) return false;
    }
    return true;
  }

  Zone ruled_zone(std::string_view line) {
    if (line.size() > kLongestRuleLine) return Zone::body;
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    words_.tables.line_patterns.match(line, &matches_);
    for (const int match : matches_) {
      const auto& rule = words_.tables.lines[static_cast<std::size_t>(match)];
      if (rule.under_lede && !(opening_ && under_headline_)) continue;
      if (rule.to_end) {
        to_end_ = true;
        tail_zone_ = rule.zone;
      }
      return rule.zone;
    }
    return Zone::body;
  }

  const StructureWords& words_;
  WordMemo* memo_;
  Document& doc_;
  bool has_title_ = false;
  bool under_headline_ = false;
  bool opening_ = true;  // no body line yet
  bool lede_seen_ = false;
  bool to_end_ = false;
  Zone tail_zone_ = Zone::body;
  std::size_t text_lines_ = 0;
  std::vector<int> matches_;
};

}  // namespace

void find_paragraphs(const StructureWords& words, WordMemo* memo, Document* doc) {
  ParagraphFinder(words, memo, doc).run();
}

}  // namespace socai
