// SPDX-License-Identifier: Apache-2.0
// Every byte of a small ledger file changed in turn: verify reports each change of what the file says, and what it does
// not report is proven harmless, because every row of every table reads as before.
//
// usage: ledger_byte_changes [--long | --step N]
#include <fcntl.h>
#include <unistd.h>

#include <iostream>
#include <random>
#include <string_view>

#include "tests/faults/judge.h"
#include "tests/faults/work.h"
#include "tests/unit/ledger_fixtures.h"

using namespace socai;
using namespace socai::faults;

namespace {

void put_byte(const std::string& path, std::size_t at, char byte) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0 || ::pwrite(fd, &byte, 1, static_cast<off_t>(at)) != 1) fail("cannot write " + path);
  ::close(fd);
}

}  // namespace

int main(int count, char** arguments) {
  const bool is_long = count > 1 && std::string_view(arguments[1]) == "--long";
  const std::size_t step = is_long ? 1 : count > 2 ? std::stoul(arguments[2]) : 331;
  const testing::Folder folder;
  const auto path = folder.file("socai.db");
  make_small(path);
  const auto bytes = testing::bytes_of(path);
  const auto expected = contents(path);
  std::mt19937 random(6);
  std::size_t outcomes[4] = {};
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    const auto byte = static_cast<char>(bytes[at] ^ (1 + static_cast<int>(random() % 255)));
    put_byte(path, at, byte);
    const auto outcome = judge(path, expected);
    ++outcomes[static_cast<int>(outcome)];
    if (outcome == Outcome::missed) fail("byte " + std::to_string(at) + " changed what the ledger says, unreported");
    put_byte(path, at, bytes[at]);
  }
  if (!Ledger::open(path).verify().ok()) fail("the file was not put back");
  std::cout << "bytes: " << bytes.size() << ", each " << step << "th changed: " << outcomes[0] << " reported, "
            << outcomes[1] << " refused at opening, " << outcomes[2] << " proven harmless, " << outcomes[3]
            << " missed\n";
  return 0;
}
