// SPDX-License-Identifier: Apache-2.0
// Memory that runs out at every allocation of a version in turn, once or for good: no crash, no partial version.
//
// usage: ledger_memory_faults [--long]
#include <iostream>
#include <string_view>

#include "ledger/faults/fault_memory.h"
#include "tests/faults/work.h"
#include "tests/unit/ledger_fixtures.h"

using namespace socai;
using namespace socai::faults;

int main(int count, char** arguments) {
  const bool is_long = count > 1 && std::string_view(arguments[1]) == "--long";
  install_memory();
  const testing::Folder folder;
  const auto original = folder.file("original.db");
  const auto path = folder.file("socai.db");
  make_ledger(original);
  put_back(original, path);
  fail_allocation(0, false);
  add_version(path);
  const auto all = allocations();
  const long step = is_long ? 5 : all / 100 + 1;
  long done = 0;
  for (const bool lasts : {false, true}) {
    for (long at = 1; at <= all; at += step) {
      put_back(original, path);
      const auto where = "allocation " + std::to_string(at) + (lasts ? " and on" : "");
      const int code = in_child([&] {
        fail_allocation(at, lasts);
        add_version(path);
      });
      if (code != 0 && code != static_cast<int>(ExitCode::io)) fail(where + ": exit code " + std::to_string(code));
      const auto head = expect_whole(path, 2, true, where);
      if (code == 0 && head != 3) fail(where + ": an acknowledged version is lost");
      ++done;
    }
  }
  std::cout << "memory: " << done << " of " << 2 * all << " failures, each left a whole version\n";
  return 0;
}
