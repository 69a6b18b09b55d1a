// SPDX-License-Identifier: Apache-2.0
// Article -> Document: zones, sentences, quotations.
#include <string>
#include <vector>

#include "extractor/claim/names.h"
#include "tests/unit/extractor_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

std::vector<std::string> sentences_of(const std::string& text) {
  const Prepared prepared(text);
  std::vector<std::string> sentences;
  for (const Sentence& sentence : prepared.doc.sentences) sentences.emplace_back(prepared.doc.words(sentence.tokens));
  return sentences;
}

std::vector<std::string> quotations_of(const std::string& text) {
  const Prepared prepared(text);
  std::vector<std::string> quotations;
  for (const Quotation& quotation : prepared.doc.quotations) {
    quotations.push_back(std::string(prepared.doc.words(quotation.tokens)) + (quotation.closed ? "" : " …"));
  }
  return quotations;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("sentences end where people end them", "[structure]") {
  struct Row {
    const char* text;
    Strings sentences;
  };
  const Row rows[] = {
      {"Giá tăng. Dân lo!", {"Giá tăng.", "Dân lo!"}},
      {"TP.HCM lãi 5 tỷ. Xong.", {"TP.HCM lãi 5 tỷ.", "Xong."}},
      {"PGS.TS. Trần Văn Lâm nói vậy.", {"PGS.TS. Trần Văn Lâm nói vậy."}},
      {"Lãi 1.234,5 tỷ đồng. Hết.", {"Lãi 1.234,5 tỷ đồng.", "Hết."}},
      {"\"Đắt quá.\" Bà nói.", {"\"Đắt quá.\"", "Bà nói."}},
      {"Ông Donald J. Trump đến.", {"Ông Donald J. Trump đến."}},
      {"Dòng một\n\nDòng hai", {"Dòng một", "Dòng hai"}},
      {"Xã họp.\nDòng một bị\r\nngắt giữa chừng.", {"Xã họp.", "Dòng một bị\r\nngắt giữa chừng."}},
      // captions that no full stop ends
      {"Hình minh họa Trên thị trường, giá giảm.", {"Hình minh họa", "Trên thị trường, giá giảm."}},
      {"Ảnh: Quang An Chị Lan kể lại.", {"Ảnh: Quang An", "Chị Lan kể lại."}},
      {"Quận Bắc Từ Liêm lo.", {"Quận Bắc Từ Liêm lo."}},
      {"", {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(sentences_of(row.text) == row.sentences);
  }
}

TEST_CASE("quotation marks pair up", "[structure]") {
  struct Row {
    const char* text;
    Strings quotations;
  };
  const Row rows[] = {
      {"Ông nói: “Đắt”. Bà nói: \"Rẻ\".", {"Đắt", "Rẻ"}},
      {"Ông nói «Đắt» rồi đi.", {"Đắt"}},
      {"Ông nói “Đắt quá", {"Đắt quá …"}},
      {"Không có dấu nào.", {}},
      {"It's 5 o'clock.", {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(quotations_of(row.text) == row.quotations);
  }
}

TEST_CASE("every line has its zone", "[structure]") {
  const std::string text =
      "Làng tôm lãi lớn\nNông dân ven biển vui vì được mùa.\n- Giá cua tăng gấp đôi\nTôm năm nay được giá.\n"
      "Ao nuôi của ông Tám. Ảnh: Minh Tâm\nXem thêm: Giá gạo hôm nay\nDân mừng.\nTIN LIÊN QUAN\nGiá vàng hôm nay\n";
  const Prepared prepared(text);
  Strings zones;
  for (const Paragraph& paragraph : prepared.doc.paragraphs) zones.emplace_back(to_string(paragraph.zone));
  CHECK(zones ==
        Strings{"headline", "lede", "related", "body", "caption", "related", "body", "boilerplate", "boilerplate"});
}

TEST_CASE("a title is a headline, in the text too", "[structure]") {
  Article article = article_of("Làng tôm lãi lớn\nNông dân ven biển vui.\nTôm được giá.");
  article.title = "Làng tôm lãi lớn";
  const Prepared prepared(article);
  Strings zones;
  for (const Paragraph& paragraph : prepared.doc.paragraphs) zones.emplace_back(to_string(paragraph.zone));
  CHECK(zones == Strings{"headline", "headline", "lede", "body"});
  CHECK(prepared.doc.given(prepared.doc.paragraphs[0].tokens).field == Field::title);
  CHECK(prepared.doc.given(prepared.doc.paragraphs[1].tokens).start == 0);
}

TEST_CASE("tokens, sentences and paragraphs tile the document", "[structure]") {
  for (const Article& article : corpus_articles()) {
    const Prepared prepared(article);
    CAPTURE(article.id);
    std::uint32_t token = 0;
    for (std::uint32_t s = 0; s < prepared.doc.sentences.size(); ++s) {
      const Sentence& sentence = prepared.doc.sentences[s];
      REQUIRE(sentence.tokens.begin == token);
      REQUIRE(sentence.tokens.end > token);
      REQUIRE(prepared.doc.paragraphs[sentence.paragraph].tokens.contains(sentence.tokens));
      for (; token < sentence.tokens.end; ++token) REQUIRE(prepared.doc.sentence_of[token] == s);
    }
    REQUIRE(token == prepared.doc.tokens.size());
  }
}
