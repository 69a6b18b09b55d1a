// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/page_content.h"

#include <algorithm>

namespace socai {
namespace {

constexpr std::size_t kParagraph = 60;      // bytes: a shorter line is no running text
constexpr std::size_t kMostOfLine = 1200;   // bytes of one line that count, so that no single line decides
constexpr std::size_t kHeadlineBytes = 25;  // of a link that may be the headline of something else
constexpr double kBodyFactor = 1.4;         // for an element whose class names it as the body
constexpr double kClimb = 0.75;             // of a score: what its parent must have to take its place

// The share that the element around a paragraph gets, and those around that.
constexpr double kShares[] = {1.0, 0.5, 0.3, 0.15};

std::size_t own_bytes(const PageLine& line) { return line.text.size() - std::min(line.link_bytes, line.text.size()); }

bool is_running_text(const PageLine& line) {
  if (line.kind != LineKind::text && line.kind != LineKind::row) return false;
  return own_bytes(line) >= kParagraph && own_bytes(line) * 2 >= line.text.size();
}

class ContentFinder {
 public:
  ContentFinder(const Page& page, const std::vector<PageLine>& lines)
      : page_(page), lines_(lines), scores_(page.nodes.size()) {}

  PageContent find() {
    for (const PageLine& line : lines_) {
      if (is_running_text(line)) add(line);
    }
    PageContent content;
    double best = 0;
    for (std::uint32_t node = 1; node < scores_.size(); ++node) {
      if (scores_[node] > best) {
        best = scores_[node];
        content.root = node;
      }
    }
    if (content.root != 0) climb(&content.root);
    count(&content);
    return content;
  }

 private:
  void add(const PageLine& line) {
    const auto weight = static_cast<double>(std::min(own_bytes(line), kMostOfLine));
    std::uint32_t node = line.block;
    if (page_.nodes[node].tag == Tag::p || page_.nodes[node].tag == Tag::row) node = page_.nodes[node].parent;
    for (const double share : kShares) {
      if (node == 0) return;
      scores_[node] += weight * share * ((line.parts & kBodyPart) != 0 ? kBodyFactor : 1.0);
      node = page_.nodes[node].parent;
    }
  }

  // A body that advertising or pictures split in several elements lies in the one around them.
  void climb(std::uint32_t* root) const {
    while (true) {
      const std::uint32_t parent = page_.nodes[*root].parent;
      if (parent == 0 || page_.nodes[parent].tag == Tag::body || page_.nodes[parent].tag == Tag::html) return;
      if (scores_[parent] < kClimb * scores_[*root]) return;
      *root = parent;
    }
  }

  void count(PageContent* content) const {
    if (content->root == 0) return;
    const std::uint32_t end = page_.nodes[content->root].end;
    for (const PageLine& line : lines_) {
      if (line.first < content->root || line.first >= end) continue;
      if (is_running_text(line)) {
        ++content->paragraphs;
        content->text_bytes += own_bytes(line);
      } else if (line.kind == LineKind::caption) {
        content->text_bytes += line.text.size();
      } else if (is_all_links(line) && line.longest_link >= kHeadlineBytes) {
        ++content->link_lines;
      }
    }
  }

  const Page& page_;
  const std::vector<PageLine>& lines_;
  std::vector<double> scores_;
};

}  // namespace

PageContent find_content(const Page& page, const std::vector<PageLine>& lines) {
  return ContentFinder(page, lines).find();
}

bool is_all_links(const PageLine& line) { return line.link_bytes * 10 >= line.text.size() * 9; }

}  // namespace socai
