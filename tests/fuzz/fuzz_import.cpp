// SPDX-License-Identifier: Apache-2.0
// Any bytes as an export: refused by invalid_data, with no file left behind; or the ledger that they make verifies, and
// exports the same lines.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "tests/unit/ledger_fixtures.h"

using namespace socai;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const testing::Folder kFolder;
  const auto path = kFolder.file("made.db");
  std::istringstream lines(std::string(reinterpret_cast<const char*>(data), size));
  std::string given;
  try {
    Ledger::import_lines(path, [&](std::string* line) {
      const bool more = static_cast<bool>(std::getline(lines, *line));
      if (more && !line->empty()) given += *line + "\n";
      return more;
    });
    const auto ledger = Ledger::open(path);
    require(ledger.verify().ok());
    std::string exported;
    ledger.export_lines([&](std::string_view line) { exported += std::string(line) + "\n"; });
    require(exported == given);
  } catch (const Error& error) {
    require(error.code == ExitCode::invalid_data);
    require(kFolder.files() == 0);
  }
  std::filesystem::remove(path);
  return 0;
}
