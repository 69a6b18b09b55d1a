// SPDX-License-Identifier: Apache-2.0
// A page as lines of text: one for each paragraph, heading, caption, and row of a table; scripts, menus, comments and
// whatever else rules/pages.toml drops are left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "extractor/read/page.h"
#include "extractor/read/page_rules.h"

namespace socai {

enum class LineKind : std::uint8_t {
  text,
  title,    // h1
  heading,  // h2 to h6
  caption,
  row,      // of a table, its cells side by side
  related,  // the words of one link, in a part that holds related links
};

struct PageLine {
  std::string text;  // folded; never empty
  LineKind kind = LineKind::text;
  std::uint8_t parts = 0;      // PartBits of the elements around it
  std::uint32_t block = 0;     // the innermost block around it
  std::uint32_t first = 0;     // its first node
  std::size_t link_bytes = 0;  // of the text, those within links
  std::size_t longest_link = 0;
};

// In document order. `keep` is an element that is not dropped whatever its class says, with those around it: the one
// that holds the headline. With `drop_parts` false no class drops anything: what is left if the words of the rules
// took the article itself away.
std::vector<PageLine> page_lines(const Page& page, const PageRules& rules, std::uint32_t keep, bool drop_parts);

}  // namespace socai
