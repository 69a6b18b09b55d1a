// SPDX-License-Identifier: Apache-2.0
// A ledger as lines of JSON, and back.
#include <simdjson.h>

#include <filesystem>
#include <memory>
#include <stdexcept>

#include "extractor/claim/json_writer.h"
#include "ledger/entry.h"
#include "ledger/ledger.h"
#include "ledger/state.h"
#include "ledger/store/files.h"
#include "ledger/store/history.h"
#include "ledger/store/reader.h"

namespace socai {
namespace {

constexpr std::string_view kEntryFront = "{\"entry\":";

std::string text_line(const std::string& digest_bytes, const std::string& text) {
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.member("text", "sha256:" + to_hex(*hash_from_bytes(digest_bytes)));
  out.member("bytes", text);
  out.end_object();
  return json;
}

std::string end_line(const Version& head) {
  return "{\"end\":{\"versions\":" + std::to_string(head.number) + ",\"entries\":" + std::to_string(head.entries) +
         ",\"root\":\"" + head.root + "\"}}";
}

// Gives the texts in the order in which entries bind them first, which is that of their numbers.
class TextLines {
 public:
  explicit TextLines(Database& db) : query_(db, "SELECT sha256, bytes FROM text ORDER BY number") { next(); }

  void behind(const ArticleEntry& entry, const std::function<void(std::string_view)>& line) {
    while (more_ && (query_.text(0) == hash_to_bytes(entry.text) ||
                     (entry.title && query_.text(0) == hash_to_bytes(*entry.title)))) {
      line(text_line(query_.text(0), query_.text(1)));
      next();
    }
  }

 private:
  void next() { more_ = query_.step(); }

  Query query_;
  bool more_ = false;
};

// Builds a ledger from lines, one version after another, in one transaction.
class Import {
 public:
  explicit Import(Database& db) : db_(db), transaction_(db) {}

  // Throws std::invalid_argument, or Error, for what cannot stand there.
  void line(std::string_view line) {
    if (ended_) throw std::invalid_argument("there are lines behind the end");
    if (line.substr(0, kEntryFront.size()) == kEntryFront) return entry(line);
    simdjson::dom::parser parser;
    const simdjson::dom::element root = parser.parse(line.data(), line.size());
    if (root["end"].error() == simdjson::SUCCESS) return end(root["end"]);
    text(root["text"].get_string().value(), root["bytes"].get_string().value());
  }

  Version finish() {
    if (!ended_) throw std::invalid_argument("the end is missing: the export was cut off");
    transaction_.commit();
    return head_;
  }

 private:
  void entry(std::string_view line) {
    const auto entry = entry_from_json(line);
    if (entry_to_json(entry) != line) throw std::invalid_argument("not in canonical form");
    if (const auto* version = std::get_if<VersionEntry>(&entry)) begin(version->number);
    if (!history_) throw std::invalid_argument("an entry before the first version");
    history_->append(entry);
    if (const auto* redaction = std::get_if<RedactionEntry>(&entry)) {
      for (const auto& digest : redaction->texts) history_->drop_text(digest);
    }
  }

  void begin(VersionNumber number) {
    seal();
    history_ = std::make_unique<History>(db_);
    if (number == history_->next_version()) return;
    throw std::invalid_argument("version " + std::to_string(number) + " where version " +
                                std::to_string(history_->next_version()) + " must follow");
  }

  void seal() {
    if (history_) head_ = history_->seal();
    history_.reset();
  }

  void text(std::string_view name, std::string_view bytes) {
    const auto digest = sha256(bytes);
    if (name != "sha256:" + to_hex(digest)) throw std::invalid_argument("the text does not give its hash");
    if (!history_) throw std::invalid_argument("a text before the first entry");
    history_->keep_text(digest, std::string(bytes));
  }

  void end(simdjson::dom::element end) {
    seal();
    ended_ = true;
    const bool agrees = end["versions"].get_int64().value() == head_.number &&
                        end["entries"].get_int64().value() == head_.entries &&
                        end["root"].get_string().value() == (head_.number == 0 ? to_hex(empty_root()) : head_.root);
    if (!agrees) throw std::invalid_argument("the entries do not give the root at the end");
  }

  Database& db_;
  WriteTransaction transaction_;
  std::unique_ptr<History> history_;
  Version head_;
  bool ended_ = false;
};

Error bad_line(const std::string& path, std::size_t number, const std::string& what) {
  return {ExitCode::invalid_data, path, "line " + std::to_string(number) + ": " + what,
          "it must be what export wrote, whole; nothing was made"};
}

Version import_into(Database& db, const std::string& path, const std::function<bool(std::string*)>& next) {
  Import import(db);
  std::size_t number = 0;
  try {
    for (std::string line; next(&line);) {
      ++number;
      if (!line.empty()) import.line(line);
    }
    ++number;
    return import.finish();
  } catch (const simdjson::simdjson_error& error) {
    throw bad_line(path, number, error.what());
  } catch (const std::invalid_argument& error) {
    throw bad_line(path, number, error.what());
  } catch (const Error& error) {
    if (error.code == ExitCode::io) throw;
    throw bad_line(path, number, error.what());
  }
}

void expect_sound(const VerifyReport& report, const std::string& path, ExitCode code) {
  if (report.ok()) return;
  const auto& first = report.problems.front();
  throw Error(code, path, "the new ledger would not verify: " + first.where + " " + first.code + " " + first.detail,
              "nothing was made");
}

void expect_no_file(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path, error))) return;
  throw Error(ExitCode::usage, path, "a file is there already", "name one that is not there");
}

}  // namespace

void Ledger::export_lines(const std::function<void(std::string_view)>& line) const {
  const ReadTransaction one_state(state_->db);
  auto head = read_newest_version(state_->db).value_or(Version());
  if (head.number == 0) head.root = to_hex(empty_root());
  TextLines texts(state_->db);
  Query entries(state_->db, "SELECT kind, body FROM entry ORDER BY seq");
  while (entries.step()) {
    const auto body = entries.text(1);
    line(body);
    if (entries.text(0) != "article") continue;
    const auto entry = entry_from_json(body);
    if (const auto* article = std::get_if<ArticleEntry>(&entry)) texts.behind(*article, line);
  }
  line(end_line(head));
}

Version Ledger::import_lines(const std::string& path, const std::function<bool(std::string*)>& line) {
  expect_no_file(path);
  Version head;
  create_whole(path, [&](const std::string& draft) {
    Database::create(draft);
    {
      auto db = Database::open(draft, OpenMode::write);
      head = import_into(db, path, line);
    }
    expect_sound(Ledger::open(draft).verify(), path, ExitCode::invalid_data);
  });
  return head;
}

std::optional<Version> Ledger::back_up(const std::string& path) const {
  expect_no_file(path);
  std::optional<Version> head;
  create_whole(path, [&](const std::string& draft) {
    state_->db.copy_to(draft);
    const auto copy = Ledger::open(draft);
    expect_sound(copy.verify(), path, ExitCode::integrity);
    head = copy.head();
  });
  return head;
}

}  // namespace socai
