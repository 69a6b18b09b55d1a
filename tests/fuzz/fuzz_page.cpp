// SPDX-License-Identifier: Apache-2.0
// Any bytes as a web page and as a feed: no crash, and what comes out is an article that can be recorded: valid UTF-8,
// no markup left of what was markup, a URL that is its own canonical form, a time in one form.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "extractor/read/feed.h"
#include "extractor/read/format.h"
#include "extractor/read/html.h"
#include "extractor/read/identity.h"
#include "extractor/read/published.h"
#include "extractor/rules/tables.h"
#include "extractor/text/utf8.h"

using namespace socai;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const ReadResult& result, const PageRules& rules) {
  require(result.article.has_value() != !result.problem.empty());
  if (!result.article) return;
  const Article& article = *result.article;
  require(is_valid_utf8(article.text) && is_valid_utf8(article.title.value_or("")));
  require(is_valid_utf8(article.url.value_or("")) && is_valid_utf8(article.outlet.value_or("")));
  require(article.text.ends_with('\n') && article.id == article_id_of_text(article.text));
  require(article.title.value_or("").find('\n') == std::string::npos);
  if (article.url) require(canonical_url(*article.url, rules) == *article.url);
  if (article.published) require(published_time(*article.published, rules) == article.published);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Rules kRules = Rules::built_in();
  const PageRules& pages = kRules.tables().pages;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(read_page(bytes, kRules), pages);
  read_feed(bytes, kRules, [&](std::size_t line, const ReadResult& result) {
    require(line > 0);
    check(result, pages);
  });
  detect_format(bytes);
  return 0;
}
