// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/feed.h"

#include <algorithm>
#include <string>

#include "extractor/read/html.h"
#include "extractor/read/identity.h"
#include "extractor/read/markup.h"
#include "extractor/read/page.h"
#include "extractor/read/published.h"
#include "extractor/read/references.h"
#include "extractor/rules/tables.h"
#include "extractor/text/utf8.h"

namespace socai {
namespace {

// What an item says, as written: of the text the markup too.
struct Item {
  std::string title, link, guid, time, updated, summary, content;
};

class FeedReader {
 public:
  FeedReader(std::string_view xml, const Rules& rules, const std::function<void(std::size_t, ReadResult)>& take)
      : xml_(xml), rules_(rules), take_(take), reader_(xml, MarkupLanguage::xml) {}

  void read() {
    MarkupToken token;
    while (reader_.next(&token)) {
      const bool opens_item = token.kind == MarkupToken::Kind::open && is_item(token.name) && !token.empty;
      if (opens_item) read_item(token);
    }
  }

 private:
  static bool is_item(std::string_view name) { return name == "item" || name == "entry"; }

  void read_item(const MarkupToken& opening) {
    const std::size_t line = line_of(opening.name);
    Item item;
    MarkupToken token;
    while (reader_.next(&token)) {
      if (token.kind == MarkupToken::Kind::close && is_item(token.name)) break;
      if (token.kind == MarkupToken::Kind::open) take_element(token, &item);
    }
    take_(line, article_of(item));
  }

  std::size_t line_of(std::string_view place) {
    const auto at = static_cast<std::size_t>(place.data() - xml_.data());
    line_ += static_cast<std::size_t>(std::count(xml_.begin() + line_end_, xml_.begin() + at, '\n'));
    line_end_ = at;
    return line_;
  }

  void take_element(const MarkupToken& opening, Item* item) {
    const std::string_view name = opening.name;
    if (name == "link") {
      const auto rel = attribute(opening.attributes, "rel");
      const auto href = attribute(opening.attributes, "href");
      if (href && (!rel || *rel == "alternate") && item->link.empty()) item->link = *href;
    }
    if (opening.empty) return;
    std::string* field = field_of(name, item);
    const std::string value = value_of(name);
    if (field != nullptr && field->size() < value.size()) *field = value;
  }

  static std::string* field_of(std::string_view name, Item* item) {
    if (name == "title") return &item->title;
    if (name == "link") return &item->link;
    if (name == "guid" || name == "id") return &item->guid;
    if (name == "pubDate" || name == "published" || name == "dc:date") return &item->time;
    if (name == "updated") return &item->updated;
    if (name == "description" || name == "summary") return &item->summary;
    if (name == "content:encoded" || name == "content") return &item->content;
    return nullptr;
  }

  // Reads to the end of the element. Markup within it (Atom's xhtml) is kept as it is written.
  std::string value_of(std::string_view name) {
    std::string value;
    MarkupToken token;
    int depth = 1;
    while (depth > 0 && reader_.next(&token)) {
      if (token.kind == MarkupToken::Kind::text) {
        if (token.literal) {
          value += token.text;
        } else {
          append_decoded(token.text, &value);
        }
        continue;
      }
      if (token.name == name && !token.empty) depth += token.kind == MarkupToken::Kind::open ? 1 : -1;
      if (depth > 0) value += tag_of(token);
    }
    return value;
  }

  static std::string tag_of(const MarkupToken& token) {
    std::string tag = token.kind == MarkupToken::Kind::close ? "</" : "<";
    tag += token.name;
    tag += token.attributes;
    return tag + '>';
  }

  ReadResult article_of(const Item& item) const {
    const PageRules& pages = rules_.tables().pages;
    Article article;
    const std::string url = folded(item.link.empty() ? item.guid : item.link);
    if (!outlet_of_url(url, pages).empty()) {
      article.url = canonical_url(url, pages);
      article.outlet = outlet_of_url(url, pages);
    }
    for (const auto* time : {&item.time, &item.updated}) {
      if (!article.published) article.published = published_time(folded(*time), pages);
    }
    std::string title = text_of_fragment(item.title, rules_);
    std::replace(title.begin(), title.end(), '\n', ' ');
    title = folded(title);
    if (!title.empty()) article.title = title;
    article.text = text_of_fragment(item.content, rules_);
    const std::string summary = text_of_fragment(item.summary, rules_);
    if (article.text.size() < summary.size()) article.text = summary;
    if (article.text.empty()) return {std::nullopt, "no article: the item has no text", 0};
    article.id = article_id_of_text(article.text);
    return {std::move(article), "", 0};
  }

  std::string_view xml_;
  const Rules& rules_;
  const std::function<void(std::size_t, ReadResult)>& take_;
  MarkupReader reader_;
  std::size_t line_ = 1;
  std::size_t line_end_ = 0;
};

}  // namespace

void read_feed(std::string_view xml, const Rules& rules, const std::function<void(std::size_t, ReadResult)>& take) {
  std::string repaired;
  if (!is_valid_utf8(xml)) {
    std::size_t replaced = 0;
    repaired = replace_invalid_utf8(xml, &replaced);
    xml = repaired;
  }
  FeedReader(xml, rules, take).read();
}

}  // namespace socai
