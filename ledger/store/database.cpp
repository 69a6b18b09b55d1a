// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/database.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <climits>
#include <unordered_map>

#include "extractor/claim/error.h"
#include "ledger/ledger.h"
#include "ledger/store/files.h"
#include "ledger/store/settings.h"

namespace socai {
namespace {

constexpr std::size_t kStatementsAtHand = 100;

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

// A commit of another process between two steps makes SQLite begin anew. After a few such beginnings the rest is copied
// in one step, for which a writer waits.
void Database::copy_to(const std::string& path) {
  constexpr int kPages = 2048;
  constexpr int kMostBeginnings = 8;
  auto target = translated(path, [&] {
    SQLite::Database file(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    file.exec("PRAGMA synchronous = 3");
    return file;
  });
  translated(path_, [&] {
    SQLite::Backup backup(target, connection_->db);
    int beginnings = 0;
    for (int left = INT_MAX; left > 0;) {
      const bool patient = beginnings < kMostBeginnings;
      const int result = backup.executeStep(patient ? kPages : -1);
      const int now = backup.getRemainingPageCount();
      if (result == SQLITE_DONE) break;
      const bool busy = result == SQLITE_BUSY || result == SQLITE_LOCKED;
      if (busy) ::sqlite3_sleep(20);
      if (busy || now >= left) ++beginnings;
      if (beginnings > 500) throw Error(ExitCode::locked, path_, "another process is writing the ledger");
      left = now;
    }
  });
}

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
    // Questions of many forms push the rest out now and then, and must not keep it out.
    if (idle.size() >= kStatementsAtHand && !idle.contains(sql_)) idle.clear();
    idle[sql_].push_back(std::move(statement_->sqlite));
  } catch (...) {  // no memory to keep it: it is prepared again
  }
}

void Query::bind_next(std::int64_t value) {
  translated(db_.path(), [&] { statement_->sqlite->bind(++next_, value); });
}

void Query::bind_next(std::string_view text) {
  translated(db_.path(), [&] { statement_->sqlite->bind(++next_, std::string(text)); });
}

void Query::bind_next(Blob blob) {
  translated(db_.path(), [&] {
    const auto size = static_cast<int>(blob.bytes.size());
    statement_->sqlite->bind(++next_, static_cast<const void*>(blob.bytes.data()), size);
  });
}

void Query::bind_next(std::nullopt_t) {
  translated(db_.path(), [&] { statement_->sqlite->bind(++next_); });
}

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
  translated(db_.path(), [&] { statement_->sqlite->reset(); });
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
