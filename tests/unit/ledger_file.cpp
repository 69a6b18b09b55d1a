// SPDX-License-Identifier: Apache-2.0
// The ledger as a file: what is no ledger, who may write, and that a reader changes nothing.
#include <sys/wait.h>

#include <algorithm>
#include <csignal>

#include "catch.h"
#include "ledger/ledger.h"
#include "tests/unit/ledger_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

ArticleClaims one(int number) {
  const auto quote = std::to_string(number) + " tỷ đồng";
  const auto a = article("a" + std::to_string(number), "Chi phí là " + quote + ".");
  return {a, {money(a, quote, std::to_string(number) + "000000000")}};
}

void write_file(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

}  // namespace

TEST_CASE("what is no ledger is refused by its kind, and left as it is", "[ledger]") {
  const Folder folder;
  struct Row {
    const char* what;
    std::string bytes;
  };
  const Row rows[] = {
      {"empty", ""},
      {"text", "Chi phí là 5 tỷ đồng.\n"},
      {"zeros", std::string(8192, '\0')},
      {"short", "SQLite format 3"},
      {"binary", std::string("\x7f"
                             "ELF\x02\x01",
                             6) +
                     std::string(5000, 'x')},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto path = folder.file(row.what);
    write_file(path, row.bytes);
    CHECK(code_of([&] { Ledger::open(path); }) == ExitCode::invalid_data);
    CHECK(code_of([&] { Ledger::open_to_write(path); }) == ExitCode::invalid_data);
    CHECK(code_of([&] { Ledger::open_or_create(path); }) == ExitCode::invalid_data);
    CHECK(bytes_of(path) == row.bytes);
  }
  CHECK(folder.files() == std::size(rows));
  CHECK(code_of([&] { Ledger::open(folder.file("")); }) == ExitCode::invalid_data);
  CHECK(code_of([&] { Ledger::open(folder.file("none.db")); }) == ExitCode::not_found);
  CHECK(code_of([&] { Ledger::open_to_write(folder.file("none.db")); }) == ExitCode::not_found);
  CHECK(code_of([&] { Ledger::open_or_create(folder.file("none/socai.db")); }) == ExitCode::io);
}

TEST_CASE("a file of a later format is refused politely, another program's database as no ledger", "[ledger]") {
  const Folder folder;
  const auto path = folder.file("socai.db");
  Ledger::open_or_create(path).ingest({one(5)}, info());
  auto bytes = bytes_of(path);
  bytes[63] = 99;  // user_version, big endian, at 60
  write_file(path, bytes);
  CHECK(code_of([&] { Ledger::open(path); }) == ExitCode::newer_format);
  bytes[71] = 0;  // application_id, at 68
  write_file(path, bytes);
  CHECK(code_of([&] { Ledger::open(path); }) == ExitCode::invalid_data);
  CHECK(bytes_of(path) == bytes);
}

TEST_CASE("a reader changes no byte and leaves no file behind", "[ledger]") {
  const Folder folder;
  const auto path = folder.file("socai.db");
  Ledger::open_or_create(path).ingest({one(5), one(6)}, info());
  const auto before = bytes_of(path);
  {
    const auto ledger = Ledger::open(path);
    CHECK(ledger.claims({}).rows.size() == 2);
    CHECK(ledger.diff(0, 1).articles.size() == 2);
    CHECK(ledger.article("a5").has_value());
    CHECK(ledger.verify().ok());
    CHECK(folder.files() == 1);
  }
  CHECK(bytes_of(path) == before);
  CHECK(folder.files() == 1);
}

TEST_CASE("a reader cannot write", "[ledger]") {
  const Folder folder;
  const auto path = folder.file("socai.db");
  Ledger::open_or_create(path);
  auto ledger = Ledger::open(path);
  CHECK(code_of([&] { ledger.ingest({one(5)}, info()); }) == ExitCode::io);
}

TEST_CASE("versions add up over openings, and the root goes on", "[ledger]") {
  const Folder folder;
  const auto path = folder.file("socai.db");
  auto memory = Ledger::open_in_memory();
  for (int i = 1; i <= 20; ++i) {
    auto ledger = Ledger::open_or_create(path);
    const auto time = "2025-02-01T03:15:" + std::to_string(10 + i) + "Z";
    ledger.ingest({one(i), one(100 + i)}, info(time));
    memory.ingest({one(i), one(100 + i)}, info(time));
  }
  const auto ledger = Ledger::open(path);
  CHECK(ledger.log() == memory.log());
  CHECK(ledger.verify().ok());
}

TEST_CASE("one version of more entries than a stored subtree verifies", "[ledger]") {
  auto ledger = Ledger::open_in_memory();
  std::vector<ArticleClaims> batch;
  for (int i = 0; i < 700; ++i) batch.push_back(one(i + 1));
  ledger.ingest(batch, info());
  std::vector<std::int64_t> done;
  std::int64_t all = 0;
  const auto report = ledger.verify([&](std::int64_t now, std::int64_t total) {
    done.push_back(now);
    all = total;
  });
  CHECK(std::is_sorted(done.begin(), done.end()));
  CHECK(done.size() > 3);
  CHECK(done.back() == all);
  CHECK(report.ok());
  CHECK(report.entries == 1401);
  CHECK(report.claims == 700);
  CHECK(report.articles == 700);
}

TEST_CASE("readers see the sealed versions while a writer is at work", "[ledger]") {
  const Folder folder;
  const auto path = folder.file("socai.db");
  auto ledger = Ledger::open_or_create(path);
  ledger.ingest({one(5)}, info());
  const auto reader = Ledger::open(path);
  auto writer = ledger.begin(info());
  writer.add(one(6).article, one(6).claims);
  CHECK(reader.claims({}).rows.size() == 1);
  CHECK(reader.verify().ok());
  writer.seal();
  CHECK(reader.claims({}).rows.size() == 2);
}

TEST_CASE("a writer that is killed leaves the version before, for readers too", "[ledger]") {
  const Folder folder;
  const auto path = folder.file("socai.db");
  Ledger::open_or_create(path).ingest({one(1)}, info());
  for (int round = 0; round < 20; ++round) {
    const auto child = ::fork();
    if (child == 0) {
      auto ledger = Ledger::open_to_write(path);
      for (int i = 2;; ++i) ledger.ingest({one(i + 1000 * round)}, info());
    }
    ::usleep(static_cast<useconds_t>(3000 + 2500 * round));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const auto ledger = Ledger::open(path);
    REQUIRE(ledger.verify().ok());
    REQUIRE(ledger.claims({}).rows.size() == static_cast<std::size_t>(ledger.head_number()));
  }
}
