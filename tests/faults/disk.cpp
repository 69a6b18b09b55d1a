// SPDX-License-Identifier: Apache-2.0
// A disk that fails at every operation of a version in turn: by an error, for want of space, or by a crash that leaves
// what was not synced applied, dropped or garbled. Afterwards the ledger stands at the version before or the new one,
// and at the new one if its seal was acknowledged.
//
// usage: ledger_disk_faults [--long]
#include <filesystem>
#include <iostream>
#include <string_view>

#include "ledger/faults/fault_vfs.h"
#include "tests/faults/work.h"
#include "tests/unit/ledger_fixtures.h"

using namespace socai;
using namespace socai::faults;

namespace {

constexpr VersionNumber kHead = 2;

struct Bench {
  std::string original;
  std::string path;
};

// How many operations of that kind one version takes.
long operations_of(const Bench& bench, Fault fault) {
  put_back(bench.original, bench.path);
  begin({fault, 0, false, 0});
  add_version(bench.path);
  const auto count = operations();
  begin({});
  if (expect_whole(bench.path, kHead + 1, false, "without a fault") != kHead + 1) fail("no version");
  return count;
}

// One version with a fault at one operation.
void strike(const Bench& bench, const Plan& plan, const std::string& where) {
  put_back(bench.original, bench.path);
  const int code = in_child([&] {
    begin(plan);
    add_version(bench.path);
  });
  const bool expected = code == 0 || code == static_cast<int>(ExitCode::io) || code == kCrashed;
  if (!expected) fail(where + ": exit code " + std::to_string(code));
  const auto head = expect_whole(bench.path, kHead, true, where);
  if (code == 0 && head != kHead + 1) fail(where + ": an acknowledged version is lost");
}

void errors(const Bench& bench, Fault fault, const char* name, long step) {
  const auto count = operations_of(bench, fault);
  long done = 0;
  for (const bool lasts : {false, true}) {
    for (long at = 1; at <= count; at += step) {
      const auto where = std::string(name) + " " + std::to_string(at) + (lasts ? " and on" : "");
      strike(bench, {fault, at, lasts, 0}, where);
      ++done;
    }
  }
  std::cout << name << ": " << done << " of " << 2 * count << " failures, each left a whole version\n";
}

void crashes(const Bench& bench, unsigned seeds, long step) {
  const auto count = operations_of(bench, Fault::crash);
  long done = 0;
  for (unsigned seed = 1; seed <= seeds; ++seed) {
    for (long at = 1 + seed % step; at <= count; at += step) {
      strike(bench, {Fault::crash, at, false, seed}, "crash " + std::to_string(at) + ", seed " + std::to_string(seed));
      ++done;
    }
  }
  std::cout << "crash: " << done << " crashes over " << count << " operations, each left a whole version\n";
}

// A crash, and then another one, or an error, while the next writer rolls back.
void recoveries(const Bench& bench, long step) {
  const auto count = operations_of(bench, Fault::crash);
  long done = 0;
  for (long at = count / 2; at <= count; at += step) {
    for (const auto fault : {Fault::crash, Fault::io_error}) {
      for (long second = 1; second < 40; second += step) {
        put_back(bench.original, bench.path);
        const auto seed = static_cast<unsigned>(at + second);
        in_child([&] {
          begin({Fault::crash, at, false, seed});
          add_version(bench.path);
        });
        in_child([&] {
          begin({fault, second, false, seed + 1});
          add_version(bench.path);
        });
        expect_whole(bench.path, kHead, true, "crash " + std::to_string(at) + ", then " + std::to_string(second));
        ++done;
      }
    }
  }
  std::cout << "recovery: " << done << " failures while rolling back, each left a whole version\n";
}

// A new ledger is there whole or not at all, and a half-made one is never taken for it.
void creations(const Bench& bench, long step) {
  namespace fs = std::filesystem;
  long at = 1;
  for (int code = kCrashed; code == kCrashed; at += step) {
    for (const auto& entry : fs::directory_iterator(fs::path(bench.path).parent_path())) {
      if (entry.path() != fs::path(bench.original)) fs::remove(entry.path());
    }
    code = in_child([&] {
      begin({Fault::crash, at, false, static_cast<unsigned>(at)});
      Ledger::open_or_create(bench.path);
    });
    if (code != 0 && code != kCrashed) fail("creation " + std::to_string(at) + ": exit code " + std::to_string(code));
    if (fs::exists(bench.path)) expect_whole(bench.path, 0, false, "creation " + std::to_string(at));
  }
  std::cout << "creation: crashes at " << at - 1 << " operations\n";
}

}  // namespace

int main(int count, char** arguments) {
  const bool is_long = count > 1 && std::string_view(arguments[1]) == "--long";
  const testing::Folder folder;
  const Bench bench{folder.file("original.db"), folder.file("socai.db")};
  make_ledger(bench.original);
  install();
  crashes(bench, is_long ? 60 : 2, is_long ? 1 : 5);
  errors(bench, Fault::io_error, "I/O error", is_long ? 1 : 41);
  errors(bench, Fault::disk_full, "disk full", is_long ? 1 : 17);
  recoveries(bench, is_long ? 3 : 31);
  creations(bench, is_long ? 1 : 3);
  return 0;
}
