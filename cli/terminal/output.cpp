// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>

#include "extractor/claim/error.h"

namespace socai::cli {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16;

}  // namespace

void Output::write(std::string_view text) {
  if (buffer_.size() + text.size() > kPiece) flush();
  if (text.size() >= kPiece) return write_now(text);
  buffer_.append(text);
}

void Output::flush() {
  std::string bytes;
  bytes.swap(buffer_);  // bytes that failed once are not tried again
  write_now(bytes);
}

void Output::write_now(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      throw OutputClosed();
    } else if (errno != EINTR) {
      throw Error(ExitCode::io, "standard output", std::strerror(errno));
    }
  }
}

}  // namespace socai::cli
