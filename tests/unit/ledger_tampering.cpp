// SPDX-License-Identifier: Apache-2.0
// Verify against a ledger that somebody changed behind our back, and the database's own guard against it.
#include <algorithm>

#include "catch.h"
#include "ledger/ledger.h"
#include "ledger/store/database.h"
#include "tests/unit/ledger_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

// A ledger of three versions with one of everything.
std::string make_ledger(const Folder& folder) {
  const auto path = folder.file("socai.db");
  auto ledger = Ledger::open_or_create(path);
  auto first = article("a1", "Chi phí là 5 tỷ đồng.\nThu 7 tỷ đồng.");
  first.title = "Tiêu đề";
  auto second = article("a1", "Sửa.\nChi phí là 6 tỷ đồng.\nThu 7 tỷ đồng.");
  auto five = money(first, "5 tỷ đồng", "5000000000");
  auto six = money(second, "6 tỷ đồng", "6000000000");
  ledger.ingest({{first, {about(by(five, "An"), "Vingroup", "cost"), money(first, "7 tỷ đồng", "7000000000")}}},
                info());
  ledger.ingest({{second, {about(by(six, "An"), "Vingroup", "cost"), money(second, "7 tỷ đồng", "7000000000")}}},
                info("2025-02-02T03:15:00Z"));
  auto writer = ledger.begin(info("2025-02-03T03:15:00Z"));
  writer.alias("vin", "vingroup", true);
  writer.decide("f00d", "not a conflict", "");
  writer.seal();
  return path;
}

// Past the program, as sqlite3 would: gives what the database said; empty: nothing.
std::string run_sql(const std::string& path, const std::string& sql) {
  try {
    auto db = Database::open(path, OpenMode::write);
    db.run("PRAGMA recursive_triggers = 0; PRAGMA foreign_keys = 0");
    db.run(sql);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

std::vector<std::string> codes(const VerifyReport& report) {
  std::vector<std::string> all;
  for (const auto& problem : report.problems) all.push_back(problem.code);
  return all;
}

const char* const kTables[] = {"entry",     "version", "subtree", "text",     "article",    "revision", "name",
                               "name_word", "metric",  "claim",   "position", "retirement", "alias",    "decision"};

// The change of a table whose guards are dropped first.
std::string unguarded(const std::string& table, const std::string& sql) {
  std::string all;
  for (const char* event : {"_insert", "_update", "_delete"}) all += "DROP TRIGGER " + table + event + ";";
  return all + sql;
}

// The triggers' text, to put back what unguarded() dropped.
std::string guards_of(const std::string& path, const std::string& table) {
  auto db = Database::open(path, OpenMode::read);
  Query query(db, "SELECT group_concat(sql, ';') FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?");
  query.bind(table);
  query.step();
  return query.text(0);
}

}  // namespace

TEST_CASE("a ledger that nobody touched verifies", "[ledger]") {
  const Folder folder;
  const auto report = Ledger::open(make_ledger(folder)).verify();
  CHECK(codes(report).empty());
  CHECK(report.versions == 3);
  CHECK(report.articles == 1);
  CHECK(report.claims == 3);
  CHECK(report.texts == 3);
}

TEST_CASE("the database refuses to change what is recorded, also by REPLACE", "[ledger]") {
  const Folder folder;
  const auto path = make_ledger(folder);
  for (const std::string table : kTables) {
    if (table == "subtree") continue;  // empty here
    CAPTURE(table);
    const auto before = bytes_of(path);
    CHECK(run_sql(path, "DELETE FROM " + table).find("append-only") != std::string::npos);
    CHECK(run_sql(path, "UPDATE " + table + " SET rowid = rowid").size() > 0);
    CHECK(run_sql(path, "INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table).find("append-only") !=
          std::string::npos);
    CHECK(bytes_of(path) == before);
  }
}

TEST_CASE("a number written as Vietnamese write it is no number for the ledger", "[ledger]") {
  const Folder folder;
  const auto path = make_ledger(folder);
  const auto said = run_sql(path, "INSERT INTO entry SELECT 12, '34.000', kind, body, leaf FROM entry WHERE seq = 11");
  CHECK(said.find("CHECK constraint failed") != std::string::npos);
}

TEST_CASE("every change behind the guards is reported, and the first bad entry named", "[ledger]") {
  struct Row {
    const char* what;
    const char* table;
    const char* sql;
    const char* code;    // one that must be among those reported
    std::int64_t entry;  // of the first problem; negative: not told here
  };
  const Row rows[] = {
      {"a digit of a claim", "entry", "UPDATE entry SET body = replace(body, '5000000000', '5000000001') WHERE seq = 2",
       "entry.hash", 2},
      {"a claim with its hash", "entry", "UPDATE entry SET leaf = zeroblob(32) WHERE seq = 3", "entry.hash", 3},
      {"the last entry gone", "entry", "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)", "entry.missing",
       11},
      {"an entry in the middle gone", "entry", "DELETE FROM entry WHERE seq = 5", "entry.missing", 5},
      {"two entries swapped", "entry",
       "UPDATE entry SET seq = -1 WHERE seq = 2; UPDATE entry SET seq = 2 WHERE seq = 3; UPDATE entry SET seq = 3 "
       "WHERE seq = -1",
       "version.root", 2},
      {"an entry in another version", "entry", "UPDATE entry SET version = 1 WHERE seq = 6", "entry.order", 6},
      {"an entry of another kind", "entry", "UPDATE entry SET kind = 'alias' WHERE seq = 2", "entry.order", 2},
      {"an entry too many", "entry", "INSERT INTO entry SELECT 12, 4, kind, body, leaf FROM entry WHERE seq = 11",
       "entry.order", 12},
      {"a version's author", "version", "UPDATE version SET author = 'khác' WHERE number = 2", "version.differs", -1},
      {"a version's time", "version", "UPDATE version SET time = '2020-01-01T00:00:00Z' WHERE number = 1",
       "version.differs", -1},
      {"a version's root", "version", "UPDATE version SET root = zeroblob(32) WHERE number = 2", "version.root", -1},
      {"a version's peaks", "version", "UPDATE version SET peaks = zeroblob(96) WHERE number = 2", "version.differs",
       -1},
      {"a version's counts", "version", "UPDATE version SET claims = 7 WHERE number = 2", "version.differs", -1},
      {"a version gone", "version", "DELETE FROM version WHERE number = 2", "version.missing", -1},
      {"the last version gone", "version", "DELETE FROM version WHERE number = 3", "entry.order", 9},
      {"a text", "text", "UPDATE text SET bytes = replace(bytes, '5', '6') WHERE number = 2", "text.hash", -1},
      {"a text gone", "text", "DELETE FROM text WHERE number = 2", "text.missing", 1},
      {"a text with its hash", "text", "UPDATE text SET sha256 = zeroblob(32) WHERE number = 2", "text.missing", 1},
      {"a text too many", "text", "INSERT INTO text VALUES (9, zeroblob(32), '')", "text.hash", -1},
      {"a claim row gone", "claim", "DELETE FROM claim WHERE entry = 2", "table.differs", 2},
      {"a claim row's bound", "claim", "UPDATE claim SET low = 'P5095' WHERE entry = 3", "table.differs", 3},
      {"a claim row's claimant", "claim", "UPDATE claim SET claimant = 2 WHERE entry = 2", "table.differs", 2},
      {"a claim row's day", "claim", "UPDATE claim SET day = '2020-01-01' WHERE entry = 2", "table.differs", 2},
      {"a claim row too many", "claim",
       "INSERT INTO claim SELECT 99, id, article, kind, claimant, subject, metric, currency, low, high, day FROM claim "
       "LIMIT 1",
       "table.differs", -1},
      {"a retirement gone", "retirement", "DELETE FROM retirement", "table.differs", -1},
      {"a retirement's reason", "retirement", "UPDATE retirement SET reason = 'person'", "table.differs", -1},
      {"a retirement of another claim", "retirement", "UPDATE retirement SET claim = 3", "table.differs", -1},
      {"a position gone", "position", "DELETE FROM position", "table.differs", -1},
      {"a revision's outlet", "revision", "UPDATE revision SET outlet = 'khác' WHERE revision = 1", "table.differs", 1},
      {"a revision gone", "revision", "DELETE FROM revision WHERE revision = 2", "table.differs", -1},
      {"an article's id", "article", "UPDATE article SET id = 'a2'", "table.differs", 1},
      {"an article too many", "article", "INSERT INTO article VALUES (9, 'a9', 1)", "table.differs", -1},
      {"a name", "name", "UPDATE name SET id = 'binh' WHERE id = 'an'", "table.differs", 2},
      {"a name too many", "name", "INSERT INTO name VALUES (9, 'binh')", "table.differs", -1},
      {"a name's word gone", "name_word", "DELETE FROM name_word WHERE word = 'an'", "table.differs", -1},
      {"a name's word too many", "name_word", "INSERT INTO name_word VALUES ('binh', 1)", "table.differs", -1},
      {"a metric", "metric", "UPDATE metric SET id = 'revenue'", "table.differs", 2},
      {"an alias", "alias", "UPDATE alias SET joined = 0", "table.differs", 10},
      {"a decision", "decision", "UPDATE decision SET judgement = 'conflict'", "table.differs", 11},
      {"a subtree too many", "subtree", "INSERT INTO subtree VALUES (8, 0, zeroblob(32))", "tree.differs", -1},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const Folder folder;
    const auto path = make_ledger(folder);
    const auto guards = guards_of(path, row.table);
    REQUIRE(run_sql(path, unguarded(row.table, row.sql) + ";" + guards).empty());
    const auto report = Ledger::open(path).verify();
    const auto all = codes(report);
    CAPTURE(all);
    CHECK(std::find(all.begin(), all.end(), row.code) != all.end());
    CHECK(std::find(all.begin(), all.end(), "schema.changed") == all.end());
    if (row.entry >= 0 && !report.problems.empty()) CHECK(report.problems[0].entry == row.entry);
  }
}

TEST_CASE("a guard, an index or a view that is gone or new is reported", "[ledger]") {
  for (const char* sql : {"DROP TRIGGER entry_update", "DROP INDEX claim_by_id", "DROP VIEW claims",
                          "CREATE TABLE other (x)", "CREATE TRIGGER t AFTER INSERT ON alias BEGIN SELECT 1; END"}) {
    CAPTURE(sql);
    const Folder folder;
    const auto path = make_ledger(folder);
    REQUIRE(run_sql(path, sql).empty());
    CHECK(codes(Ledger::open(path).verify()) == std::vector<std::string>{"schema.changed"});
  }
}

TEST_CASE("what was not stored as it was written is not sealed", "[ledger]") {
  const Folder folder;
  const auto path = make_ledger(folder);
  REQUIRE(run_sql(path,
                  "DROP TRIGGER entry_update; CREATE TRIGGER evil AFTER INSERT ON entry BEGIN"
                  " UPDATE entry SET body = replace(body, '9', '8') WHERE seq = NEW.seq; END")
              .empty());
  auto ledger = Ledger::open_to_write(path);
  const auto a = article("a9", "Giá 9 tỷ đồng.");
  CHECK(code_of([&] { ledger.ingest({{a, {money(a, "9 tỷ đồng", "9000000000")}}}, info()); }) == ExitCode::integrity);
  CHECK(ledger.head_number() == 3);
  CHECK_FALSE(ledger.article("a9").has_value());
}
