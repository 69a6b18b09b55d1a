// SPDX-License-Identifier: Apache-2.0
// From bytes to articles.
#include <string>

#include "catch.h"
#include "extractor/read/format.h"
#include "extractor/read/reader.h"

using namespace socai;

TEST_CASE("one article a line, under the names that crawlers write", "[reader]") {
  struct Row {
    std::string line;
    Article article;
  };
  const auto made = [](const char* id, const char* text) {
    Article article;
    article.id = id;
    article.text = text;
    return article;
  };
  Article full = made("7", "Giá 5 tỷ.");
  full.url = "https://a.example/1";
  full.outlet = "a.example";
  full.published = "2025-02-01";
  full.title = "Giá";
  const Row rows[] = {
      {R"({"id":"7","url":"https://a.example/1","outlet":"a.example","published":"2025-02-01","title":"Giá","text":"Giá 5 tỷ."})",
       full},
      {R"({"id":7,"url":"https://a.example/1","source_domain":"a.example","date_publish":"2025-02-01","headline":"Giá","maintext":"Giá 5 tỷ."})",
       full},
      {R"(  {"id":"7","link":"https://a.example/1","site":"a.example","publish_date":"2025-02-01","title":"Giá","content":"Giá 5 tỷ."}  )",
       full},
      {R"({"id":"a","body":"x"})", made("a", "x")},
      {R"({"id":"a","text":"x","title":null,"published":20250201})", made("a", "x")},
      {"\xEF\xBB\xBF"
       R"({"id":"a","text":"x"})",
       made("a", "x")},
      {R"({"id":"a","text":"e\u0302 \ud83d\ude00"})", made("a", "e\u0302 😀")},
  };
  JsonlReader reader;
  for (const auto& row : rows) {
    CAPTURE(row.line);
    const auto result = reader.read_line(row.line);
    REQUIRE(result.article);
    CHECK(*result.article == row.article);
    CHECK(result.replaced_bytes == 0);
  }
}

TEST_CASE("without an id the text's hash stands there", "[reader]") {
  JsonlReader reader;
  const auto line = reader.read_line(R"({"text":"abc"})");
  REQUIRE(line.article);
  CHECK(line.article->id == "ba7816bf8f01cfea");
  CHECK(read_text("abc").article->id == "ba7816bf8f01cfea");
}

TEST_CASE("a blank line is neither an article nor a problem", "[reader]") {
  JsonlReader reader;
  for (const char* line : {"", "   ", "\r", "\t\r"}) {
    const auto result = reader.read_line(line);
    CHECK_FALSE(result.article);
    CHECK(result.problem.empty());
  }
}

TEST_CASE("what is no article says why", "[reader]") {
  JsonlReader reader;
  for (const char* line : {"{", "[]", "3", "null", "{\"text\":}", "{}", R"({"text":""})", R"({"text":" \n"})",
                           R"({"text":5})", "{\"text\":\"a\"} {\"text\":\"b\"}"}) {
    CAPTURE(line);
    const auto result = reader.read_line(line);
    CHECK_FALSE(result.article);
    CHECK_FALSE(result.problem.empty());
  }
  CHECK_FALSE(read_text(" \n\t").article);
  CHECK_FALSE(read_text("\xEF\xBB\xBF").article);
  CHECK(reader.read_line(R"({"text":"còn đọc được"})").article);
}

TEST_CASE("bytes that are not UTF-8 are replaced and counted", "[reader]") {
  JsonlReader reader;
  const auto line = reader.read_line("{\"text\":\"5 t\xE1\xBB đồng\"}");
  REQUIRE(line.article);
  CHECK(line.article->text == "5 t\uFFFD\uFFFD đồng");
  CHECK(line.replaced_bytes == 2);
  CHECK(read_text("5 t\xFF").replaced_bytes == 1);
}

TEST_CASE("plain text is kept byte for byte", "[reader]") {
  const std::string bytes = "\xEF\xBB\xBFTi\u00EA\u0300n\r\n5 tỷ\u200B đồng\n";
  CHECK(read_text(bytes).article->text == bytes);
}

TEST_CASE("the form of an input is told by its first line", "[reader]") {
  CHECK(detect_format(R"({"text":"a"})") == InputFormat::jsonl);
  CHECK(detect_format("\xEF\xBB\xBF\n  {\"text\":\"a\"}\r\n{\"text\"") == InputFormat::jsonl);
  CHECK(detect_format("Giá {vàng} tăng") == InputFormat::text);
  CHECK(detect_format("{ ngoặc mở đầu\nmột bài viết}") == InputFormat::text);
  CHECK(detect_format("") == InputFormat::text);
  CHECK(looks_binary(std::string_view("a\0b", 3)));
  CHECK_FALSE(looks_binary("a\xFF"));
}
