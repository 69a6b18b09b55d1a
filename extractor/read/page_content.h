// SPDX-License-Identifier: Apache-2.0
// Which part of a page is the article: the element in which the running text lies, by text density and link density.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extractor/read/page.h"
#include "extractor/read/page_lines.h"

namespace socai {

struct PageContent {
  std::uint32_t root = 0;      // the element; 0: none found
  std::size_t text_bytes = 0;  // of its running text, outside of links
  std::size_t paragraphs = 0;  // lines of running text
  std::size_t link_lines = 0;  // lines that are links to something else, as of a list of articles
};

PageContent find_content(const Page& page, const std::vector<PageLine>& lines);

// Whether the line is nothing but links.
bool is_all_links(const PageLine& line);

}  // namespace socai
