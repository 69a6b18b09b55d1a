// SPDX-License-Identifier: Apache-2.0
// Tables, JSON in all its forms, and how long inputs are cut.
#include <string>
#include <vector>

#include "catch.h"
#include "extractor/read/csv_reader.h"
#include "extractor/read/format.h"
#include "extractor/read/pieces.h"

using namespace socai;

namespace {

// The pieces of an input that comes `step` bytes at a time, each with its line: "1:{…}".
std::vector<std::string> cut(PieceFinder* finder, const std::string& input, std::size_t step) {
  std::vector<std::string> found;
  std::string held;
  for (std::size_t at = 0; at < input.size() || at == 0;) {
    held += input.substr(at, step);
    at += step;
    const Pieces pieces = finder->find(held, at >= input.size());
    for (const Piece& piece : pieces.whole) {
      found.push_back(std::to_string(piece.line) + ":" + held.substr(piece.start, piece.size));
    }
    held.erase(0, pieces.used);
  }
  CHECK(held.empty());
  return found;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("JSON is cut into its values, however it comes", "[streams]") {
  struct Row {
    std::string input;
    Strings pieces;
  };
  const Row rows[] = {
      {R"([{"text":"a"},{"text":"b"}])", {R"(1:{"text":"a"})", R"(1:{"text":"b"})"}},
      {"[\n  {\"text\": \"a\"},\n  {\n\"text\": \"b\"}\n]\n", {"2:{\"text\": \"a\"}", "3:{\n\"text\": \"b\"}"}},
      {R"({"a":[1,{"b":"]}"}]})", {R"(1:{"a":[1,{"b":"]}"}]})"}},
      {R"({"a":"\"}"}{"b":"\\"})", {R"(1:{"a":"\"}"})", R"(1:{"b":"\\"})"}},
      {"{\"a\":1}\n{\"a\":2}\n", {"1:{\"a\":1}", "2:{\"a\":2}"}},
      {R"([1, "x,]", null])", {"1:1", "1:\"x,]\"", "1:null"}},
      {"[]", {}},
      {"  \n ", {}},
      {R"([{"text":"cut)", {R"(1:{"text":"cut)"}},
      {"}", {"1:}"}},
  };
  for (const Row& row : rows) {
    for (const std::size_t step : {std::size_t{1}, std::size_t{3}, std::size_t{1000}}) {
      CAPTURE(row.input, step);
      JsonPieces finder;
      CHECK(cut(&finder, row.input, step) == row.pieces);
    }
  }
}

TEST_CASE("a table is cut into its records, with line ends within quotation marks", "[streams]") {
  struct Row {
    std::string input;
    Strings pieces;
  };
  const Row rows[] = {
      {"a,b\r\nc,d\n", {"1:a,b\r\n", "2:c,d\n"}},
      {"a,\"x\ny\"\nc,d", {"1:a,\"x\ny\"\n", "3:c,d"}},
      {"\"a \"\"b\"\"\n\",c\nd\n", {"1:\"a \"\"b\"\"\n\",c\n", "3:d\n"}},
      {"a \"b,c\nd\n", {"1:a \"b,c\n", "2:d\n"}},
      {"a,\"never closed\nb,c\nd,e\n", {"1:a,\"never closed\n", "2:b,c\n", "3:d,e\n"}},
  };
  for (const Row& row : rows) {
    for (const std::size_t step : {std::size_t{1}, std::size_t{4}, std::size_t{1000}}) {
      CAPTURE(row.input, step);
      CsvPieces finder(',');
      CHECK(cut(&finder, row.input, step) == row.pieces);
    }
  }
}

TEST_CASE("a record is split into its fields", "[streams]") {
  struct Row {
    std::string record;
    char separator;
    Strings fields;
  };
  const Row rows[] = {
      {"a,b,c\r\n", ',', {"a", "b", "c"}},
      {"\"a,b\",\"say \"\"5 tỷ\"\"\",\n", ',', {"a,b", "say \"5 tỷ\"", ""}},
      {"\"x\ny\"\tz", '\t', {"x\ny", "z"}},
      {"5\" ống;b", ';', {"5\" ống", "b"}},
      {"\"a\"b,c", ',', {"ab", "c"}},
      {"\"open,c", ',', {"open,c"}},
      {"", ',', {""}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.record);
    CHECK(split_record(row.record, row.separator) == row.fields);
  }
}

TEST_CASE("columns are known by the names that crawlers write, or by --map", "[streams]") {
  FieldNames names;
  const auto header = CsvHeader::read("\xEF\xBB\xBFid,Headline,maintext,source_domain,date_publish,x\r\n", ',', names);
  REQUIRE(header);
  const auto row = header->read_record("7,Giá,Giá 5 tỷ.,a.example,2025-02-01,?\r\n");
  REQUIRE(row.article);
  CHECK(row.article->id == "7");
  CHECK(row.article->title == "Giá");
  CHECK(row.article->text == "Giá 5 tỷ.");
  CHECK(row.article->outlet == "a.example");
  CHECK(row.article->published == "2025-02-01");
  CHECK_FALSE(row.article->url);
  CHECK(header->read_record("\r\n").problem.empty());
  CHECK(header->read_record("1,2\n").problem == "the record has 2 fields, the header 6");
  CHECK(header->read_record("1,, ,a,b,c\n").problem == "the text is empty");
  // Of two columns for one field the project's own name holds.
  const auto both = CsvHeader::read("content,text", ',', names);
  CHECK(both->read_record("a,b").article->text == "b");
  CHECK_FALSE(CsvHeader::read("x,y", ',', names));
  CHECK(names.map("text=noi_dung"));
  CHECK(CsvHeader::read("noi_dung,text", ',', names)->read_record("a,b").article->text == "a");
  CHECK_FALSE(names.map("body=x"));
  CHECK_FALSE(names.map("text"));
  CHECK_FALSE(names.map("text="));
}

TEST_CASE("names within objects are reached with dots", "[streams]") {
  FieldNames names;
  REQUIRE(names.map("text=article.body"));
  REQUIRE(names.map("id=key"));
  JsonlReader reader(names);
  const auto read = reader.read_line(R"({"key":5,"article":{"body":"Giá 5 tỷ."}})");
  REQUIRE(read.article);
  CHECK(read.article->text == "Giá 5 tỷ.");
  CHECK(read.article->id == "5");
  CHECK(reader.read_line(R"({"id":"a","text":"x"})").article->id == "a");
}

TEST_CASE("a text with a title line", "[streams]") {
  const auto read = read_text("\xEF\xBB\xBF\n Cầu mới \r\nGiá 5 tỷ.\n", {}, true);
  REQUIRE(read.article);
  CHECK(read.article->title == "Cầu mới");
  CHECK(read.article->text == "Giá 5 tỷ.\n");
  CHECK(read_text("Giá 5 tỷ.", {}, true).article->text.empty());
}

TEST_CASE("the form of an input is told by its name or by its start", "[streams]") {
  CHECK(format_of_name("a.CSV") == InputFormat::csv);
  CHECK(format_of_name("a.xhtml") == InputFormat::html);
  CHECK(format_of_name("a.json") == InputFormat::automatic);
  const std::pair<const char*, InputFormat> rows[] = {
      {"{\"text\":\"a\"}\n", InputFormat::jsonl},
      {"{\n \"text\": \"a\"\n}", InputFormat::json},
      {"[{\"text\":\"a\"}]", InputFormat::json},
      {"[Video] Giá vàng", InputFormat::text},
      {"id,title,text\n1,a,b\n", InputFormat::csv},
      {"id;title;text\n1;a;b\n", InputFormat::csv},
      {"title\tcontent\na\tb\n", InputFormat::tsv},
      {"Title, một chữ khác. Text", InputFormat::text},
      {"<!DOCTYPE html><html>", InputFormat::html},
      {"\n<HTML lang=vi>", InputFormat::html},
      {"<?xml version=\"1.0\"?><rss>", InputFormat::feed},
      {"<?xml version=\"1.0\"?><html xmlns=\"\">", InputFormat::html},
      {"<b>Giá</b> 5 tỷ", InputFormat::text},
      {"", InputFormat::text},
  };
  for (const auto& [bytes, format] : rows) {
    CAPTURE(bytes);
    CHECK(detect_format(bytes) == format);
  }
  CHECK(detect_format("{\"text\":\"the line goes on", {}, false) == InputFormat::jsonl);
}
