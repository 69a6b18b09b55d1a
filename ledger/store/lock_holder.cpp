// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/lock_holder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>

namespace socai {
namespace {

// The bytes that SQLite locks: pending and reserved are a writer's, the shared ones a reader's.
constexpr long kPending = 0x40000000;
constexpr long kReserved = kPending + 1;
constexpr long kShared = kPending + 2;
constexpr std::size_t kMostLetters = 100;

std::string command_of(long process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/cmdline", std::ios::binary);
  std::string command{std::istreambuf_iterator<char>(file), {}};
  while (!command.empty() && command.back() == '\0') command.pop_back();
  for (char& c : command) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  if (command.size() <= kMostLetters) return command;
  auto end = kMostLetters;
  while (end > 0 && (static_cast<unsigned char>(command[end]) & 0xc0) == 0x80) --end;  // not within a letter
  return command.substr(0, end) + "…";
}

// A line of /proc/locks: "7: POSIX ADVISORY WRITE 1234 fe:00:5678 1073741825 1073741825", with "->" behind the number
// where somebody waits for it.
std::optional<LockHolder> holder_in(const std::string& line, const std::string& inode) {
  std::istringstream words(line);
  std::string number, kind, mode, access, place;
  long process = 0;
  long start = 0;
  words >> number >> kind;
  if (kind != "POSIX") return std::nullopt;
  if (!(words >> mode >> access >> process >> place >> start)) return std::nullopt;
  if (process <= 0 || process == ::getpid() || !place.ends_with(":" + inode)) return std::nullopt;
  if (start < kPending || start > kShared) return std::nullopt;
  LockHolder holder;
  holder.process = process;
  holder.writes = access == "WRITE" && start <= kReserved;
  return holder;
}

}  // namespace

std::string LockHolder::words() const {
  return "process " + std::to_string(process) + (command.empty() ? "" : " (" + command + ")");
}

std::optional<LockHolder> lock_holder(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  const auto inode = std::to_string(status.st_ino);
  std::optional<LockHolder> found;
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);) {
    const auto holder = holder_in(line, inode);
    if (holder && (!found || holder->writes)) found = holder;
    if (found && found->writes) break;
  }
  if (found) found->command = command_of(found->process);
  return found;
}

}  // namespace socai
