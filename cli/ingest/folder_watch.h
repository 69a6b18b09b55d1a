// SPDX-License-Identifier: Apache-2.0
// Files of a folder and the folders in it, as programs are done with writing them: by inotify.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace socai::cli {

class FolderWatch {
 public:
  // Watches from here on. Throws Error where the folder cannot be watched.
  explicit FolderWatch(const std::string& folder);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  // Waits until files with the names of articles were closed after writing, or moved here, and for a moment no more
  // are; gives their paths, sorted. Empty: the program is interrupted. Where the system lost count: the folder itself.
  std::vector<std::string> next();

 private:
  void add_folder(const std::string& folder, bool with_files);
  bool read_events(int milliseconds);
  void note(int watch, unsigned mask, const std::string& name);

  std::string folder_;
  int fd_ = -1;
  std::map<int, std::string> folders_;  // by inotify's number
  std::set<std::string> closed_;
  bool lost_count_ = false;
};

}  // namespace socai::cli
