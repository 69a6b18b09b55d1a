// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/html.h"

#include <algorithm>

#include "extractor/read/identity.h"
#include "extractor/read/markup.h"
#include "extractor/read/page.h"
#include "extractor/read/page_content.h"
#include "extractor/read/page_lines.h"
#include "extractor/read/page_metadata.h"
#include "extractor/read/page_text.h"
#include "extractor/read/published.h"
#include "extractor/read/references.h"
#include "extractor/rules/tables.h"
#include "extractor/text/utf8.h"

namespace socai {
namespace {

constexpr std::size_t kLongestPage = std::size_t{16} << 20;
constexpr std::size_t kLeastText = 200;         // bytes of running text that make an article
constexpr std::size_t kLeastTextDeclared = 40;  // of a page that says that it is one
constexpr std::size_t kLeastLinksOfList = 5;

// One page on its way to an article.
class PageReader {
 public:
  PageReader(std::string_view html, const PageRules& rules) : rules_(rules), page_(parse_page(html)) {
    metadata_ = read_metadata(page_);
  }

  ReadResult read(const std::optional<std::string>& url) {
    find_lines(true);
    if (!has_text()) find_lines(false);
    Article article;
    article.title = find_headline();
    if (has_text() || metadata_.article_body.empty()) {
      const std::string problem = why_not();
      if (!problem.empty()) return {std::nullopt, problem, 0};
      article.text = lay_out({page_, lines_, content_, metadata_, title_, article.title.value_or("")}, rules_);
    } else {
      article.text = told_body();
    }
    set_url(url, &article);
    article.published = find_published();
    if (article.text.empty()) return {std::nullopt, "no article: the page has no text", 0};
    article.id = article_id_of_text(article.text);
    return {std::move(article), "", 0};
  }

 private:
  void find_lines(bool drop_parts) {
    lines_ = page_lines(page_, rules_, first_headline(), drop_parts);
    content_ = find_content(page_, lines_);
    title_ = find_title(lines_, metadata_);
  }

  std::uint32_t first_headline() const {
    const auto found =
        std::find_if(page_.nodes.begin(), page_.nodes.end(), [](const PageNode& node) { return node.tag == Tag::h1; });
    return found == page_.nodes.end() ? 0 : static_cast<std::uint32_t>(found - page_.nodes.begin());
  }

  bool has_text() const { return content_.text_bytes >= (metadata_.says_article ? kLeastTextDeclared : kLeastText); }

  std::string why_not() const {
    if (page_.cut) return "no article: the page has more than a million elements";
    const bool many_links = content_.link_lines >= kLeastLinksOfList && content_.link_lines * 2 >= content_.paragraphs;
    if (!metadata_.says_article && (many_links || !title_)) return "no article: the page is a list of links";
    if (!has_text()) return "no article: the page has no running text";
    return "";
  }

  // What a page that scripts put together says in its JSON-LD alone.
  std::string told_body() const {
    std::string text;
    std::string body;
    append_decoded(metadata_.article_body, &body);
    if (body.find("<p") != std::string::npos) {
      const Page page = parse_page(body);
      for (const PageLine& line : page_lines(page, rules_, 0, true)) text += line.text + '\n';
      return text;
    }
    for (std::size_t at = 0; at < body.size();) {
      const auto end = std::min(body.find('\n', at), body.size());
      const std::string line = folded(std::string_view(body).substr(at, end - at));
      if (!line.empty()) text += line + '\n';
      at = end + 1;
    }
    return text;
  }

  void set_url(const std::optional<std::string>& given, Article* article) const {
    std::string url;
    for (const auto& one : metadata_.urls) {
      if (url.empty() && !outlet_of_url(one, rules_).empty()) url = one;
    }
    if (url.empty()) url = given.value_or("");
    if (!url.empty()) {
      article->url = canonical_url(url, rules_);
      const std::string outlet = outlet_of_url(url, rules_);
      if (!outlet.empty()) article->outlet = outlet;
    } else if (!metadata_.site_name.empty()) {
      article->outlet = metadata_.site_name;
    }
  }

  std::optional<std::string> find_headline() const {
    if (title_) return lines_[*title_].text;
    if (!metadata_.titles.empty()) return metadata_.titles.front();
    return std::nullopt;
  }

  std::optional<std::string> find_published() const {
    for (const auto& time : metadata_.times) {
      if (auto iso = published_time(time, rules_)) return iso;
    }
    if (auto iso = time_element()) return iso;
    if (auto iso = time_line(lines_)) return iso;
    return time_line(page_lines(page_, rules_, first_headline(), false));  // beside the buttons, which are dropped
  }

  std::optional<std::string> time_element() const {
    for (std::uint32_t at = 0; at < page_.nodes.size(); ++at) {
      const PageNode& node = page_.nodes[at];
      if (node.tag != Tag::time) continue;
      const auto when = attribute(node.words, "datetime");
      if (auto iso = published_time(when && !when->empty() ? *when : text_below(page_, at), rules_)) return iso;
    }
    return std::nullopt;
  }

  // A line that is called a time, or is one, around the headline and before the end of the body.
  std::optional<std::string> time_line(const std::vector<PageLine>& lines) const {
    const std::uint32_t end = page_.nodes[content_.root].end;
    for (const bool named : {true, false}) {
      for (const PageLine& line : lines) {
        if (line.first >= end) break;
        if (named ? (line.parts & kTimePart) == 0 : !is_only_a_time(line.text, rules_)) continue;
        if (auto iso = published_time(line.text, rules_)) return iso;
      }
    }
    return std::nullopt;
  }

  const PageRules& rules_;
  const Page page_;
  PageMetadata metadata_;
  std::vector<PageLine> lines_;
  PageContent content_;
  std::optional<std::size_t> title_;
};

}  // namespace

ReadResult read_page(std::string_view html, const Rules& rules, const std::optional<std::string>& url) {
  return read_page(html, rules.tables().pages, url);
}

ReadResult read_page(std::string_view html, const PageRules& rules, const std::optional<std::string>& url) {
  if (html.size() > kLongestPage) return {std::nullopt, "page longer than 16 MiB", 0};
  std::size_t replaced = 0;
  std::string repaired;
  if (!is_valid_utf8(html)) {
    repaired = replace_invalid_utf8(html, &replaced);
    html = repaired;
  }
  auto result = PageReader(html, rules).read(url);
  result.replaced_bytes = replaced;
  return result;
}

std::string text_of_fragment(std::string_view html, const Rules& rules) {
  const PageRules& pages = rules.tables().pages;
  const Page page = parse_page(html);
  const auto lines = page_lines(page, pages, 0, true);
  return lay_out({page, lines, PageContent{}, PageMetadata{}, std::nullopt, ""}, pages);
}

}  // namespace socai
