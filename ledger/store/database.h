// SPDX-License-Identifier: Apache-2.0
// A connection to a ledger file, with every setting that a ledger relies on set and asserted, and statements that
// reset themselves. This header is the seam: SQLite is included by database.cpp and settings.cpp, and nowhere else.
//
//   Query query(db, "SELECT body FROM entry WHERE seq = ?");
//   query.bind(17);
//   if (query.step()) use(query.text(0));
//
// Throws Error as ledger.h has it. The journal is a rollback journal (DELETE): a reader then changes no byte, neither
// of the file nor beside it, and works in a read-only folder, where one of a WAL writes to its -shm file; and SQLite's
// WAL-reset bug (3.7.0 to 3.51.2) cannot come up. The price, that a commit waits for readers in mid-statement, is kept
// low by reading in short statements.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace socai {

enum class OpenMode { read, write, memory };

class Database {
 public:
  // The file must be a ledger. A write that a crash left half done is rolled back.
  static Database open(const std::string& path, OpenMode mode);
  // Makes a ledger without versions where no file is; where one is, it is left alone. Atomic: it is there whole or not.
  static void create(const std::string& path);

  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  const std::string& path() const { return path_; }

  // Runs statements without parameters or results.
  void run(const std::string& sql);

  bool in_transaction() const;

  // Copies the file, as it stands at one moment, to a new one.
  void copy_to(const std::string& path);

  // Whether an integrity check of the file's pages finds nothing; else its first lines.
  std::optional<std::string> page_damage();

  // The objects of the file as "type name sql", sorted; and those that a ledger of this format has.
  std::vector<std::string> schema();
  static std::vector<std::string> expected_schema();

 private:
  friend class Query;
  struct Connection;
  Database(std::string path, std::unique_ptr<Connection> connection);

  std::string path_;
  std::unique_ptr<Connection> connection_;
};

// The bytes of a BLOB column.
struct Blob {
  std::string_view bytes;
};

// One statement at work: prepared once a connection and text, reset when it goes out of scope.
class Query {
 public:
  Query(Database& db, const std::string& sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  // Binds the parameters from the first on.
  template <typename... Values>
  Query& bind(const Values&... values) {
    next_ = 0;
    (bind_next(values), ...);
    return *this;
  }
  // Binds the parameter behind the last bound one.
  void bind_next(std::int64_t value);
  void bind_next(int value) { bind_next(static_cast<std::int64_t>(value)); }
  void bind_next(std::string_view text);
  void bind_next(const std::string& text) { bind_next(std::string_view(text)); }
  void bind_next(const char* text) { bind_next(std::string_view(text)); }
  void bind_next(Blob blob);
  void bind_next(std::nullopt_t);
  void bind_next(const std::optional<std::int64_t>& value);
  template <typename Value>
  void bind_next(const std::optional<Value>& value) {
    if (value) {
      bind_next(*value);
    } else {
      bind_next(std::nullopt);
    }
  }

  // The next row; false: there is none.
  bool step();
  // For a statement without rows; ready to be bound again.
  void run();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  std::string text(int column) const;  // of a BLOB its bytes
  std::optional<std::string> optional_text(int column) const;

 private:
  struct Statement;
  Database& db_;
  std::string sql_;
  std::unique_ptr<Statement> statement_;
  int next_ = 0;
};

// Statements that see one state of the file, and take its lock once; a writer's commit waits until it ends. Within a
// write transaction it is that one.
class ReadTransaction {
 public:
  explicit ReadTransaction(Database& db);
  ~ReadTransaction();
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  Database& db_;
  bool outermost_;
};

// BEGIN IMMEDIATE at once, waiting for another writer; rolls back unless committed.
class WriteTransaction {
 public:
  explicit WriteTransaction(Database& db);
  ~WriteTransaction();
  WriteTransaction(const WriteTransaction&) = delete;
  WriteTransaction& operator=(const WriteTransaction&) = delete;

  void commit();
  void roll_back() noexcept;

 private:
  Database& db_;
  bool open_ = true;
};

}  // namespace socai
