// SPDX-License-Identifier: Apache-2.0
#include "cli/input/slice_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extractor/read/feed.h"
#include "extractor/read/html.h"

namespace socai::cli {

SliceReport SliceReader::read(const Slice& slice, const std::function<void(const Article&)>& take) {
  report_ = {};
  take_ = &take;
  if (!slice.problem.empty()) {
    report_.refused.push_back({slice.name, slice.problem_line, slice.problem});
  } else if (slice.form == Form::text) {
    read_one(slice, 0, read_text(slice.bytes));
  } else if (slice.form == Form::json) {
    read_one(slice, 0, jsonl_.read_line(slice.bytes));
  } else if (slice.form == Form::html) {
    read_one(slice, 0, read_page(slice.bytes, rules_));
  } else if (slice.form == Form::feed) {
    read_items(slice);
  } else {
    std::size_t line = slice.lines_before;
    for (std::size_t start = 0; start < slice.bytes.size();) {
      const std::size_t end = std::min(slice.bytes.find('\n', start), slice.bytes.size());
      read_one(slice, ++line, jsonl_.read_line(std::string_view(slice.bytes).substr(start, end - start)));
      start = end + 1;
    }
  }
  return std::move(report_);
}

void SliceReader::read_items(const Slice& slice) {
  std::size_t items = 0;
  read_feed(slice.bytes, rules_, [&](std::size_t line, ReadResult result) {
    ++items;
    read_one(slice, line, std::move(result));
  });
  if (items == 0) report_.refused.push_back({slice.name, 0, "no article: the feed has no items"});
}

void SliceReader::read_one(const Slice& slice, std::size_t line, ReadResult result) {
  if (!result.problem.empty()) report_.refused.push_back({slice.name, line, std::move(result.problem)});
  if (!result.article) return;
  if (result.replaced_bytes > 0) {
    report_.notes.push_back({slice.name, line, std::to_string(result.replaced_bytes)});
  }
  ++report_.articles;
  (*take_)(*result.article);
}

}  // namespace socai::cli
