// SPDX-License-Identifier: Apache-2.0
#include "cli/input/slice_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extractor/read/encoding.h"
#include "extractor/read/feed.h"
#include "extractor/read/html.h"
#include "extractor/text/utf8.h"

namespace socai::cli {
namespace {

// What a page or a feed says its encoding is: <meta charset=…>, <?xml … encoding="…"?>. Empty: nothing.
std::string declared_within(std::string_view bytes) {
  constexpr std::size_t kProbe = 4096;
  bytes = bytes.substr(0, kProbe);
  for (const std::string_view word : {"charset=", "encoding="}) {
    auto start = bytes.find(word);
    if (start == std::string_view::npos) continue;
    start = bytes.find_first_not_of("\"' ", start + word.size());
    if (start == std::string_view::npos) continue;
    return std::string(bytes.substr(start, bytes.find_first_of("\"' ;/>?", start) - start));
  }
  return {};
}

}  // namespace

SliceReport SliceReader::read(const Slice& slice, const Take& take) {
  report_ = {};
  take_ = &take;
  encoding_ = slice.web.charset.empty() ? form_.encoding : slice.web.charset;
  if (!slice.problem.empty()) {
    report_.refused.push_back({{slice.file, slice.member, slice.problem_line}, slice.problem});
    return std::move(report_);
  }
  // A line alone is too short to tell its encoding by.
  const bool many = slice.format == InputFormat::jsonl || !slice.pieces.empty();
  if (many && encoding_.empty() && !is_valid_utf8(slice.bytes)) encoding_ = detect_encoding(slice.bytes).name;
  if (slice.format == InputFormat::jsonl) {
    read_lines(slice);
  } else if (many) {
    read_pieces(slice);
  } else {
    read_whole(slice);
  }
  return std::move(report_);
}

void SliceReader::read_lines(const Slice& slice) {
  const std::string_view bytes = slice.bytes;
  std::size_t line = slice.lines_before;
  for (std::size_t start = 0; start < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
    give(slice, ++line, jsonl_.read_line(bytes.substr(start, end - start), encoding_));
    start = end + 1;
  }
}

void SliceReader::read_pieces(const Slice& slice) {
  for (const Piece& piece : slice.pieces) {
    const std::string_view bytes = std::string_view(slice.bytes).substr(piece.start, piece.size);
    if (slice.header == nullptr) {
      give(slice, piece.line, jsonl_.read_line(bytes, encoding_));
      continue;
    }
    const Decoded decoded = decode(bytes, encoding_);
    ReadResult result = slice.header->read_record(decoded.text_of(bytes));
    note_encoding(decoded, &result);
    give(slice, piece.line, std::move(result));
  }
}

void SliceReader::read_whole(const Slice& slice) {
  if (slice.format == InputFormat::text) {
    give(slice, 0, read_text(slice.bytes, encoding_, form_.title_line));
    return;
  }
  const Decoded decoded = decode(slice.bytes, encoding_.empty() ? declared_within(slice.bytes) : encoding_);
  if (slice.format == InputFormat::feed) return read_items(slice, decoded);
  std::optional<std::string> url;
  if (!slice.web.url.empty()) url = slice.web.url;
  ReadResult result = read_page(decoded.text_of(slice.bytes), rules_, url);
  note_encoding(decoded, &result);
  give(slice, 0, std::move(result));
}

void SliceReader::read_items(const Slice& slice, const Decoded& decoded) {
  std::size_t items = 0;
  read_feed(decoded.text_of(slice.bytes), rules_, [&](std::size_t line, ReadResult result) {
    ++items;
    note_encoding(decoded, &result);
    give(slice, line, std::move(result));
  });
  if (items == 0) report_.refused.push_back({{slice.file, slice.member, 0}, "no article: the feed has no items"});
}

void SliceReader::give(const Slice& slice, std::size_t line, ReadResult result) {
  Origin origin{{slice.file, slice.member, line}, result.encoding, result.confidence, result.replaced_bytes};
  if (!slice.decoded_from.empty()) origin.encoding = slice.decoded_from;
  if (!result.problem.empty()) report_.refused.push_back({origin.place, std::move(result.problem)});
  if (!result.article) return;
  if (!result.article->url && !slice.web.url.empty()) result.article->url = slice.web.url;
  if (result.replaced_bytes > 0 || origin.encoding != "utf-8") report_.notes.push_back(origin);
  ++report_.articles;
  (*take_)(std::move(*result.article), origin);
}

}  // namespace socai::cli
