// SPDX-License-Identifier: Apache-2.0
// The article's lines, picked out of the page's and laid out so that extractor/structure/ knows each for what it is:
//
//   lede
//   - related link               under the lede
//   paragraph
//   Ảnh: caption                 unless it names its source itself
//   >> related link              within the body
//   cell | cell                  a table's row
//
// The headline is not among them: it is the article's title.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extractor/read/page.h"
#include "extractor/read/page_content.h"
#include "extractor/read/page_lines.h"
#include "extractor/read/page_metadata.h"
#include "extractor/read/page_rules.h"

namespace socai {

// The line of the page that is its headline, among `lines`; nothing where none is.
std::optional<std::size_t> find_title(const std::vector<PageLine>& lines, const PageMetadata& metadata);

struct TextRequest {
  const Page& page;
  const std::vector<PageLine>& lines;
  const PageContent& content;
  const PageMetadata& metadata;
  std::optional<std::size_t> title;  // position in `lines`
  std::string headline;              // the article's title, however found
};

std::string lay_out(const TextRequest& request, const PageRules& rules);

}  // namespace socai
