// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <unordered_map>

#include "extractor/claim/error.h"
#include "ledger/ledger.h"
#include "ledger/store/files.h"
#include "ledger/store/migrations.h"

namespace socai {
namespace {

constexpr std::size_t kStatementsAtHand = 100;
constexpr int kApplicationId = 0x736F6361;  // "soca"

std::int64_t pragma_number(SQLite::Database& db, const std::string& name) {
  return db.execAndGet("PRAGMA " + name).getInt64();
}

// What SQLite said, in the ledger's terms.
Error error_of(const std::string& path, const SQLite::Exception& error) {
  const std::string what = error.what();
  switch (error.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ExitCode::locked, path, "another process is writing the ledger", "wait until it is done and try again"};
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

template <typename Action>
auto translated(const std::string& path, Action action) {
  try {
    return action();
  } catch (const SQLite::Exception& error) {
    if (error.getErrorCode() == SQLITE_NOMEM) throw std::bad_alloc();
    throw error_of(path, error);
  }
}

void set_and_check(SQLite::Database& db, const std::string& path, const std::string& name, std::int64_t value) {
  db.exec("PRAGMA " + name + " = " + std::to_string(value));
  if (pragma_number(db, name) == value) return;
  throw Error(ExitCode::io, path, "this SQLite cannot set " + name);
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
    set_and_check(db, path, "synchronous", 3);  // EXTRA: the folder too is synced, so that no commit comes undone
  }
}

// Refuses what is no ledger, before anything is written.
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

}  // namespace

struct Database::Connection {
  Connection(const std::string& path, int flags) : db(path, flags, kBusySeconds * 1000) {}

  SQLite::Database db;
  std::unordered_map<std::string, std::vector<std::unique_ptr<SQLite::Statement>>> idle;  // by their SQL
};

struct Query::Statement {
  std::unique_ptr<SQLite::Statement> sqlite;
};

Database::Database(std::string path, std::unique_ptr<Connection> connection)
    : path_(std::move(path)), connection_(std::move(connection)) {}
Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

Database Database::open(const std::string& path, OpenMode mode) {
  if (mode == OpenMode::memory) {
    auto connection = std::make_unique<Connection>(":memory:", SQLite::OPEN_READWRITE);
    migrate(connection->db);
    apply_settings(connection->db, path, mode);
    return {path, std::move(connection)};
  }
  check_is_file(path);
  const int flags = mode == OpenMode::read ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE;
  return translated(path, [&] {
    auto connection = std::make_unique<Connection>(path, flags);
    try {
      check_format(connection->db, path);
    } catch (const SQLite::Exception& error) {
      // A crash left a journal, which a reader may not roll back: a writer does it, and the reader goes on.
      if (error.getErrorCode() != SQLITE_READONLY) throw;
      Connection repairing(path, SQLite::OPEN_READWRITE);
      check_format(repairing.db, path);
      check_format(connection->db, path);
    }
    if (mode == OpenMode::write) {
      if (connection->db.execAndGet("PRAGMA journal_mode = DELETE").getString() != "delete") {
        throw Error(ExitCode::locked, path, "the ledger is open elsewhere in WAL mode", "close that program first");
      }
      migrate(connection->db);
    }
    apply_settings(connection->db, path, mode);
    return Database(path, std::move(connection));
  });
}

void Database::create(const std::string& path) {
  create_whole(path, [&](const std::string& draft) {
    translated(path, [&] {
      Connection connection(draft, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      connection.db.exec("PRAGMA synchronous = 3");
      migrate(connection.db);
    });
  });
}

void Database::run(const std::string& sql) {
  translated(path_, [&] { connection_->db.exec(sql); });
}

bool Database::in_transaction() const { return sqlite3_get_autocommit(connection_->db.getHandle()) == 0; }

std::optional<std::string> Database::page_damage() {
  try {
    std::string lines;
    SQLite::Statement check(connection_->db, "PRAGMA integrity_check(5)");
    while (check.executeStep()) lines += (lines.empty() ? "" : "; ") + check.getColumn(0).getString();
    return lines == "ok" ? std::nullopt : std::optional(lines);
  } catch (const SQLite::Exception& error) {
    return error.what();
  }
}

std::vector<std::string> Database::schema() {
  return translated(path_, [&] { return schema_of(connection_->db); });
}

std::vector<std::string> Database::expected_schema() {
  SQLite::Database db(":memory:", SQLite::OPEN_READWRITE);
  migrate(db);
  return schema_of(db);
}

Query::Query(Database& db, const std::string& sql) : db_(db), sql_(sql), statement_(std::make_unique<Statement>()) {
  const auto idle = db.connection_->idle.find(sql);
  if (idle == db.connection_->idle.end() || idle->second.empty()) {
    statement_->sqlite =
        translated(db.path(), [&] { return std::make_unique<SQLite::Statement>(db.connection_->db, sql); });
  } else {
    statement_->sqlite = std::move(idle->second.back());
    idle->second.pop_back();
  }
}

Query::~Query() {
  auto& statement = *statement_->sqlite;
  statement.tryReset();
  try {
    statement.clearBindings();
    auto& idle = db_.connection_->idle;
    if (idle.size() < kStatementsAtHand || idle.contains(sql_)) idle[sql_].push_back(std::move(statement_->sqlite));
  } catch (...) {  // no memory to keep it: it is prepared again
  }
}

void Query::bind_next(std::int64_t value) { statement_->sqlite->bind(++next_, value); }

void Query::bind_next(std::string_view text) { statement_->sqlite->bind(++next_, std::string(text)); }

void Query::bind_next(Blob blob) {
  statement_->sqlite->bind(++next_, static_cast<const void*>(blob.bytes.data()), static_cast<int>(blob.bytes.size()));
}

void Query::bind_next(std::nullopt_t) { statement_->sqlite->bind(++next_); }

void Query::bind_next(const std::optional<std::int64_t>& value) {
  if (value) {
    bind_next(*value);
  } else {
    bind_next(std::nullopt);
  }
}

bool Query::step() {
  return translated(db_.path(), [&] { return statement_->sqlite->executeStep(); });
}

void Query::run() {
  step();
  statement_->sqlite->reset();
}

bool Query::is_null(int column) const { return statement_->sqlite->isColumnNull(column); }

std::int64_t Query::integer(int column) const { return statement_->sqlite->getColumn(column).getInt64(); }

std::string Query::text(int column) const { return statement_->sqlite->getColumn(column).getString(); }

std::optional<std::string> Query::optional_text(int column) const {
  return is_null(column) ? std::nullopt : std::optional(text(column));
}

ReadTransaction::ReadTransaction(Database& db) : db_(db), outermost_(!db.in_transaction()) {
  if (outermost_) db_.run("BEGIN");
}

ReadTransaction::~ReadTransaction() {
  if (!outermost_) return;
  try {
    db_.run("COMMIT");
  } catch (...) {  // it read only: nothing is lost
  }
}

WriteTransaction::WriteTransaction(Database& db) : db_(db) { db.run("BEGIN IMMEDIATE"); }

WriteTransaction::~WriteTransaction() { roll_back(); }

void WriteTransaction::commit() {
  db_.run("COMMIT");
  open_ = false;
}

void WriteTransaction::roll_back() noexcept {
  if (!open_) return;
  open_ = false;
  try {
    db_.run("ROLLBACK");
  } catch (...) {  // SQLite rolled back already, as it does where the disk is full
  }
}

}  // namespace socai
