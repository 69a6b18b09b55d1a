// SPDX-License-Identifier: Apache-2.0
// Ledgers that programs of each format wrote, kept in tests/data/ledgers: this program reads them, says what they said,
// and goes on writing them.
#include <sstream>

#include "catch.h"
#include "ledger/ledger.h"
#include "ledger/store/migrations.h"
#include "tests/unit/ledger_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

const std::string kLedgers = SOCAI_REPO "/tests/data/ledgers/";

std::string kept(std::size_t format, const std::string& ending) {
  return kLedgers + "format-" + std::to_string(format) + ending;
}

std::string exported(const Ledger& ledger) {
  std::string lines;
  ledger.export_lines([&](std::string_view line) { lines += std::string(line) + "\n"; });
  return lines;
}

// A copy of the kept ledger, which may be changed.
std::string copy_of(std::size_t format, const Folder& folder) {
  const auto path = folder.file("socai.db");
  std::filesystem::copy_file(kept(format, ".db"), path);
  return path;
}

}  // namespace

TEST_CASE("a ledger of every format is kept", "[ledger]") {
  for (std::size_t format = 1; format <= migrations().size(); ++format) {
    CAPTURE(format);
    CHECK(bytes_of(kept(format, ".db")).size() > 0);
    CHECK(bytes_of(kept(format, ".jsonl")).size() > 0);
  }
}

TEST_CASE("a ledger of any format is read as it was, and no byte of it changes", "[ledger]") {
  for (std::size_t format = 1; format <= migrations().size(); ++format) {
    CAPTURE(format);
    const Folder folder;
    const auto path = copy_of(format, folder);
    const auto before = bytes_of(path);
    {
      const auto ledger = Ledger::open(path);
      const auto report = ledger.verify();
      CHECK(report.ok());
      CHECK(report.redacted == 1);
      CHECK(exported(ledger) == bytes_of(kept(format, ".jsonl")));
      CHECK(ledger.claims({}).rows.size() == 3);
      ClaimQuery first;
      first.as_of = 1;
      CHECK(ledger.claims(first).rows.size() == 4);
    }
    CHECK(bytes_of(path) == before);
    CHECK(folder.files() == 1);
  }
}

TEST_CASE("a ledger of any format takes a new version and keeps its past", "[ledger]") {
  for (std::size_t format = 1; format <= migrations().size(); ++format) {
    CAPTURE(format);
    const Folder folder;
    const auto path = copy_of(format, folder);
    auto ledger = Ledger::open_to_write(path);
    const auto past = ledger.log();
    const auto a = article("moi", "Chi phí là 5 tỷ đồng.");
    ledger.ingest({{a, {money(a, "5 tỷ đồng", "5000000000")}}}, info("2026-12-01T03:15:00Z"));
    const auto now = ledger.log();
    CHECK(std::vector<Version>(now.begin() + 1, now.end()) == past);
    CHECK(ledger.verify({}, ledger.checkpoint(past.front().number)).ok());
  }
}

TEST_CASE("an export of any format makes the ledger that it was made of", "[ledger]") {
  for (std::size_t format = 1; format <= migrations().size(); ++format) {
    CAPTURE(format);
    const Folder folder;
    const auto whole = bytes_of(kept(format, ".jsonl"));
    std::istringstream lines(whole);
    Ledger::import_lines(folder.file("new.db"), [&](std::string* line) { return bool(std::getline(lines, *line)); });
    const auto made = Ledger::open(folder.file("new.db"));
    CHECK(exported(made) == whole);
    CHECK(made.log() == Ledger::open(kept(format, ".db")).log());
  }
}
