// SPDX-License-Identifier: Apache-2.0
// Feeds -> articles.
#include <string>
#include <vector>

#include "catch.h"
#include "extractor/read/feed.h"

using namespace socai;

namespace {

struct Item {
  std::size_t line;
  ReadResult result;
};

std::vector<Item> items_of(const std::string& xml) {
  static const Rules kRules = Rules::built_in();
  std::vector<Item> items;
  read_feed(xml, kRules, [&](std::size_t line, ReadResult result) { items.push_back({line, std::move(result)}); });
  return items;
}

}  // namespace

TEST_CASE("each item of a feed is an article, from the element that says most", "[feed]") {
  const std::string rss = R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Báo Mẫu</title>
<link>https://baomau.example</link>
<item><title><![CDATA[Xã thu 5 tỷ đồng]]></title><link>https://m.baomau.example/thu-thue-1.html?utm_source=rss#top</link>
<pubDate>Mon, 03 Feb 2025 10:15:00 +0700</pubDate><description>Tóm tắt.</description>
<content:encoded><![CDATA[<p>Xã thu 5 tỷ&nbsp;đồng trong tháng 1.</p><p>Phần còn lại &amp; số nợ thu sau.</p>]]></content:encoded></item>
<item><title>Giá cam &amp; bưởi</title><guid isPermaLink="true">https://baomau.example/cam-2.html</guid>
<pubDate>Sun, 02 Feb 2025 20:00:00 GMT</pubDate>
<description>&lt;a href="x"&gt;&lt;img src="y"/&gt;&lt;/a&gt;&lt;br/&gt;Cam lên giá 30.000 đồng/kg.</description></item>
<item><title>Không có gì</title></item>
</channel></rss>)";
  const auto items = items_of(rss);
  REQUIRE(items.size() == 3);
  REQUIRE(items[0].result.article);
  const Article& first = *items[0].result.article;
  CHECK(items[0].line == 4);
  CHECK(first.title == "Xã thu 5 tỷ đồng");
  CHECK(first.url == "https://baomau.example/thu-thue-1.html");
  CHECK(first.outlet == "baomau.example");
  CHECK(first.published == "2025-02-03T10:15:00+07:00");
  CHECK(first.text == "Xã thu 5 tỷ đồng trong tháng 1.\nPhần còn lại & số nợ thu sau.\n");
  CHECK(first.id == article_id_of_text(first.text));
  REQUIRE(items[1].result.article);
  const Article& second = *items[1].result.article;
  CHECK(second.title == "Giá cam & bưởi");
  CHECK(second.url == "https://baomau.example/cam-2.html");
  CHECK(second.published == "2025-02-03T03:00:00+07:00");
  CHECK(second.text == "Cam lên giá 30.000 đồng/kg.\n");
  CHECK(items[2].line == 10);
  CHECK(items[2].result.problem == "no article: the item has no text");
}

TEST_CASE("an Atom feed's content may be text, encoded markup or markup", "[feed]") {
  const std::string atom = R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title>
<entry><title type="text">Một</title><link rel="self" href="https://a.example/1.atom"/><link href="https://a.example/1"/>
<published>2025-02-03T08:00:00+07:00</published><updated>2025-02-04T08:00:00+07:00</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Lãi 3 tỷ đồng.</p><p>Lỗ <b>1 tỷ</b> đồng.</p></div></content></entry>
<entry><title>Hai</title><link rel="alternate" href="https://a.example/2/"/><updated>2025-02-04T01:00:00Z</updated>
<summary>Ngắn.</summary><content type="html">&lt;p&gt;Quỹ có 2 tỷ đồng.&lt;/p&gt;</content></entry></feed>)";
  const auto items = items_of(atom);
  REQUIRE(items.size() == 2);
  CHECK(items[0].result.article->url == "https://a.example/1");
  CHECK(items[0].result.article->published == "2025-02-03T08:00:00+07:00");
  CHECK(items[0].result.article->text == "Lãi 3 tỷ đồng.\nLỗ 1 tỷ đồng.\n");
  CHECK(items[1].result.article->url == "https://a.example/2");
  CHECK(items[1].result.article->published == "2025-02-04T08:00:00+07:00");
  CHECK(items[1].result.article->text == "Quỹ có 2 tỷ đồng.\n");
}

TEST_CASE("a feed that breaks off gives what stands before", "[feed]") {
  CHECK(items_of("<rss><channel><item><description>Giá 5 tỷ đồng.</description></item><item><descr").size() == 2);
  CHECK(items_of("<rss><channel>").empty());
  CHECK(items_of("").empty());
}
