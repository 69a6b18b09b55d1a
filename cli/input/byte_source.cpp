// SPDX-License-Identifier: Apache-2.0
#include "cli/input/byte_source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "cli/program/interrupt.h"
#include "extractor/read/encoding.h"

namespace socai::cli {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16;

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

long long nanoseconds(const timespec& time) { return time.tv_sec * 1'000'000'000LL + time.tv_nsec; }

// Whether the last two bytes are the first half of a character of two units.
bool ends_in_half(std::string_view bytes, bool little) {
  const auto high = static_cast<unsigned char>(bytes[bytes.size() - (little ? 1 : 2)]);
  return high >= 0xD8 && high < 0xDC;
}

}  // namespace

FileSource::FileSource(const std::string& name, std::size_t* bytes_read) : bytes_read_(bytes_read) {
  fd_ = name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (fd_ < 0 || fstat(fd_, &status) != 0) {
    failure_ = std::strerror(errno);
  } else if (S_ISDIR(status.st_mode)) {
    failure_ = std::strerror(EISDIR);
  } else if (S_ISREG(status.st_mode)) {
    is_regular_ = true;
    size_ = status.st_size;
    changed_ = nanoseconds(status.st_mtim);
    posix_fadvise(fd_, 0, 0, POSIX_FADV_SEQUENTIAL);
  }
}

FileSource::~FileSource() {
  if (fd_ > STDIN_FILENO) ::close(fd_);
}

bool FileSource::has_changed() const {
  struct stat status {};
  return is_regular_ && fstat(fd_, &status) == 0 &&
         (status.st_size != size_ || nanoseconds(status.st_mtim) != changed_);
}

std::size_t FileSource::read(char* to, std::size_t size) {
  while (failure_.empty() && wait_for_input(fd_)) {
    const ssize_t got = ::read(fd_, to, size);
    if (got > 0) {
      *bytes_read_ += static_cast<std::size_t>(got);
      return static_cast<std::size_t>(got);
    }
    if (got == 0) {
      if (has_changed()) failure_ = "the file changed while it was read";
      return 0;
    }
    if (errno != EINTR) failure_ = std::strerror(errno);
  }
  return 0;
}

std::size_t MemorySource::read(char* to, std::size_t size) {
  const std::size_t count = bytes_.copy(to, size, at_);
  at_ += count;
  return count;
}

std::size_t RereadSource::read(char* to, std::size_t size) {
  std::size_t count = ahead_.read(to, size);
  if (count == 0) {
    count = rest_->read(to, size);
    failure_ = rest_->failure();
  }
  return count;
}

// Decodes whole characters, and at the end what is left. False: there is no more.
bool Utf16Source::decode_more() {
  const bool more = append_from(source_.get(), kPiece, &raw_) > 0;
  failure_ = source_->failure();
  std::size_t whole = raw_.size();
  if (more) {
    whole -= whole % 2;
    if (whole >= 2 && ends_in_half(std::string_view(raw_).substr(0, whole), encoding_ == "utf-16le")) whole -= 2;
  }
  decoded_ = decode_as(std::string_view(raw_).substr(0, whole), encoding_).text;
  raw_.erase(0, whole);
  at_ = 0;
  return more || !decoded_.empty();
}

std::size_t Utf16Source::read(char* to, std::size_t size) {
  while (at_ == decoded_.size()) {
    if (!decode_more()) return 0;
  }
  const std::size_t count = decoded_.copy(to, size, at_);
  at_ += count;
  return count;
}

std::size_t append_from(ByteSource* source, std::size_t size, std::string* bytes) {
  const std::size_t old = bytes->size();
  bytes->resize(old + size);
  std::size_t sum = 0;
  while (sum < size) {
    const std::size_t count = source->read(bytes->data() + old + sum, size - sum);
    if (count == 0) break;
    sum += count;
  }
  bytes->resize(old + sum);
  return sum;
}

}  // namespace socai::cli
