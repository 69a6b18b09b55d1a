// SPDX-License-Identifier: Apache-2.0
// A small ledger, and what a change of its file comes to: reported, refused, harmless, or missed.
#pragma once

#include <string>

#include "ledger/ledger.h"
#include "ledger/store/database.h"
#include "tests/unit/ledger_fixtures.h"

namespace socai::faults {

// A ledger with one entry of each kind, as small as can be.
inline void make_small(const std::string& path) {
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
inline std::string contents(const std::string& path) {
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

enum class Outcome { reported, refused, harmless, missed };

inline Outcome judge(const std::string& path, const std::string& expected) {
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

}  // namespace socai::faults
