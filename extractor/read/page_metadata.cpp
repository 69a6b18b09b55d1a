// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/page_metadata.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extractor/read/markup.h"
#include "extractor/read/references.h"

namespace socai {
namespace {

enum class Says { title, description, time, url, site };

// The names that meta elements go by, in property, name or itemprop.
struct MetaName {
  std::string_view name;
  Says says;
};
constexpr std::array kMetaNames = {
    MetaName{"og:title", Says::title},
    MetaName{"twitter:title", Says::title},
    MetaName{"title", Says::title},
    MetaName{"headline", Says::title},
    MetaName{"dc.title", Says::title},
    MetaName{"og:description", Says::description},
    MetaName{"description", Says::description},
    MetaName{"twitter:description", Says::description},
    MetaName{"article:published_time", Says::time},
    MetaName{"datepublished", Says::time},
    MetaName{"pubdate", Says::time},
    MetaName{"publishdate", Says::time},
    MetaName{"publish_date", Says::time},
    MetaName{"article.published", Says::time},
    MetaName{"published_time", Says::time},
    MetaName{"dc.date.issued", Says::time},
    MetaName{"dc.date", Says::time},
    MetaName{"parsely-pub-date", Says::time},
    MetaName{"sailthru.date", Says::time},
    MetaName{"its_publication", Says::time},
    MetaName{"og:url", Says::url},
    MetaName{"og:site_name", Says::site},
};

std::string clean(const std::string& text) {
  std::string decoded;
  append_decoded(text, &decoded);  // once more: many a system encodes what stands encoded already
  return folded(decoded);
}

class MetadataReader {
 public:
  explicit MetadataReader(const Page& page) : page_(page) {}

  PageMetadata read() {
    for (std::uint32_t at = 0; at < page_.nodes.size(); ++at) take(at);
    // JSON-LD may stand anywhere and is trusted most: what it says goes before the rest.
    PageMetadata all = std::move(json_);
    const auto join = [](std::vector<std::string>* first, std::vector<std::string>& second) {
      first->insert(first->end(), second.begin(), second.end());
    };
    join(&all.titles, meta_.titles);
    join(&all.titles, titles_);
    join(&all.descriptions, meta_.descriptions);
    all.says_article = all.says_article || !meta_.times.empty();
    join(&all.times, meta_.times);
    join(&meta_.urls, all.urls);
    join(&canonical_, meta_.urls);
    all.urls = std::move(canonical_);
    all.site_name = std::move(meta_.site_name);
    return all;
  }

 private:
  void take(std::uint32_t at) {
    const PageNode& node = page_.nodes[at];
    if (node.tag == Tag::meta) {
      take_meta(node.words);
    } else if (node.tag == Tag::link) {
      const auto rel = attribute(node.words, "rel");
      const auto href = attribute(node.words, "href");
      if (rel && href && same_name(*rel, "canonical")) put_value(*href, &canonical_);
    } else if (node.tag == Tag::script) {
      const auto type = attribute(node.words, "type");
      const bool has_text = node.end == at + 2;
      if (type && has_text && type->find("ld+json") != std::string::npos) {
        read_json_ld(page_.nodes[at + 1].words, &json_);
      }
    } else if (node.tag == Tag::title && titles_.empty()) {
      const std::string title = clean(text_below(page_, at));
      if (!title.empty()) titles_.push_back(title);
    }
  }

  void take_meta(std::string_view attributes) {
    const auto content = attribute(attributes, "content");
    if (!content || content->empty()) return;
    for (const char* key : {"property", "name", "itemprop"}) {
      const auto name = attribute(attributes, key);
      if (!name) continue;
      const auto* known = std::find_if(kMetaNames.begin(), kMetaNames.end(),
                                       [&](const MetaName& one) { return same_name(*name, one.name); });
      if (known != kMetaNames.end()) return put(known->says, clean(*content));
    }
  }

  void put(Says says, const std::string& value) {
    switch (says) {
      case Says::title: put_value(value, &meta_.titles); break;
      case Says::description: put_value(value, &meta_.descriptions); break;
      case Says::time: put_value(value, &meta_.times); break;
      case Says::url: put_value(value, &meta_.urls); break;
      case Says::site: meta_.site_name = value; break;
    }
  }

  const Page& page_;
  PageMetadata json_, meta_;
  std::vector<std::string> titles_, canonical_;
};

}  // namespace

void put_value(std::string value, std::vector<std::string>* list) {
  if (!value.empty() && list->size() < PageMetadata::kMost) list->push_back(std::move(value));
}

PageMetadata read_metadata(const Page& page) { return MetadataReader(page).read(); }

}  // namespace socai
