// SPDX-License-Identifier: Apache-2.0
// What a page says of itself for machines: JSON-LD, OpenGraph, meta, link and time elements.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractor/read/page.h"

namespace socai {

struct PageMetadata {
  static constexpr std::size_t kMost = 16;  // of each list: a page with more is out to make somebody wait

  std::vector<std::string> titles;        // most trusted first: JSON-LD, OpenGraph, meta, <title>
  std::vector<std::string> descriptions;  // in the same order
  std::vector<std::string> times;         // as written
  std::vector<std::string> urls;          // canonical link first
  std::string site_name;
  std::string article_body;   // of JSON-LD
  bool says_article = false;  // JSON-LD has an article, or there is a time of publication
};

PageMetadata read_metadata(const Page& page);

// Adds the value to one of the lists, if it has room and the value says anything.
void put_value(std::string value, std::vector<std::string>* list);

// What a <script type="application/ld+json"> says of an article, added to *metadata. Any bytes are accepted.
void read_json_ld(std::string_view json, PageMetadata* metadata);

}  // namespace socai
