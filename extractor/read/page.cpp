// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/page.h"

#include <algorithm>
#include <array>

#include "extractor/read/markup.h"
#include "extractor/read/references.h"
#include "extractor/read/tags.h"

namespace socai {
namespace {

class PageBuilder {
 public:
  explicit PageBuilder(std::string_view bytes) : reader_(bytes, MarkupLanguage::html) {
    page_.nodes.push_back({Tag::other, false, 0, 0, {}});
    open_.push_back({0, Tag::other, {}});
    add(Tag::body, {});  // many a page opens none
    open_.push_back({1, Tag::body, {}});
  }

  Page build() {
    MarkupToken token;
    while (reader_.next(&token)) {
      if (page_.nodes.size() >= Page::kMostNodes) {
        page_.cut = true;
        break;
      }
      take(token);
    }
    while (!open_.empty()) pop();
    return std::move(page_);
  }

 private:
  struct Open {
    std::uint32_t node;
    Tag tag;
    std::string_view name;
  };

  void take(const MarkupToken& token) {
    switch (token.kind) {
      case MarkupToken::Kind::text: add(Tag::text, token.text).literal = token.literal; break;
      case MarkupToken::Kind::open: open(token); break;
      case MarkupToken::Kind::close: close(token.name); break;
    }
  }

  PageNode& add(Tag tag, std::string_view words) {
    const auto index = static_cast<std::uint32_t>(page_.nodes.size());
    page_.nodes.push_back({tag, false, open_.back().node, index + 1, words});
    return page_.nodes.back();
  }

  void open(const MarkupToken& token) {
    const TagInfo info = tag_info(token.name);
    close_implied(info.tag);
    if (open_.size() >= Page::kDeepest) pop();  // what lies deeper stands side by side at this depth
    add(info.tag, token.attributes);
    if (info.is_void) return;
    open_.push_back({static_cast<std::uint32_t>(page_.nodes.size() - 1), info.tag, token.name});
  }

  // Ends the elements that cannot hold the one that opens.
  void close_implied(Tag tag) {
    if (tag == Tag::li) {
      close_up_to(Tag::li, {Tag::list, Tag::table});
    } else if (tag == Tag::cell) {
      close_up_to(Tag::cell, {Tag::row, Tag::table});
    } else if (tag == Tag::row) {
      close_up_to(Tag::row, {Tag::table});
    } else if (tag == Tag::section) {
      close_up_to(Tag::section, {Tag::table});
    } else if (tag == Tag::a) {
      close_up_to(Tag::a, {Tag::table, Tag::block, Tag::list});
    } else if (tag == Tag::body) {
      close_up_to(Tag::head, {});
    }
    if (is_block(tag)) close_up_to(Tag::p, {Tag::cell, Tag::table, Tag::block, Tag::list, Tag::li, Tag::article});
  }

  // Ends the innermost open `tag`, unless one of `bounds` stands between.
  void close_up_to(Tag tag, std::initializer_list<Tag> bounds) {
    for (std::size_t at = open_.size(); at-- > 1;) {
      if (open_[at].tag == tag) return close_from(at);
      if (std::find(bounds.begin(), bounds.end(), open_[at].tag) != bounds.end()) return;
    }
  }

  // An end tag without its start tag is passed over; one of an inline element does not end a block.
  void close(std::string_view name) {
    const TagInfo info = tag_info(name);
    if (info.tag == Tag::body || info.tag == Tag::html) return;  // what follows belongs to it all the same
    for (std::size_t at = open_.size(); at-- > 1;) {
      const Open& one = open_[at];
      if (one.tag == info.tag && same_in_any_case(one.name, name)) return close_from(at);
      if (one.tag == Tag::table || (one.tag == Tag::cell && !is_of_table(info.tag))) return;
      if (!is_block(info.tag) && is_block(one.tag)) return;
    }
  }

  static bool is_of_table(Tag tag) { return tag == Tag::table || tag == Tag::section || tag == Tag::row; }

  static bool same_in_any_case(std::string_view a, std::string_view b) {
    const auto fold = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return fold(x) == fold(y); });
  }

  void close_from(std::size_t at) {
    while (open_.size() > at) pop();
  }

  void pop() {
    page_.nodes[open_.back().node].end = static_cast<std::uint32_t>(page_.nodes.size());
    open_.pop_back();
  }

  MarkupReader reader_;
  Page page_;
  std::vector<Open> open_;
};

constexpr bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

}  // namespace

Page parse_page(std::string_view bytes) { return PageBuilder(bytes).build(); }

void append_folded(std::string_view text, std::string* out) {
  for (std::size_t at = 0; at < text.size();) {
    const bool wide = text[at] == kNoBreakSpace[0] && text.substr(at, 2) == kNoBreakSpace;
    if (wide || is_white(text[at])) {
      if (!out->empty() && out->back() != ' ' && out->back() != '\n') out->push_back(' ');
      at += wide ? 2 : 1;
    } else {
      out->push_back(text[at++]);
    }
  }
}

std::string folded(std::string_view text) {
  std::string out;
  append_folded(text, &out);
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string text_below(const Page& page, std::uint32_t node) {
  std::string folded;
  std::string decoded;
  for (std::uint32_t at = node; at < page.nodes[node].end; ++at) {
    const PageNode& one = page.nodes[at];
    if (one.tag == Tag::dropped || one.tag == Tag::script) {
      at = one.end - 1;
    } else if (one.tag == Tag::br || is_block(one.tag)) {
      append_folded(" ", &folded);
    } else if (one.tag == Tag::text) {
      decoded.clear();
      if (one.literal)
        decoded = one.words;
      else
        append_decoded(one.words, &decoded);
      append_folded(decoded, &folded);
    }
  }
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

}  // namespace socai
