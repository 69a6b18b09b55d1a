// SPDX-License-Identifier: Apache-2.0
// An HTML page as a tree that lies flat in document order, with the tags that are implied put in ("<p>" ends "<p>").
// Any bytes give a tree; memory and time are linear in their length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace socai {

// What elements the readers tell apart; `other` holds the rest, of which all are taken as inline.
enum class Tag : std::uint8_t {
  text,  // no element: characters
  other,
  a,
  article,
  aside,
  block,  // div, section, form and whatever else begins a line
  body,
  br,
  caption,
  dropped,  // script, style, iframe, video and the like: never text
  figcaption,
  figure,
  footer,
  h1,
  heading,  // h2 to h6
  head,
  html,
  img,
  li,
  link,
  list,  // ul, ol, dl
  main,
  meta,
  nav,
  p,
  script,
  table,
  cell,     // td, th
  row,      // tr
  section,  // tbody, thead, tfoot
  time,
  title,
};

struct PageNode {
  Tag tag = Tag::text;
  bool literal = false;  // text: "&" stands for itself
  std::uint32_t parent = 0;
  std::uint32_t end = 0;   // behind the last node of its subtree
  std::string_view words;  // the text, or the element's attributes, as written
};

struct Page {
  std::vector<PageNode> nodes;  // 0 stands for the page, 1 for the body of one that opens none
  bool cut = false;             // there was more than kMostNodes

  // How deep `nodes` nests at most: what lies deeper hangs at this depth, as in browsers.
  static constexpr std::size_t kDeepest = 512;
  static constexpr std::size_t kMostNodes = std::size_t{1} << 20;
};

// `bytes` must be UTF-8 and outlive the page.
Page parse_page(std::string_view bytes);

// The text below a node, its references decoded, white space folded.
std::string text_below(const Page& page, std::uint32_t node);

// Appends the text with runs of white space (also no-break spaces) as one space, without one at the start of *out.
void append_folded(std::string_view text, std::string* out);

// The same of a text by itself, without a space at its end either.
std::string folded(std::string_view text);

// Whether the tag begins and ends a line.
bool is_block(Tag tag);

}  // namespace socai
