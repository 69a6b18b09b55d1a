// SPDX-License-Identifier: Apache-2.0
// What every connection to a ledger file goes through: settings set and asserted, the format checked, SQLite's errors
// in the ledger's terms. For database.cpp alone.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <new>
#include <string>
#include <vector>

#include "extractor/claim/error.h"
#include "ledger/store/database.h"

namespace socai {

// What SQLite said, in the ledger's terms.
Error error_of(const std::string& path, const SQLite::Exception& error);

bool is_out_of_memory(const SQLite::Exception& error);

// Runs `action`; what SQLite throws comes out as an Error about the file at `path`.
template <typename Action>
auto translated(const std::string& path, Action action) {
  try {
    return action();
  } catch (const SQLite::Exception& error) {
    if (is_out_of_memory(error)) throw std::bad_alloc();
    throw error_of(path, error);
  }
}

void apply_settings(SQLite::Database& db, const std::string& path, OpenMode mode);

// Refuses what is no ledger, before anything is written.
void check_format(SQLite::Database& db, const std::string& path);

// Takes the steps of the schema that the file has not taken, each in its own transaction.
void migrate(SQLite::Database& db);

// The objects of the file as "type name sql", sorted.
std::vector<std::string> schema_of(SQLite::Database& db);

}  // namespace socai
