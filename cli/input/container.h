// SPDX-License-Identifier: Apache-2.0
// What holds inputs: archives, compressed files and web archives. They are read from front to back, once, and nothing
// is ever written anywhere: the names of members are labels.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "cli/input/byte_source.h"

namespace socai::cli {

// What a web archive says of a page beside its bytes.
struct WebRecord {
  std::string url;
  std::string media_type;  // "text/html", in lower case; empty: not known
  std::string charset;     // as declared; may be empty
};

struct Member {
  std::string name;  // within its container; empty for the one that a compressed file holds
  std::unique_ptr<ByteSource> bytes;
  WebRecord web;
  std::string problem;  // why this member is refused; empty: it is not
};

class Container {
 public:
  Container() = default;
  virtual ~Container() = default;
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  // The next member; null at the end, or where failure() says what is broken. The member before it is done with.
  virtual std::unique_ptr<Member> next() = 0;

  const std::string& failure() const { return failure_; }

 protected:
  std::string failure_;
};

// How much may come out of one file: an archive that grows beyond all measure is a bomb. docs/inputs.md names the
// limits.
class Growth {
 public:
  explicit Growth(const std::size_t* bytes_in) : in_(bytes_in), start_(*bytes_in) {}

  // Counts what was unpacked; false: it is too much for what was read.
  bool add(std::size_t unpacked);

 private:
  static constexpr std::size_t kAlways = std::size_t{256} << 20;
  static constexpr std::size_t kFold = 256;

  const std::size_t* in_;
  std::size_t start_;
  std::size_t out_ = 0;
};

// How many bytes tell what a file is.
inline constexpr std::size_t kContainerProbe = 512;

enum class ContainerKind { none, archive, warc };

// By the first bytes: gzip, zstd, bzip2, xz, zip, tar; or WARC.
ContainerKind container_kind(std::string_view start);

// Opens the container that the bytes are. `growth` must outlive it.
std::unique_ptr<Container> open_container(ContainerKind kind, std::unique_ptr<ByteSource> bytes, Growth* growth);

// The name without the endings of compression: "a.jsonl.gz" is "a.jsonl".
std::string_view name_unpacked(std::string_view name);

}  // namespace socai::cli
