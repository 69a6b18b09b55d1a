// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/settings.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "ledger/store/lock_holder.h"
#include "ledger/store/migrations.h"

namespace socai {
namespace {

constexpr int kApplicationId = 0x736F6361;  // "soca"

std::int64_t pragma_number(SQLite::Database& db, const std::string& name) {
  return db.execAndGet("PRAGMA " + name).getInt64();
}

void set_and_check(SQLite::Database& db, const std::string& path, const std::string& name, std::int64_t value) {
  db.exec("PRAGMA " + name + " = " + std::to_string(value));
  if (pragma_number(db, name) == value) return;
  throw Error(ExitCode::io, path, "this SQLite cannot set " + name);
}

// Says who holds the file, as far as the system tells.
Error busy_error(const std::string& path) {
  const auto holder = lock_holder(path);
  const std::string doing = holder && !holder->writes ? "reading" : "writing";
  return {ExitCode::locked, path,
          "another process is " + doing + " the ledger" + (holder ? ": " + holder->words() : ""),
          "wait until it is done and try again"};
}

}  // namespace

bool is_out_of_memory(const SQLite::Exception& error) { return error.getErrorCode() == SQLITE_NOMEM; }

Error error_of(const std::string& path, const SQLite::Exception& error) {
  const std::string what = error.what();
  switch (error.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return busy_error(path);
    case SQLITE_NOTADB:
      return {ExitCode::invalid_data, path, "not a ledger: the file is no SQLite database",
              "give the path of a ledger"};
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      return {ExitCode::integrity, path, "the ledger is damaged: " + what, "run verify, and restore a backup"};
    case SQLITE_FULL: return {ExitCode::io, path, "the disk is full", "free some space and try again"};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ExitCode::io, path, "the ledger cannot be written: " + what, "check the permissions of file and folder"};
    case SQLITE_INTERRUPT: return {ExitCode::interrupted, path, "interrupted"};
    default: return {ExitCode::io, path, "the ledger cannot be read or written: " + what};
  }
}

void apply_settings(SQLite::Database& db, const std::string& path, OpenMode mode) {
  int defensive = 0;
  sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, &defensive);
  if (defensive != 1) throw Error(ExitCode::io, path, "this SQLite has no defensive mode");
  set_and_check(db, path, "foreign_keys", 1);
  set_and_check(db, path, "recursive_triggers", 1);
  set_and_check(db, path, "trusted_schema", 0);
  set_and_check(db, path, "cell_size_check", 1);
  db.exec("PRAGMA mmap_size = 0");  // gives no row in memory
  set_and_check(db, path, "temp_store", 2);
  set_and_check(db, path, "cache_size", mode == OpenMode::read ? -16384 : -65536);  // KiB
  if (mode == OpenMode::read) {
    set_and_check(db, path, "query_only", 1);
  } else {
    set_and_check(db, path, "secure_delete", 1);  // what is redacted is overwritten, not only forgotten
    set_and_check(db, path, "synchronous", 3);    // EXTRA: the folder too is synced, so that no commit comes undone
  }
}

void check_format(SQLite::Database& db, const std::string& path) {
  const auto known = static_cast<std::int64_t>(migrations().size());
  const auto format = pragma_number(db, "user_version");
  if (pragma_number(db, "application_id") != kApplicationId || format < 1) {
    throw Error(ExitCode::invalid_data, path, "not a ledger: the file is another program's database",
                "give the path of a ledger");
  }
  if (format > known) {
    throw Error(
        ExitCode::newer_format, path,
        "the ledger has format " + std::to_string(format) + ", this program knows up to " + std::to_string(known),
        "use a newer socai");
  }
}

void migrate(SQLite::Database& db) {
  const auto all = migrations();
  const auto done = static_cast<std::size_t>(pragma_number(db, "user_version"));
  for (std::size_t i = done; i < all.size(); ++i) {
    db.exec("BEGIN IMMEDIATE");
    db.exec("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT");
    db.exec(all[i].sql);
    SQLite::Statement record(db, "INSERT INTO migration (number, name) VALUES (?, ?)");
    record.bind(1, static_cast<std::int64_t>(i + 1));
    record.bind(2, all[i].name);
    record.exec();
    db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
    db.exec("PRAGMA user_version = " + std::to_string(i + 1));
    db.exec("COMMIT");
  }
}

std::vector<std::string> schema_of(SQLite::Database& db) {
  std::vector<std::string> objects;
  SQLite::Statement all(db, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
  while (all.executeStep()) objects.push_back(all.getColumn(0).getString());
  return objects;
}

}  // namespace socai
