// SPDX-License-Identifier: Apache-2.0
#include "cli/input/slices.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "cli/program/interrupt.h"

namespace socai::cli {
namespace {

constexpr std::size_t kSlice = std::size_t{1} << 20;
// Of a line or a text. No article is as long, and it bounds the memory.
constexpr std::size_t kLongest = std::size_t{64} << 20;

std::string_view without_blanks(std::string_view bytes) {
  const std::size_t start = bytes.find_first_not_of(" \t\r\n");
  return start == std::string_view::npos ? std::string_view() : bytes.substr(start);
}

// Waits until there is something to read. False: interrupted. It looks up now and then, for the signal may reach
// another thread, or come between the look and the wait.
bool wait_for_input(int fd) {
  constexpr int kGlance = 100;  // milliseconds
  pollfd waiting{fd, POLLIN, 0};
  while (!interrupted()) {
    const int ready = ::poll(&waiting, 1, kGlance);
    if (ready > 0 || (ready < 0 && errno != EINTR)) return true;
  }
  return false;
}

}  // namespace

SliceSource::SliceSource(std::vector<std::string> names, InputFormat format)
    : names_(std::move(names)), format_(format) {}

SliceSource::~SliceSource() { close(); }

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
    if (fd_ < 0) {
      if (next_name_ == names_.size()) return std::nullopt;
      if (auto slice = open_next()) return slice;
    }
    if (!started_) {
      started_ = true;
      if (auto slice = first_slice()) return slice;
    }
    if (fill_to(1)) return lines_slice();
    const std::string failure = std::exchange(failure_, {});
    if (!failure.empty()) return refused(failure);
    close();
  }
}

// Opens the next file; gives a slice only to refuse it.
std::optional<Slice> SliceSource::open_next() {
  name_ = names_[next_name_++];
  held_.clear();
  failure_.clear();
  at_end_ = started_ = false;
  lines_ = 0;
  fd_ = name_ == "-" ? STDIN_FILENO : ::open(name_.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd_ < 0) return refused(std::strerror(errno));
  struct stat status {};
  if (fstat(fd_, &status) == 0 && S_ISDIR(status.st_mode)) return refused(std::strerror(EISDIR));
  if (S_ISREG(status.st_mode)) posix_fadvise(fd_, 0, 0, POSIX_FADV_SEQUENTIAL);
  return std::nullopt;
}

// Decides by its start what the file is: nothing if it is JSONL, which lines_slice() reads.
std::optional<Slice> SliceSource::first_slice() {
  fill_to(kSlice);
  if (held_.empty() && failure_.empty()) return refused("empty");
  if (looks_binary(held_)) return refused("binary: not text");
  const Form form = form_of_start();
  if (form == Form::jsonl || held_.empty()) return std::nullopt;
  return whole_file(form);
}

Form SliceSource::form_of_start() const {
  if (format_ == InputFormat::jsonl) return Form::jsonl;
  if (format_ == InputFormat::text) return Form::text;
  if (format_ == InputFormat::html) return Form::html;
  if (format_ == InputFormat::feed) return Form::feed;
  if (name_.ends_with(".jsonl")) return Form::jsonl;
  if (name_.ends_with(".txt")) return Form::text;
  const InputFormat detected = detect_format(held_);
  if (detected == InputFormat::feed) return Form::feed;
  if (detected == InputFormat::html || name_.ends_with(".html") || name_.ends_with(".htm")) return Form::html;
  if (name_.ends_with(".xml")) return Form::feed;
  const bool one_line = detected == InputFormat::jsonl;
  // The first line may be longer than what has been read of it.
  const bool long_line = !at_end_ && held_.find('\n') == std::string::npos && without_blanks(held_).starts_with('{');
  if (one_line || long_line) return Form::jsonl;
  return name_.ends_with(".json") ? Form::json : Form::text;
}

Slice SliceSource::lines_slice() {
  fill_to(kSlice);
  std::size_t end = held_.rfind('\n');
  while (end == std::string::npos && !at_end_) {  // one line that is longer than a slice
    if (held_.size() > kLongest) {
      skip_long_line();
      Slice slice = refused("line longer than 64 MiB", lines_ + 1);
      ++lines_;
      return slice;
    }
    fill_to(held_.size() + kSlice);
    end = held_.rfind('\n');
  }
  Slice slice;
  slice.name = name_;
  slice.form = Form::jsonl;
  slice.lines_before = lines_;
  const std::size_t length = at_end_ && end == std::string::npos ? held_.size() : end + 1;
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
    if (!fill_to(kSlice)) return;
    end = held_.find('\n');
  }
  held_.erase(0, end + 1);
}

Slice SliceSource::whole_file(Form form) {
  while (!at_end_ && held_.size() <= kLongest) fill_to(std::min(std::max(held_.size() * 2, kSlice), kLongest + 1));
  if (!failure_.empty()) return refused(std::exchange(failure_, {}));
  if (held_.size() > kLongest) return refused("text longer than 64 MiB");
  Slice slice;
  slice.name = name_;
  slice.form = form;
  slice.bytes.swap(held_);
  close();
  return slice;
}

// A refusal of the whole file closes it; one of a line goes on behind it.
Slice SliceSource::refused(const std::string& why, std::size_t line) {
  Slice slice;
  slice.name = name_;
  slice.problem = why;
  slice.problem_line = line;
  if (line == 0) close();
  return slice;
}

// Reads until `size` bytes are held or the file ends; false: nothing is held.
bool SliceSource::fill_to(std::size_t size) {
  while (held_.size() < size && !at_end_) {
    if (!wait_for_input(fd_)) {
      at_end_ = true;
      break;
    }
    const std::size_t old = held_.size();
    held_.resize(std::max(size, old + kSlice / 16));
    const ssize_t got = ::read(fd_, held_.data() + old, held_.size() - old);
    held_.resize(old + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got > 0) {
      bytes_read_ += static_cast<std::size_t>(got);
    } else if (got == 0) {
      at_end_ = true;
    } else if (errno != EINTR) {
      failure_ = std::strerror(errno);
      at_end_ = true;
    }
  }
  return !held_.empty();
}

void SliceSource::close() {
  if (fd_ > STDIN_FILENO) ::close(fd_);
  fd_ = -1;
  held_.clear();
}

}  // namespace socai::cli
