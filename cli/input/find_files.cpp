// SPDX-License-Identifier: Apache-2.0
#include "cli/input/find_files.h"

#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/input/input_walk.h"

namespace socai::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNoArticles =
    "no articles: docs/inputs.md lists the names of files that a folder is searched for";

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

// Adds the folder's files and those below it; a folder that cannot be read is refused, its neighbours are not.
void walk(const fs::path& folder, std::vector<std::string>* files, FoundFiles* found) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const fs::path& path = entry->path();
    std::error_code ignored;
    if (is_hidden(path)) continue;
    if (entry->is_directory(ignored)) {
      if (!entry->is_symlink(ignored)) walk(path, files, found);
    } else if (is_input_name(path.filename().native())) {
      // A pipe in a folder would be waited for without end; one that is named is meant to be read.
      if (entry->is_other(ignored)) {
        found->refused.push_back({{path.native(), "", 0}, "neither a file nor a folder"});
      } else {
        files->push_back(path.native());
      }
    }
  }
  if (error) found->refused.push_back({{folder.native(), "", 0}, error.message()});
}

void add_folder(const std::string& folder, FoundFiles* found) {
  std::vector<std::string> files;
  const std::size_t refused_before = found->refused.size();
  walk(folder, &files, found);
  if (files.empty() && found->refused.size() == refused_before) {
    found->refused.push_back({{folder, "", 0}, kNoArticles});
  }
  std::sort(files.begin(), files.end());
  found->files.insert(found->files.end(), files.begin(), files.end());
}

// Quoted patterns reach the program as they are; so do those of shells that leave what fits nothing.
std::vector<std::string> fitting(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> names;
  if (glob(pattern.c_str(), GLOB_ERR, nullptr, &found) == 0)
    names.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  globfree(&found);
  std::sort(names.begin(), names.end());
  return names;
}

void add_name(const std::string& name, FoundFiles* found) {
  std::error_code ignored;
  if (name != "-" && fs::is_directory(name, ignored)) {
    add_folder(name, found);
  } else {
    found->files.push_back(name);
  }
}

}  // namespace

FoundFiles find_files(const std::vector<std::string>& names) {
  FoundFiles found;
  for (const std::string& name : names) {
    std::error_code ignored;
    const bool pattern =
        name.find_first_of("*?[") != std::string::npos && !fs::exists(fs::symlink_status(name, ignored));
    if (!pattern) {
      add_name(name, &found);
      continue;
    }
    const auto fits = fitting(name);
    if (fits.empty()) found.refused.push_back({{name, "", 0}, "no file has a name of this pattern"});
    for (const std::string& file : fits) add_name(file, &found);
  }
  return found;
}

}  // namespace socai::cli
