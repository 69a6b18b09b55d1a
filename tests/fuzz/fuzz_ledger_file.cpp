// SPDX-License-Identifier: Apache-2.0
// A ledger file with any bytes of it changed: no crash; verify reports the change, or every row of every table reads as
// before; and questions end in an answer or an Error.
//
// Each four bytes of input are one change: where (three bytes, modulo the file's size), and the byte to write there.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "tests/faults/judge.h"

using namespace socai;
using namespace socai::faults;

namespace {

struct Sound {
  Sound() {
    const auto path = folder.file("sound.db");
    make_small(path);
    bytes = testing::bytes_of(path);
    said = contents(path);
    std::filesystem::remove(path);
  }

  testing::Folder folder;
  std::string bytes;
  std::string said;
};

void ask(const std::string& path) {
  try {
    const auto ledger = Ledger::open(path);
    ClaimQuery query;
    query.with_retired = true;
    query.with_sentence = true;
    ledger.claims(query);
    ledger.article("a1");
    ledger.diff(1, 2);
    ledger.export_lines([](std::string_view) {});
  } catch (const Error&) {  // it says so
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Sound kSound;
  auto bytes = kSound.bytes;
  for (std::size_t i = 0; i + 4 <= size; i += 4) {
    const std::size_t at = data[i] << 16 | data[i + 1] << 8 | data[i + 2];
    bytes[at % bytes.size()] = static_cast<char>(data[i + 3]);
  }
  const auto path = kSound.folder.file("changed.db");
  std::ofstream(path, std::ios::binary) << bytes;
  if (judge(path, kSound.said) == Outcome::missed) std::abort();
  ask(path);
  std::filesystem::remove(path + "-journal");
  return 0;
}
