// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/page_text.h"

#include <algorithm>
#include <string_view>

#include "extractor/read/published.h"
#include "extractor/text/utf8.h"

namespace socai {
namespace {

constexpr std::size_t kHeadlineBytes = 25;              // of a link that may be the headline of something else
constexpr std::size_t kShortLine = 60;                  // bytes: a label, not a sentence
constexpr std::size_t kShortestLede = 25;               // bytes
constexpr std::size_t kSameStart = 60;                  // bytes that a lede has in common with the page's description
constexpr std::size_t kShortestHeading = 8;             // letters of a headline in its own element
constexpr std::size_t kShortestTitle = 20;              // letters of a headline in any other
constexpr std::size_t kLongestTitle = 300;              // bytes
constexpr std::string_view kNoDashBefore = ".;:,\xA6";  // the last: of "…"
constexpr std::string_view kSentenceEnds = ".!?\"";

// Small letters and digits alone, for comparing what differs in marks and spaces.
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += utf8_length(static_cast<unsigned char>(text[at]))) {
    const char32_t c = to_lower(utf8_decode(text.data() + at));
    if (!is_letter(c) && (c < '0' || c > '9')) continue;
    char bytes[4];
    out.append(bytes, utf8_encode(c, bytes));
  }
  return out;
}

bool ends_sentence(std::string_view text) {
  return kSentenceEnds.find(text.back()) != std::string_view::npos || text.ends_with("…") || text.ends_with("”");
}

class Layout {
 public:
  Layout(const TextRequest& request, const PageRules& rules)
      : request_(request), rules_(rules), headline_(bare(request.headline)) {
    begin_ = request.content.root;
    end_ = request.page.nodes[begin_].end;
    for (const auto& words : request.metadata.descriptions) descriptions_.push_back(bare(words));
    body_seen_ = begin_ == 0;  // the whole, of which nothing is a label
  }

  std::string run() {
    const auto& lines = request_.lines;
    const std::size_t from =
        request_.title && lines[*request_.title].first < end_ ? *request_.title + 1 : first_inside();
    find_lede(from);
    for (std::size_t at = from; at < lines.size() && lines[at].first < end_; ++at) {
      if (lines[at].first < begin_) {
        take_before(at);
      } else {
        take_inside(at);
      }
    }
    return std::move(text_);
  }

 private:
  std::size_t first_inside() const {
    std::size_t at = 0;
    while (at < request_.lines.size() && request_.lines[at].first < begin_) ++at;
    return at;
  }

  // Between the headline and the body: an element that is called so, else what the page describes itself with.
  void find_lede(std::size_t from) {
    const auto& lines = request_.lines;
    for (std::size_t at = from; at < lines.size() && lines[at].first < begin_; ++at) {
      if (is_link(lines[at]) || lines[at].text.size() < kShortestLede) continue;
      const bool named = (lines[at].parts & kLedePart) != 0;
      if (named || is_description(lines[at].text)) ledes_.push_back(at);
    }
  }

  bool is_description(std::string_view text) const {
    const std::string start = bare(text).substr(0, kSameStart);
    return !start.empty() && std::any_of(descriptions_.begin(), descriptions_.end(),
                                         [&](const std::string& words) { return words.starts_with(start); });
  }

  bool is_link(const PageLine& line) const { return line.kind == LineKind::related || is_all_links(line); }

  void take_before(std::size_t at) {
    const PageLine& line = request_.lines[at];
    if (std::binary_search(ledes_.begin(), ledes_.end(), at)) {
      add("", line.text);
    } else if (line.kind == LineKind::related) {
      add_related(line.text);
    } else if (line.kind == LineKind::caption) {
      add_caption(line.text);
    }
  }

  void take_inside(std::size_t at) {
    const PageLine& line = request_.lines[at];
    if (bare(line.text) == headline_) return;
    if (is_link(line)) {
      if (line.kind == LineKind::related || std::max(line.longest_link, kHeadlineBytes) == line.longest_link) {
        add_related(line.text);
      }
      return;
    }
    if (line.kind == LineKind::caption) return add_caption(line.text);
    if (!body_seen_ && is_label(line)) return;
    if (line.text.size() >= kShortLine) body_seen_ = true;
    add("", line.text);
  }

  // Before the running text begins: the day, the section, buttons.
  bool is_label(const PageLine& line) const {
    if (is_only_a_time(line.text, rules_) || (line.parts & kTimePart) != 0) return true;
    return line.kind == LineKind::text && line.text.size() < kShortLine && !ends_sentence(line.text);
  }

  // The label makes the line one of the zone "related". A dash does so only under the lede, and not before what ends
  // like a sentence.
  void add_related(std::string_view title) {
    if (title.size() < kHeadlineBytes || bare(title) == headline_) return;
    const bool dash = !body_seen_ && kNoDashBefore.find(title.back()) == std::string_view::npos;
    add(dash ? rules_.related_under_lede_label : rules_.related_label, title);
  }

  void add_caption(std::string_view words) {
    const bool says_so = words.find(rules_.caption_label) != std::string_view::npos;
    add(says_so ? "" : rules_.caption_label, words);
  }

  void add(std::string_view label, std::string_view line) {
    text_ += label;
    text_ += line;
    text_ += '\n';
  }

  const TextRequest& request_;
  const PageRules& rules_;
  const std::string headline_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::vector<std::string> descriptions_;  // bare
  std::vector<std::size_t> ledes_;         // positions of lines, in order
  bool body_seen_ = false;
  std::string text_;
};

}  // namespace

std::optional<std::size_t> find_title(const std::vector<PageLine>& lines, const PageMetadata& metadata) {
  std::vector<std::string> known;
  known.reserve(metadata.titles.size());
  for (const auto& title : metadata.titles) known.push_back(bare(title));
  std::optional<std::size_t> first;
  std::optional<std::size_t> untold;  // an h1 that the metadata does not know: pages without accents in their <title>
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const bool is_heading = lines[at].kind == LineKind::title || lines[at].kind == LineKind::heading;
    if (!is_heading && (is_all_links(lines[at]) || lines[at].text.size() > kLongestTitle)) continue;
    const std::string words = bare(lines[at].text);
    if (words.size() < (is_heading ? kShortestHeading : kShortestTitle)) continue;
    const bool told = std::any_of(known.begin(), known.end(), [&](const std::string& title) {
      return title.starts_with(words) || words.starts_with(title);
    });
    if (told && lines[at].kind == LineKind::title) return at;
    if (!first && told) first = at;
    const bool stands_alone = lines[at].kind == LineKind::title && words.size() >= kShortestTitle;
    if (!untold && stands_alone && !is_all_links(lines[at])) untold = at;
  }
  return first ? first : untold;
}

std::string lay_out(const TextRequest& request, const PageRules& rules) { return Layout(request, rules).run(); }

}  // namespace socai
