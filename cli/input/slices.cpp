// SPDX-License-Identifier: Apache-2.0
#include "cli/input/slices.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "cli/input/limits.h"
#include "extractor/read/encoding.h"

namespace socai::cli {
namespace {

bool is_one_text(InputFormat format) {
  return format == InputFormat::text || format == InputFormat::html || format == InputFormat::feed;
}

// The form that a web archive's media type promises.
InputFormat format_of_media(const std::string& type) {
  if (type == "text/html" || type == "application/xhtml+xml") return InputFormat::html;
  if (type == "application/rss+xml" || type == "application/atom+xml") return InputFormat::feed;
  if (type == "text/plain") return InputFormat::text;
  return type == "text/csv" ? InputFormat::csv : InputFormat::automatic;
}

}  // namespace

SliceSource::SliceSource(std::vector<std::string> names, InputForm form)
    : names_(names), walk_(std::move(names)), form_(std::move(form)) {}

SliceSource::SliceSource(InputWalk walk, InputForm form) : walk_(std::move(walk)), form_(std::move(form)) {}

std::size_t SliceSource::bytes_in_all() const {
  std::size_t sum = 0;
  for (const std::string& name : names_) {
    struct stat status {};
    if (name == "-" || stat(name.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return 0;
    sum += static_cast<std::size_t>(status.st_size);
  }
  return sum;
}

std::optional<Slice> SliceSource::next() {
  while (true) {
    if (!is_open_) {
      std::optional<Input> input = walk_.next();
      if (!input) return std::nullopt;
      if (auto slice = open(std::move(*input))) return slice;
      continue;
    }
    if (auto slice = format_ == InputFormat::jsonl ? lines_slice() : pieces_slice()) return slice;
    const std::string failure = input_.bytes->failure();
    if (!failure.empty()) return refused(failure);
    close();
  }
}

// Decides by its start what the input is; gives a slice where it is one text, or is refused.
std::optional<Slice> SliceSource::open(Input input) {
  input_ = std::move(input);
  is_open_ = true;
  at_end_ = false;
  lines_ = 0;
  held_.clear();
  finder_.reset();
  header_.reset();
  decoded_from_.clear();
  if (!input_.problem.empty()) return refused(input_.problem);
  fill_to(kSliceSize);
  if (held_.empty()) return refused(input_.bytes->failure().empty() ? "empty" : input_.bytes->failure());
  decode_utf16();
  if (looks_binary(held_)) return refused("binary: not text");
  format_ = format_of_start();
  if (is_one_text(format_)) return whole_slice();
  if (format_ == InputFormat::json) finder_ = std::make_unique<JsonPieces>();
  if (format_ == InputFormat::csv || format_ == InputFormat::tsv) return open_table();
  return std::nullopt;
}

void SliceSource::decode_utf16() {
  std::string encoding;
  if (held_.starts_with("\xFF\xFE")) encoding = "utf-16le";
  if (held_.starts_with("\xFE\xFF")) encoding = "utf-16be";
  if (encoding.empty()) encoding = utf16_by_zeros(held_);
  if (encoding.empty()) return;
  decoded_from_ = encoding;
  auto whole = std::make_unique<RereadSource>(std::exchange(held_, {}), std::move(input_.bytes));
  input_.bytes = std::make_unique<Utf16Source>(std::move(whole), encoding);
  at_end_ = false;
  fill_to(kSliceSize);
}

InputFormat SliceSource::format_of_start() const {
  if (form_.format != InputFormat::automatic) return form_.format;
  InputFormat format = format_of_media(input_.web.media_type);
  if (format == InputFormat::automatic) format = format_of_name(input_.name);
  if (format != InputFormat::automatic) return format;
  format = detect_format(held_, form_.names, at_end_);
  if (format == InputFormat::text && input_.name.ends_with(".json")) return InputFormat::json;
  return format == InputFormat::text && input_.name.ends_with(".xml") ? InputFormat::feed : format;
}

// Reads the table's header.
std::optional<Slice> SliceSource::open_table() {
  const char detected = detect_separator(held_, form_.names);
  const char separator = format_ == InputFormat::tsv ? '\t' : detected != '\0' ? detected : ',';
  finder_ = std::make_unique<CsvPieces>(separator);
  const Pieces first = CsvPieces(separator).find(held_, at_end_);
  if (first.whole.empty()) return refused("the table has no header line");
  const std::string_view record = std::string_view(held_).substr(0, first.whole[0].size);
  auto header = CsvHeader::read(decode(record, form_.encoding).text_of(record), separator, form_.names);
  if (!header) return refused("no column of the table is a title or a text", 1);
  header_ = std::make_shared<const CsvHeader>(std::move(*header));
  finder_->find(record, true);
  held_.erase(0, first.whole[0].size);
  return std::nullopt;
}

Slice SliceSource::make_slice() const {
  Slice slice;
  slice.file = input_.file;
  slice.member = input_.member;
  slice.web = input_.web;
  slice.format = format_;
  slice.header = header_;
  slice.decoded_from = decoded_from_;
  slice.lines_before = lines_;
  return slice;
}

std::optional<Slice> SliceSource::lines_slice() {
  if (!fill_to(kSliceSize)) return std::nullopt;
  std::size_t end = held_.rfind('\n');
  while (end == std::string::npos && !at_end_) {  // one line that is longer than a slice
    if (held_.size() > kLongestText) {
      skip_long_line();
      return refused("line longer than 64 MiB", ++lines_);
    }
    fill_to(held_.size() + kSliceSize);
    end = held_.rfind('\n');
  }
  Slice slice = make_slice();
  const std::size_t length = end == std::string::npos ? held_.size() : at_end_ ? held_.size() : end + 1;
  if (length == held_.size()) {
    slice.bytes.swap(held_);
  } else {
    slice.bytes.assign(held_, 0, length);
    held_.erase(0, length);
  }
  lines_ += static_cast<std::size_t>(std::count(slice.bytes.begin(), slice.bytes.end(), '\n'));
  return slice;
}

void SliceSource::skip_long_line() {
  std::size_t end = std::string::npos;
  while (end == std::string::npos && (!held_.empty() || !at_end_)) {
    held_.clear();
    if (!fill_to(kSliceSize)) return;
    end = held_.find('\n');
  }
  held_.erase(0, end + 1);
}

// Elements or records, as many as a slice holds.
std::optional<Slice> SliceSource::pieces_slice() {
  std::size_t wanted = kSliceSize;
  while (fill_to(wanted)) {
    Pieces pieces = finder_->find(held_, at_end_);
    if (pieces.whole.empty()) {
      held_.erase(0, pieces.used);
      if (held_.size() > kLongestText) return refused("an element longer than 64 MiB; the rest is left out");
      if (at_end_) return std::nullopt;
      wanted = std::max(held_.size() * 2, kSliceSize);
      continue;
    }
    Slice slice = make_slice();
    slice.pieces = std::move(pieces.whole);
    slice.bytes.assign(held_, 0, pieces.used);
    held_.erase(0, pieces.used);
    return slice;
  }
  return std::nullopt;
}

Slice SliceSource::whole_slice() {
  while (!at_end_ && held_.size() <= kLongestText) {
    fill_to(std::min(std::max(held_.size() * 2, kSliceSize), kLongestText + 1));
  }
  if (!input_.bytes->failure().empty()) return refused(input_.bytes->failure());
  if (held_.size() > kLongestText) return refused("text longer than 64 MiB");
  Slice slice = make_slice();
  slice.bytes.swap(held_);
  close();
  return slice;
}

// A refusal of the whole input closes it; one of a line goes on behind it.
Slice SliceSource::refused(const std::string& why, std::size_t line) {
  Slice slice = make_slice();
  slice.problem = why;
  slice.problem_line = line;
  if (line == 0 || format_ != InputFormat::jsonl) close();
  return slice;
}

// Reads until `size` bytes are held or the input ends; false: nothing is held.
bool SliceSource::fill_to(std::size_t size) {
  if (held_.size() < size && !at_end_) {
    const std::size_t wanted = size - held_.size();
    at_end_ = append_from(input_.bytes.get(), wanted, &held_) < wanted;
  }
  return !held_.empty();
}

void SliceSource::close() {
  is_open_ = false;
  held_.clear();
  finder_.reset();
  input_.bytes.reset();
}

}  // namespace socai::cli
