// SPDX-License-Identifier: Apache-2.0
#include "ledger/faults/fault_vfs.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <map>
#include <new>
#include <random>
#include <string>
#include <vector>

namespace socai::faults {
namespace {

constexpr int kSector = 512;

// A write or truncation that no sync has made durable: what stood there before.
struct Pending {
  sqlite3_int64 offset = 0;
  std::string before;
  sqlite3_int64 length = 0;    // of what was written; 0 for a truncation
  sqlite3_int64 old_size = 0;  // of the file
};

struct State {
  sqlite3_vfs* real = nullptr;
  Plan plan;
  long count = 0;
  std::map<std::string, std::vector<Pending>> pending;  // by file
  std::map<std::string, bool> unsynced_new;             // files made and never synced
};

State& state() {
  static State one;
  return one;
}

struct File {
  sqlite3_file base;
  sqlite3_file* real;
  std::string* name;  // null for a file without one
};

File* as_file(sqlite3_file* file) { return reinterpret_cast<File*>(file); }

// ---- the crash

void overwrite(int fd, sqlite3_int64 offset, const std::string& bytes) {
  if (::pwrite(fd, bytes.data(), bytes.size(), offset) < 0) std::abort();
}

void garble(int fd, const Pending& one, std::mt19937* random) {
  for (sqlite3_int64 at = 0; at < one.length; at += kSector) {
    if ((*random)() % 2 == 0) continue;
    std::string noise(static_cast<std::size_t>(std::min<sqlite3_int64>(kSector, one.length - at)), '\0');
    for (char& c : noise) c = static_cast<char>((*random)());
    overwrite(fd, one.offset + at, noise);
  }
}

void damage(const std::string& name, const std::vector<Pending>& writes, std::mt19937* random) {
  const int fd = ::open(name.c_str(), O_RDWR | O_CLOEXEC);
  if (fd < 0) return;
  for (auto one = writes.rbegin(); one != writes.rend(); ++one) {
    const auto fate = (*random)() % 3;
    if (fate == 0) {
      overwrite(fd, one->offset, one->before);
      const bool grew = one == writes.rbegin() && one->old_size < one->offset + one->length;
      if (grew && ::ftruncate(fd, one->old_size) != 0) std::abort();
    } else if (fate == 1) {
      garble(fd, *one, random);
    }
  }
  ::close(fd);
}

[[noreturn]] void crash() {
  auto& s = state();
  std::mt19937 random(s.plan.seed);
  for (const auto& [name, writes] : s.pending) damage(name, writes, &random);
  for (const auto& [name, is_new] : s.unsynced_new) {
    if (is_new && random() % 2 == 0) ::unlink(name.c_str());
  }
  ::_exit(kCrashed);
}

// Counts an operation; whether it must fail.
bool strikes(bool changes_the_disk, bool needs_space) {
  auto& s = state();
  if (s.plan.fault == Fault::crash && !changes_the_disk) return false;
  if (s.plan.fault == Fault::disk_full && !needs_space) return false;
  ++s.count;
  if (s.plan.fault == Fault::none || s.plan.fault == Fault::crash) return false;
  return s.plan.lasts ? s.count >= s.plan.at : s.count == s.plan.at;
}

void crash_if_due() {
  const auto& s = state();
  if (s.plan.fault == Fault::crash && s.count == s.plan.at) crash();
}

// ---- files

void remember(File* file, sqlite3_int64 offset, sqlite3_int64 length, sqlite3_int64 until) {
  if (state().plan.fault != Fault::crash || file->name == nullptr) return;
  Pending one{offset, "", length, 0};
  file->real->pMethods->xFileSize(file->real, &one.old_size);
  const auto kept = std::max<sqlite3_int64>(0, std::min(until, one.old_size) - offset);
  one.before.resize(static_cast<std::size_t>(kept));
  if (kept > 0) file->real->pMethods->xRead(file->real, one.before.data(), static_cast<int>(kept), offset);
  state().pending[*file->name].push_back(std::move(one));
}

int file_close(sqlite3_file* base) {
  auto* file = as_file(base);
  const int result = file->real->pMethods->xClose(file->real);
  std::free(file->real);
  delete file->name;
  return result;
}

int file_read(sqlite3_file* base, void* to, int size, sqlite3_int64 offset) {
  if (strikes(false, false)) return SQLITE_IOERR_READ;
  return as_file(base)->real->pMethods->xRead(as_file(base)->real, to, size, offset);
}

int file_write(sqlite3_file* base, const void* from, int size, sqlite3_int64 offset) {
  auto* file = as_file(base);
  if (strikes(true, true)) return state().plan.fault == Fault::disk_full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  remember(file, offset, size, offset + size);
  const int result = file->real->pMethods->xWrite(file->real, from, size, offset);
  crash_if_due();
  return result;
}

int file_truncate(sqlite3_file* base, sqlite3_int64 size) {
  auto* file = as_file(base);
  if (strikes(true, false)) return SQLITE_IOERR_TRUNCATE;
  sqlite3_int64 old_size = 0;
  file->real->pMethods->xFileSize(file->real, &old_size);
  remember(file, size, 0, old_size);
  const int result = file->real->pMethods->xTruncate(file->real, size);
  crash_if_due();
  return result;
}

int file_sync(sqlite3_file* base, int flags) {
  auto* file = as_file(base);
  if (strikes(true, false)) return SQLITE_IOERR_FSYNC;
  crash_if_due();
  if (file->name != nullptr) {
    state().pending.erase(*file->name);
    state().unsynced_new.erase(*file->name);
  }
  return file->real->pMethods->xSync(file->real, flags);
}

int file_size(sqlite3_file* base, sqlite3_int64* size) {
  if (strikes(false, false)) return SQLITE_IOERR_FSTAT;
  return as_file(base)->real->pMethods->xFileSize(as_file(base)->real, size);
}

int file_lock(sqlite3_file* base, int level) {
  return as_file(base)->real->pMethods->xLock(as_file(base)->real, level);
}
int file_unlock(sqlite3_file* base, int level) {
  return as_file(base)->real->pMethods->xUnlock(as_file(base)->real, level);
}
int file_reserved(sqlite3_file* base, int* result) {
  return as_file(base)->real->pMethods->xCheckReservedLock(as_file(base)->real, result);
}
int file_control(sqlite3_file* base, int code, void* argument) {
  return as_file(base)->real->pMethods->xFileControl(as_file(base)->real, code, argument);
}
int file_sector(sqlite3_file* base) { return as_file(base)->real->pMethods->xSectorSize(as_file(base)->real); }
int file_device(sqlite3_file* base) {
  return as_file(base)->real->pMethods->xDeviceCharacteristics(as_file(base)->real);
}

constexpr sqlite3_io_methods kMethods = {
    1,         file_close,  file_read,     file_write,   file_truncate, file_sync,   file_size,
    file_lock, file_unlock, file_reserved, file_control, file_sector,   file_device, nullptr,
    nullptr,   nullptr,     nullptr,       nullptr,      nullptr};

// ---- the file system

int vfs_open(sqlite3_vfs*, const char* name, sqlite3_file* base, int flags, int* out_flags) {
  auto* file = as_file(base);
  file->base.pMethods = nullptr;
  if (strikes(false, false)) return SQLITE_CANTOPEN;
  auto& s = state();
  const bool is_new = name != nullptr && ::access(name, F_OK) != 0;
  auto* real = static_cast<sqlite3_file*>(std::calloc(1, static_cast<std::size_t>(s.real->szOsFile)));
  if (real == nullptr) return SQLITE_NOMEM;
  const int result = s.real->xOpen(s.real, name, real, flags, out_flags);
  if (result != SQLITE_OK) {
    std::free(real);
    return result;
  }
  file->real = real;
  file->name = name == nullptr ? nullptr : new (std::nothrow) std::string(name);
  file->base.pMethods = &kMethods;
  if (is_new && s.plan.fault == Fault::crash) s.unsynced_new[name] = true;
  return SQLITE_OK;
}

int vfs_delete(sqlite3_vfs*, const char* name, int sync_folder) {
  if (strikes(true, false)) return SQLITE_IOERR_DELETE;
  auto& s = state();
  // A deletion whose folder is synced is durable; at the crash it either was done or not.
  const bool due = s.plan.fault == Fault::crash && s.count == s.plan.at;
  if (due && s.plan.seed % 2 == 0) crash();
  const int result = s.real->xDelete(s.real, name, sync_folder);
  s.pending.erase(name);
  s.unsynced_new.erase(name);
  if (due) crash();
  return result;
}

int vfs_access(sqlite3_vfs*, const char* name, int flags, int* result) {
  if (strikes(false, false)) return SQLITE_IOERR_ACCESS;
  return state().real->xAccess(state().real, name, flags, result);
}

}  // namespace

void install() {
  auto& s = state();
  s.real = sqlite3_vfs_find(nullptr);
  static sqlite3_vfs faulty = *s.real;  // what is not replaced goes to the system's own functions
  faulty.iVersion = 1;
  faulty.szOsFile = sizeof(File);
  faulty.zName = "socai-faults";
  faulty.xOpen = vfs_open;
  faulty.xDelete = vfs_delete;
  faulty.xAccess = vfs_access;
  if (sqlite3_vfs_register(&faulty, 1) != SQLITE_OK) std::abort();
}

void begin(const Plan& plan) {
  auto& s = state();
  s.plan = plan;
  s.count = 0;
  s.pending.clear();
  s.unsynced_new.clear();
}

long operations() { return state().count; }

}  // namespace socai::faults
