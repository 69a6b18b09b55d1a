// SPDX-License-Identifier: Apache-2.0
// tests/pages/NAME.html -> tests/pages/NAME.expected: pages in the manner of newspapers and their systems, and what a
// person takes from them.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.h"
#include "extractor/claim/names.h"
#include "extractor/read/html.h"
#include "extractor/rules/tables.h"
#include "extractor/structure/structure.h"

using namespace socai;

namespace {

namespace fs = std::filesystem;

const Rules& the_rules() {
  static const Rules kRules = Rules::built_in();
  return kRules;
}

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string printed(const ReadResult& page) {
  if (!page.article) return "refused: " + page.problem + "\n";
  const Article& article = *page.article;
  std::string out = "url: " + article.url.value_or("-") + "\noutlet: " + article.outlet.value_or("-") +
                    "\npublished: " + article.published.value_or("-") + "\n";
  Structure structure(the_rules().tables());
  Document doc;
  structure.build(article, &doc);
  for (const Paragraph& paragraph : doc.paragraphs) {
    out += "[" + std::string(to_string(paragraph.zone)) + "] " + std::string(doc.words(paragraph.tokens)) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("pages of many makers give their article, each line in its zone, and lists give none", "[pages]") {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(fs::path(SOCAI_REPO) / "tests/pages")) {
    if (entry.path().extension() == ".html") pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  REQUIRE(pages.size() >= 15);
  for (const auto& page : pages) {
    CAPTURE(page.filename().string());
    const std::string html = content_of(page);
    const std::string expected = content_of(fs::path(page).replace_extension(".expected"));
    CHECK(printed(read_page(html, the_rules())) == expected);
    std::string with_crlf;
    for (const char c : html) with_crlf += c == '\n' ? "\r\n" : std::string(1, c);
    CHECK(printed(read_page(with_crlf, the_rules())) == expected);
  }
}

TEST_CASE("where the page came from is its URL only if it names none itself", "[pages]") {
  const std::string text =
      "<p>Xã thu 5 tỷ đồng tiền thuế trong tháng đầu năm, tăng gần gấp đôi so với cùng kỳ năm "
      "trước, theo báo cáo mà xã vừa gửi huyện vào chiều thứ hai tuần này.</p>";
  const std::string body = "<html><title>Xã thu thuế</title><body><h1>Xã thu thuế</h1>" + text + text + "</body>";
  const auto unnamed = read_page(body, the_rules(), "http://m.baomau.example/a.html?fbclid=1");
  REQUIRE(unnamed.article);
  CHECK(unnamed.article->url == "https://baomau.example/a.html");
  CHECK(unnamed.article->outlet == "baomau.example");
  const auto named =
      read_page("<link rel=canonical href=https://khac.example/b>" + body, the_rules(), "http://x.example/");
  CHECK(named.article->url == "https://khac.example/b");
  CHECK_FALSE(read_page(body, the_rules()).article->url);
}

TEST_CASE("pages made to be slow or deep are read or refused", "[pages]") {
  const auto repeated = [](const std::string& piece, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += piece;
    return all;
  };
  const std::string text = repeated("<p>Xã thu 5 tỷ đồng tiền thuế trong tháng đầu năm, theo báo cáo của xã.</p>", 4);
  const std::string head = "<!doctype html><title>Xã thu thuế</title><h1>Xã thu thuế</h1>";
  const auto deep = read_page(head + repeated("<div>", 10000) + text + repeated("</div>", 10000), the_rules());
  REQUIRE(deep.article);
  CHECK(deep.article->text == repeated("Xã thu 5 tỷ đồng tiền thuế trong tháng đầu năm, theo báo cáo của xã.\n", 4));
  std::string attributes;
  for (int i = 0; i < 200000; ++i) attributes += " a" + std::to_string(i);
  CHECK(read_page(head + "<p" + attributes + "></p>" + text, the_rules()).article);
  CHECK(read_page(head + repeated("<div>", 100000) + repeated("</x></b>", 100000) + text, the_rules()).article);
  CHECK(read_page(head + repeated("<table><tr><td>", 20000) + text, the_rules()).article);
  CHECK(read_page(head + repeated("<b><p>", 50000) + text, the_rules()).article);
  CHECK(read_page(head + text + repeated("<!--", 500000), the_rules()).article);
  CHECK(read_page(head + text + repeated("<a b='", 300000), the_rules()).article);
  CHECK(read_page(head + text + repeated("</script", 300000), the_rules()).article);
  CHECK(read_page(head + text + repeated("&", 1000000), the_rules()).article);
  CHECK_FALSE(read_page(head + repeated("<i>", 1100000), the_rules()).article);
  CHECK(read_page(std::string((16 << 20) + 1, '<'), the_rules()).problem == "page longer than 16 MiB");
  for (const std::string piece : {"<", "</", "<!", "<p", "<p a=", "<p a='", "<script>", "&#", "&#x", "<![CDATA["}) {
    CAPTURE(piece);
    CHECK_FALSE(read_page(piece, the_rules()).article);
    CHECK(read_page(head + text + piece, the_rules()).article);
  }
}
