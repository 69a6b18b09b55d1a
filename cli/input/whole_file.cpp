// SPDX-License-Identifier: Apache-2.0
#include "cli/input/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "extractor/claim/error.h"

namespace socai::cli {

std::string read_whole_file(const std::string& name) {
  const int fd = name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw Error(ExitCode::io, name, std::strerror(errno));
  std::string bytes;
  std::string piece(std::size_t{1} << 18, '\0');
  ssize_t got = 0;
  while ((got = ::read(fd, piece.data(), piece.size())) > 0 || (got < 0 && errno == EINTR)) {
    if (got > 0) bytes.append(piece, 0, static_cast<std::size_t>(got));
  }
  const int problem = got < 0 ? errno : 0;
  if (fd != STDIN_FILENO) ::close(fd);
  if (problem != 0) throw Error(ExitCode::io, name, std::strerror(problem));
  return bytes;
}

}  // namespace socai::cli
