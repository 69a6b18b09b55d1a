// SPDX-License-Identifier: Apache-2.0
#include "cli/ingest/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "cli/input/input_walk.h"
#include "cli/program/interrupt.h"
#include "extractor/claim/error.h"

namespace socai::cli {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kEvents = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR | IN_EXCL_UNLINK;
constexpr int kGlance = 100;  // milliseconds: the signal may come between a look at it and the wait
// What comes within a moment belongs together; a folder in which something always happens is not waited for.
constexpr int kQuiet = 300;
constexpr std::chrono::seconds kLongestGathering{5};

bool is_hidden(const std::string& name) { return name.starts_with('.'); }

}  // namespace

FolderWatch::FolderWatch(const std::string& folder) : folder_(folder) {
  fd_ = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (fd_ < 0) throw Error(ExitCode::io, folder, std::strerror(errno));
  if (inotify_add_watch(fd_, folder.c_str(), kEvents) < 0) {
    const int problem = errno;
    ::close(fd_);
    throw Error(problem == ENOENT || problem == ENOTDIR ? ExitCode::not_found : ExitCode::io, folder,
                std::strerror(problem));
  }
  add_folder(folder, false);
}

FolderWatch::~FolderWatch() { ::close(fd_); }

// Watches the folder and those in it; of one that came later the files too, which were there before the watch was.
void FolderWatch::add_folder(const std::string& folder, bool with_files) {
  const int watch = inotify_add_watch(fd_, folder.c_str(), kEvents);
  if (watch < 0) return;  // it went again, or may not be read: ingest says so
  folders_[watch] = folder;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    const std::string name = entry->path().filename().native();
    if (is_hidden(name)) continue;
    if (entry->is_directory(ignored) && !entry->is_symlink(ignored)) {
      add_folder(entry->path().native(), with_files);
    } else if (with_files && is_input_name(name) && entry->is_regular_file(ignored)) {
      closed_.insert(entry->path().native());
    }
  }
}

void FolderWatch::note(int watch, unsigned mask, const std::string& name) {
  if ((mask & IN_Q_OVERFLOW) != 0) lost_count_ = true;
  if ((mask & IN_IGNORED) != 0) folders_.erase(watch);
  const auto folder = folders_.find(watch);
  if (folder == folders_.end() || name.empty() || is_hidden(name)) return;
  const std::string path = folder->second + (folder->second.ends_with('/') ? "" : "/") + name;
  if ((mask & IN_ISDIR) != 0) {
    if ((mask & (IN_CREATE | IN_MOVED_TO)) != 0) add_folder(path, true);
  } else if ((mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0 && is_input_name(name)) {
    std::error_code ignored;
    if (fs::is_regular_file(path, ignored)) closed_.insert(path);
  }
}

// False: nothing came within that time.
bool FolderWatch::read_events(int milliseconds) {
  pollfd waiting{fd_, POLLIN, 0};
  if (::poll(&waiting, 1, milliseconds) <= 0) return false;
  alignas(inotify_event) std::array<char, 1 << 16> buffer{};
  const ssize_t size = ::read(fd_, buffer.data(), buffer.size());
  for (ssize_t at = 0; at < size;) {
    inotify_event event{};
    std::memcpy(&event, buffer.data() + at, sizeof(event));
    const char* name = buffer.data() + at + sizeof(event);
    note(event.wd, event.mask, event.len > 0 ? std::string(name) : std::string());
    at += static_cast<ssize_t>(sizeof(event) + event.len);
  }
  return size > 0;
}

std::vector<std::string> FolderWatch::next() {
  while (closed_.empty() && !lost_count_) {
    if (interrupted()) return {};
    read_events(kGlance);
  }
  const auto start = std::chrono::steady_clock::now();
  while (!interrupted() && std::chrono::steady_clock::now() - start < kLongestGathering && read_events(kQuiet)) {
  }
  if (interrupted()) return {};
  std::vector<std::string> files(closed_.begin(), closed_.end());
  if (lost_count_) files = {folder_};
  closed_.clear();
  lost_count_ = false;
  return files;
}

}  // namespace socai::cli
