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

#include "ledger/store/database.h"
#include "tests/faults/work.h"
#include "tests/unit/ledger_fixtures.h"

using namespace socai;
using namespace socai::faults;

namespace {

// A ledger with one entry of each kind, as small as can be.
void make_small(const std::string& path) {
  auto ledger = Ledger::open_or_create(path);
  auto first = testing::article("a1", "Chi phí là 5 tỷ đồng.\nThu 7 tỷ đồng.");
  first.title = "Tin";
  auto second = testing::article("a1", "Sửa.\nChi phí là 6 tỷ đồng.\nThu 7 tỷ đồng.");
  ledger.ingest(
      {{first, {testing::money(first, "5 tỷ đồng", "5000000000"), testing::money(first, "7 tỷ đồng", "7000000000")}}},
      testing::info());
  ledger.ingest(
      {{second,
        {testing::money(second, "6 tỷ đồng", "6000000000"), testing::money(second, "7 tỷ đồng", "7000000000")}}},
      testing::info());
  auto writer = ledger.begin(testing::info());
  writer.alias("vin", "vingroup", true);
  writer.decide("f00d", "explained", "");
  writer.seal();
}

// All that the file says: every row of every table, by the table and by each of its indexes.
std::string contents(const std::string& path) {
  auto db = Database::open(path, OpenMode::read);
  std::string all;
  for (const auto& object : db.schema()) all += object + "\n";
  Query tables(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
  while (tables.step()) {
    const auto table = tables.text(0);
    Query columns(db, "SELECT group_concat('quote(' || name || ')', '||''|''||') FROM pragma_table_info(?)");
    columns.bind(table);
    columns.step();
    Query rows(db, "SELECT " + columns.text(0) + " FROM " + table + " ORDER BY 1");
    while (rows.step()) all += table + " " + rows.text(0) + "\n";
  }
  return all;
}

void put_byte(const std::string& path, std::size_t at, char byte) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0 || ::pwrite(fd, &byte, 1, static_cast<off_t>(at)) != 1) fail("cannot write " + path);
  ::close(fd);
}

enum class Outcome { reported, refused, harmless, missed };

Outcome judge(const std::string& path, const std::string& expected) {
  try {
    if (!Ledger::open(path).verify().ok()) return Outcome::reported;
  } catch (const Error&) {
    return Outcome::refused;  // not even opened: no ledger, a newer format, damaged
  }
  try {
    return contents(path) == expected ? Outcome::harmless : Outcome::missed;
  } catch (const Error&) {
    return Outcome::missed;
  }
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
