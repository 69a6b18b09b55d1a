// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/page_lines.h"

#include <algorithm>
#include <utility>

#include "extractor/read/markup.h"
#include "extractor/read/references.h"

namespace socai {
namespace {

// A row of figures has short cells; longer ones are the columns of a layout.
constexpr std::size_t kLongestRow = 1200;   // bytes
constexpr std::size_t kMostRowNodes = 400;  // nodes looked at, so that tables within tables cost no more

bool is_hidden(std::string_view attributes) {
  AttributeReader reader(attributes);
  std::string_view name;
  std::string_view value;
  while (reader.next(&name, &value)) {
    if (same_name(name, "hidden")) return true;
    if (same_name(name, "style") && value.find("display:none") != std::string_view::npos) return true;
  }
  return false;
}

class LineFinder {
 public:
  LineFinder(const Page& page, const PageRules& rules, std::uint32_t keep, bool drop_parts)
      : page_(page), rules_(rules), keep_(keep), drop_parts_(drop_parts) {}

  std::vector<PageLine> find() {
    open_.push_back({0, static_cast<std::uint32_t>(page_.nodes.size())});
    for (std::uint32_t at = 1; at < page_.nodes.size();) {
      leave(at);
      at = take(at);
    }
    flush();
    return std::move(lines_);
  }

 private:
  // An element around the place that has been reached.
  struct Open {
    std::uint32_t node = 0;
    std::uint32_t end = 0;
    std::uint32_t block = 0;
    std::uint8_t parts = 0;
    LineKind kind = LineKind::text;
    bool in_row = false;
    bool is_link = false;
    bool is_block = false;
  };

  void leave(std::uint32_t at) {
    while (open_.size() > 1 && open_.back().end <= at) {
      const Open one = open_.back();
      open_.pop_back();
      if (one.is_link) end_link();
      if (one.is_block) break_line(one.in_row && open_.back().in_row);
    }
  }

  // Gives the node to go on with.
  std::uint32_t take(std::uint32_t at) {
    const PageNode& node = page_.nodes[at];
    if (node.tag == Tag::text) {
      add_text(at);
      return at + 1;
    }
    if (node.tag == Tag::br) {
      break_line(open_.back().in_row);
      return at + 1;
    }
    const std::uint8_t parts = rules_.parts_of(node.words);
    if (is_dropped(at, parts)) return node.end;
    if (node.end == at + 1) return at + 1;
    enter(at, parts);
    return at + 1;
  }

  bool is_dropped(std::uint32_t at, std::uint8_t parts) const {
    const PageNode& node = page_.nodes[at];
    switch (node.tag) {
      case Tag::dropped:
      case Tag::script:
      case Tag::head:
      case Tag::title:
      case Tag::nav: return true;
      case Tag::html:
      case Tag::body:
      case Tag::main: return false;
      default: break;
    }
    if (is_hidden(node.words) && !(at <= keep_ && keep_ < node.end)) return true;
    if (!drop_parts_ || (at <= keep_ && keep_ < node.end)) return false;
    if (node.tag == Tag::footer || node.tag == Tag::aside) return true;
    // Words of a sentence are not dropped: "tag" is also the class of a link within it.
    return is_block(node.tag) && (parts & kDroppedPart) != 0 && (parts & kRelatedPart) == 0;
  }

  void enter(std::uint32_t at, std::uint8_t parts) {
    const PageNode& node = page_.nodes[at];
    const Open& around = open_.back();
    Open one = around;
    one.node = at;
    one.end = node.end;
    one.is_link = node.tag == Tag::a;
    one.is_block = is_block(node.tag);
    const bool is_page = node.tag == Tag::html || node.tag == Tag::body || node.tag == Tag::main;
    if (!is_page && !(at <= keep_ && keep_ < node.end)) one.parts |= parts;
    if (node.tag == Tag::figcaption) one.parts |= kCaptionPart;
    if (node.tag == Tag::h1) one.kind = LineKind::title;
    if (node.tag == Tag::heading) one.kind = LineKind::heading;
    if (node.tag == Tag::row) one.in_row = is_row_of_figures(at);
    if (one.is_block) {
      one.block = at;
      break_line(one.in_row && around.in_row, node.tag == Tag::cell);
    }
    if (one.is_link) begin_link(node);
    open_.push_back(one);
  }

  bool is_row_of_figures(std::uint32_t at) const {
    std::size_t bytes = 0;
    std::size_t cells = 0;
    const std::uint32_t end = page_.nodes[at].end;
    if (end - at > kMostRowNodes) return false;
    for (std::uint32_t inside = at + 1; inside < end; ++inside) {
      const PageNode& node = page_.nodes[inside];
      if (node.tag == Tag::table || node.tag == Tag::img || node.tag == Tag::list) return false;
      if (node.tag == Tag::cell) ++cells;
      if (node.tag == Tag::text) bytes += node.words.size();
    }
    return cells > 1 && bytes <= kLongestRow;
  }

  void begin_link(const PageNode& node) {
    link_start_ = line_.text.size();
    link_ = attribute(node.words, "href").value_or("");
  }

  void end_link() {
    const std::size_t bytes = line_.text.size() - std::min(link_start_, line_.text.size());
    line_.link_bytes += bytes;
    line_.longest_link = std::max(line_.longest_link, bytes);
    if ((open_.back().parts & kRelatedPart) != 0) flush_related();
    link_.clear();
    link_start_ = std::string::npos;
  }

  // Two links to one page are its title and what it is about, or its picture: the first that has words stands for it.
  void flush_related() {
    const std::string link = link_;
    if (link.empty() || link != last_related_) {
      const std::size_t before = lines_.size();
      flush(LineKind::related);
      if (lines_.size() > before) last_related_ = link;
    } else {
      line_ = {};
    }
  }

  void add_text(std::uint32_t at) {
    const Open& around = open_.back();
    if ((around.parts & kRelatedPart) != 0 && link_start_ == std::string::npos) return;
    if (line_.text.empty()) {
      line_.first = at;
      line_.block = around.block;
      line_.parts = around.parts;
      line_.kind = around.kind;
      if ((around.parts & kCaptionPart) != 0) line_.kind = LineKind::caption;
      if (around.in_row) line_.kind = LineKind::row;
    }
    const PageNode& node = page_.nodes[at];
    if (node.literal) return append_folded(node.words, &line_.text);
    decoded_.clear();
    append_decoded(node.words, &decoded_);
    append_folded(decoded_, &line_.text);
  }

  // The line ends, or goes on with a space, or the next cell of its row.
  void break_line(bool within_row, bool is_cell = false) {
    if (!within_row) return flush();
    if (line_.text.empty()) return;
    if (is_cell) {
      trim();
      line_.text += rules_.cell_separator;
    } else {
      append_folded(" ", &line_.text);
    }
  }

  void trim() {
    while (!line_.text.empty() && line_.text.back() == ' ') line_.text.pop_back();
  }

  void flush() { flush(line_.kind); }

  void flush(LineKind kind) {
    trim();
    if (link_start_ != std::string::npos && !line_.text.empty() && kind != LineKind::related) {
      const std::size_t bytes = line_.text.size() - std::min(link_start_, line_.text.size());  // the link goes on
      line_.link_bytes += bytes;
      line_.longest_link = std::max(line_.longest_link, bytes);
      link_start_ = 0;
    }
    line_.kind = kind;
    if (!line_.text.empty()) lines_.push_back(std::move(line_));
    line_ = {};
  }

  const Page& page_;
  const PageRules& rules_;
  const std::uint32_t keep_;
  const bool drop_parts_;
  std::vector<Open> open_;
  std::vector<PageLine> lines_;
  PageLine line_;
  std::string link_;                            // where the link around leads
  std::size_t link_start_ = std::string::npos;  // where its words begin in the line
  std::string last_related_;
  std::string decoded_;
};

}  // namespace

std::vector<PageLine> page_lines(const Page& page, const PageRules& rules, std::uint32_t keep, bool drop_parts) {
  return LineFinder(page, rules, keep, drop_parts).find();
}

}  // namespace socai
