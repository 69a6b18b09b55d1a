// SPDX-License-Identifier: Apache-2.0
// Bytes that come one after another, from wherever: a file, a member of an archive, memory.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

namespace socai::cli {

class ByteSource {
 public:
  ByteSource() = default;
  virtual ~ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  // Puts up to `size` bytes at `to`; gives how many. 0: there are no more, or failure() says why they end early.
  virtual std::size_t read(char* to, std::size_t size) = 0;

  const std::string& failure() const { return failure_; }

 protected:
  std::string failure_;
};

// A file, or standard input for "-". A read that waits ends when the program is interrupted. failure() is said at once
// where the file cannot be opened, and at the end where it changed while it was read.
class FileSource : public ByteSource {
 public:
  // Adds what it reads to *bytes_read, which must outlive it.
  FileSource(const std::string& name, std::size_t* bytes_read);
  ~FileSource() override;

  std::size_t read(char* to, std::size_t size) override;

 private:
  bool has_changed() const;

  int fd_ = -1;
  bool is_regular_ = false;
  long long size_ = 0;
  long long changed_ = 0;  // nanoseconds
  std::size_t* bytes_read_;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(char* to, std::size_t size) override;

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

// Bytes that were read ahead, then those of the source they were read from.
class RereadSource : public ByteSource {
 public:
  RereadSource(std::string ahead, std::unique_ptr<ByteSource> rest)
      : ahead_(std::move(ahead)), rest_(std::move(rest)) {}
  std::size_t read(char* to, std::size_t size) override;

 private:
  MemorySource ahead_;
  std::unique_ptr<ByteSource> rest_;
};

// UTF-16 as UTF-8.
class Utf16Source : public ByteSource {
 public:
  Utf16Source(std::unique_ptr<ByteSource> source, std::string encoding)
      : source_(std::move(source)), encoding_(std::move(encoding)) {}
  std::size_t read(char* to, std::size_t size) override;

 private:
  bool decode_more();

  std::unique_ptr<ByteSource> source_;
  std::string encoding_;
  std::string raw_;      // read and not yet decoded: half a character
  std::string decoded_;  // and not yet given out
  std::size_t at_ = 0;
};

// Appends up to `size` bytes to *bytes; gives how many came.
std::size_t append_from(ByteSource* source, std::size_t size, std::string* bytes);

}  // namespace socai::cli
