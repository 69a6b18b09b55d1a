// SPDX-License-Identifier: Apache-2.0
// Text -> tokens.
#include <string>
#include <vector>

#include "catch.h"
#include "extractor/text/scan.h"

using namespace socai;

namespace {

// Each token as its gap (nothing, "_" for space, "/" for a line), its kind (w, n, m) and its text.
std::string dump(std::string_view text, const Vocabulary& vocabulary = {}) {
  std::vector<Token> tokens;
  scan(text, 0, text.size(), vocabulary, &tokens);
  std::string dumped;
  for (const Token& token : tokens) {
    if (!dumped.empty()) dumped += ' ';
    dumped += token.gap == Gap::none ? "" : token.gap == Gap::space ? "_" : "/";
    dumped += token.is_word() ? "w:" : token.is_number() ? "n:" : "m:";
    dumped += text.substr(token.begin, token.end - token.begin);
  }
  return dumped;
}

}  // namespace

TEST_CASE("text falls into words, numbers and marks", "[scan]") {
  struct Row {
    std::string text;
    std::string dumped;
  };
  const Row rows[] = {
      {"", ""},
      {" \t\r\n", ""},
      {"5,576 triệu USD", "n:5,576 _w:triệu _w:USD"},
      {"1.234.567,8đ.", "n:1.234.567,8 w:đ m:."},
      {"US$1.6b", "w:US m:$ n:1.6 w:b"},
      {"10-15 tỷ", "n:10 m:- n:15 _w:tỷ"},
      {"5tr\n200k", "n:5 w:tr /n:200 w:k"},
      {"1\u00A0234\u2009567", "n:1 _n:234 _n:567"},
      {"giá,5", "w:giá m:, n:5"},
      {"5, 6", "n:5 m:, _n:6"},
      {"５００.０００", "n:５００.０００"},
      {"1..2", "n:1 m:. m:. n:2"},
      {"“Ừ”", "m:“ w:Ừ m:”"},
      {"a\u2028b", "w:a /w:b"},
      {"m²", "w:m m:²"},
      {"😀5", "m:😀 n:5"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(dump(row.text) == row.dumped);
  }
}

TEST_CASE("a word is found by all its cases and not by a part", "[scan]") {
  Vocabulary vocabulary;
  const WordId dong = vocabulary.add("đồng");
  const WordId three = vocabulary.add("3");
  std::vector<Token> tokens;
  const std::string text = "đồng ĐỒNG Đồng đồngg đồn 3 33";
  scan(text, 0, text.size(), vocabulary, &tokens);
  std::vector<WordId> words;
  for (const Token& token : tokens) words.push_back(token.word);
  CHECK(words == std::vector<WordId>{dong, dong, dong, 0, 0, three, 0});
  CHECK(tokens[0].letter_case == Case::lower);
  CHECK(tokens[1].letter_case == Case::all_capitals);
  CHECK(tokens[2].letter_case == Case::capital);
  CHECK(tokens[0].key == tokens[1].key);
  CHECK(tokens[0].key != tokens[3].key);
}

TEST_CASE("a word longer than any rule's is unknown and whole", "[scan]") {
  const std::string word(5000, 'a');
  CHECK(dump(word) == "w:" + word);
}
