// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "extractor/claim/error.h"

namespace socai {
namespace {

namespace fs = std::filesystem;

// Makes the folder's entries durable. What cannot be synced (some network file systems) is left to it.
void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

// Gives the draft its name where none is there. A link never replaces; where links cannot be, a rename must do.
std::error_code publish(const fs::path& draft, const fs::path& path) {
  std::error_code error;
  fs::create_hard_link(draft, path, error);
  if (!error || error == std::errc::file_exists) return {};
  if (fs::exists(path)) return {};
  fs::rename(draft, path, error);
  return error;
}

}  // namespace

void check_is_file(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    throw Error(ExitCode::not_found, path, "no such ledger", "ingest an article to begin one");
  }
  if (error) throw Error(ExitCode::io, path, "the ledger cannot be opened: " + error.message());
  if (fs::is_directory(status)) throw Error(ExitCode::invalid_data, path, "not a ledger: it is a folder");
  if (!fs::is_regular_file(status)) {  // opening a pipe would wait without end
    throw Error(ExitCode::invalid_data, path, "not a ledger: it is no file", "give the path of a ledger");
  }
  if (::access(path.c_str(), R_OK) != 0) {
    throw Error(ExitCode::io, path, std::string("the ledger cannot be opened: ") + std::strerror(errno),
                "check the permissions of file and folder");
  }
  if (fs::file_size(path, error) == 0) {
    throw Error(ExitCode::invalid_data, path, "not a ledger: the file is empty",
                "remove it to begin a new ledger there");
  }
}

void create_whole(const std::string& path, const std::function<void(const std::string& draft)>& make) {
  std::error_code error;
  if (fs::exists(path, error)) return;
  const fs::path draft = path + ".new-" + std::to_string(::getpid());
  fs::remove(draft, error);
  try {
    make(draft.string());
  } catch (...) {
    fs::remove(draft, error);
    throw;
  }
  const auto failure = publish(draft, path);
  fs::remove(draft, error);
  if (failure) throw Error(ExitCode::io, path, "the ledger cannot be created: " + failure.message());
  auto folder = fs::path(path).parent_path();
  sync_folder(folder.empty() ? fs::path(".") : folder);
}

}  // namespace socai
