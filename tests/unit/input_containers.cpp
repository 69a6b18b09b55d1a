// SPDX-License-Identifier: Apache-2.0
// Web archives, HTTP, and duplicates: what needs no file.
#include <memory>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/ingest/duplicates.h"
#include "cli/input/http_body.h"
#include "cli/input/input_walk.h"

using namespace socai;
using namespace socai::cli;

namespace {

std::string record(const std::string& type, const std::string& url, const std::string& media, const std::string& body) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: <" + url + ">\r\nContent-Type: " + media +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body + "\r\n\r\n";
}

std::string http(const std::string& headers, const std::string& body) {
  return "HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n" + body;
}

// Each input as "member|type|charset|bytes" or "member!problem".
std::vector<std::string> walk(const std::string& bytes) {
  InputWalk inputs("f", std::make_unique<MemorySource>(bytes));
  std::vector<std::string> found;
  while (auto input = inputs.next()) {
    if (!input->problem.empty()) {
      found.push_back(input->member + "!" + input->problem);
      continue;
    }
    std::string content;
    append_from(input->bytes.get(), 100000, &content);
    found.push_back(input->member + "|" + input->web.media_type + "|" + input->web.charset + "|" + content);
  }
  return found;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("the pages of a web archive, and nothing else", "[warc]") {
  const std::string html = "Content-Type: text/html; charset=\"UTF-8\"";
  const std::string bytes =
      record("warcinfo", "", "application/warc-fields", "software: x\r\n") +
      record("request", "https://a.example/1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
      record("response", "https://a.example/1", "application/http; msgtype=response", http(html, "<html>1")) +
      record("response", "https://a.example/p.jpg", "application/http", http("Content-Type: image/jpeg", "\xFF\xD8")) +
      record("response", "https://a.example/gone", "application/http", "HTTP/1.1 404 Not Found\r\n\r\nno") +
      record("conversion", "https://a.example/2", "text/plain", "Giá 5 tỷ.") +
      record("resource", "https://a.example/", "application/json", R"({"text":"x"})") +
      record("response", "https://a.example/3", "application/http",
             http(html + "\r\nTransfer-Encoding: chunked", "3\r\n<p>\r\n4;x=y\r\nbody\r\n0\r\n\r\n"));
  CHECK(walk(bytes) == Strings{"https://a.example/1|text/html|utf-8|<html>1",
                               "https://a.example/2|text/plain||Giá 5 tỷ.",
                               "https://a.example/|application/json||{\"text\":\"x\"}",
                               "https://a.example/3|text/html|utf-8|<p>body"});
}

TEST_CASE("a damaged record is told of, and the next one is found", "[warc]") {
  const std::string good = record("conversion", "https://a.example/1", "text/plain", "Giá 5 tỷ.");
  const std::string page = "https://a.example/1|text/plain||Giá 5 tỷ.";
  CHECK(walk(good + "garbage\r\nmore\r\n" + good) ==
        Strings{page, "record 2!the archive is damaged before this record", page});
  CHECK(walk("WARC/1.0\r\nWARC-Type: response\r\n\r\n" + good) ==
        Strings{"record 1!the record does not say how long it is", page});
  CHECK(walk(good + good.substr(0, good.size() - 10)) == Strings{page, "record 2!the record ends early"});
  CHECK(walk(good + "WARC/1.0\r\nWARC-Type: resp") == Strings{page, "record 2!the record's header is damaged"});
}

TEST_CASE("a compression that is not known is named", "[warc]") {
  const auto response = read_http(http("Content-Type: text/html\r\nContent-Encoding: br", "\x0B\x02"), nullptr);
  CHECK(response.status == 200);
  CHECK(response.problem == "the page is compressed in a way not known here: br");
  CHECK(read_http("HTTP/1.1 200 OK", nullptr).status == 200);
  CHECK(read_http("HTTP/1.1", nullptr).status == 0);
  CHECK(read_http("no", nullptr).status == 0);
}

TEST_CASE("names that may be articles", "[containers]") {
  for (const char* name :
       {"a.txt", "x/a.JSONL", "a.json.gz", "a.csv.zst", "pages.gz", "a.tar.xz", "a.tgz", "a.warc.gz"}) {
    CAPTURE(name);
    CHECK(is_input_name(name));
  }
  for (const char* name : {"a.jpg", "a.jpg.gz", "README", ".txt", "x/.hidden.txt", "a.txt~", ""}) {
    CAPTURE(name);
    CHECK_FALSE(is_input_name(name));
  }
}

TEST_CASE("an archive that grows beyond measure is stopped", "[containers]") {
  std::size_t read = 0;
  Growth growth(&read);
  read = std::size_t{1} << 20;
  CHECK(growth.add(std::size_t{256} << 20));
  CHECK_FALSE(growth.add(1 << 20));
  read += std::size_t{1} << 20;
  CHECK(growth.add(1));
}

TEST_CASE("copies are found, word for word and nearly", "[duplicates]") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "chữ" + std::to_string(i * 7919 % 1000) + " và ";
  std::string near = text;
  near.replace(near.find("chữ919"), 7, "số");
  Duplicates duplicates;
  CHECK_FALSE(duplicates.look("a", mark_text(text)));
  const auto same = duplicates.look("b", mark_text(text));
  REQUIRE(same);
  CHECK((same->exact && same->of == "a"));
  const auto almost = duplicates.look("c", mark_text(near));
  REQUIRE(almost);
  CHECK((!almost->exact && almost->of == "b" && almost->differing_bits <= 3));
  std::string other;
  for (int i = 0; i < 200; ++i) other += "tiếng" + std::to_string(i * 104729 % 997) + " của ";
  CHECK_FALSE(duplicates.look("d", mark_text(other)));
  // The same article again is no copy of itself, and short texts are copies only word for word.
  CHECK_FALSE(Duplicates().look("a", mark_text("Giá 5 tỷ.")));
  Duplicates others;
  others.look("a", mark_text("Giá vàng là 5 tỷ đồng."));
  CHECK_FALSE(others.look("a", mark_text("Giá vàng là 5 tỷ đồng.")));
  CHECK_FALSE(others.look("b", mark_text("Giá vàng là 6 tỷ đồng.")));
  CHECK(others.look("c", mark_text("Giá vàng là 5 tỷ đồng.")));
}
