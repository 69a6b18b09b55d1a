// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/history.h"

#include "extractor/claim/error.h"

namespace socai {
namespace {

constexpr int kStoredLevels = 8;  // inner nodes are stored at every eighth level

std::string joined(const std::vector<Hash>& hashes) {
  std::string bytes;
  for (const auto& hash : hashes) bytes += hash_to_bytes(hash);
  return bytes;
}

std::vector<Hash> split(std::string_view bytes) {
  std::vector<Hash> hashes;
  for (; bytes.size() >= sizeof(Hash); bytes.remove_prefix(sizeof(Hash))) {
    hashes.push_back(*hash_from_bytes(bytes.substr(0, sizeof(Hash))));
  }
  return hashes;
}

[[noreturn]] void fail(const Database& db, const std::string& what) {
  throw Error(ExitCode::integrity, db.path(), what, "nothing was recorded; run verify");
}

}  // namespace

History::History(Database& db)
    : db_(db), derived_(db),
      insert_entry_(db, "INSERT INTO entry (seq, version, kind, body, leaf) VALUES (?, ?, ?, ?, ?)") {
  Query newest(db, "SELECT number, entries, peaks FROM version ORDER BY number DESC LIMIT 1");
  if (newest.step()) {
    next_version_ = newest.integer(0) + 1;
    const auto range = CompactRange::from_peaks(static_cast<std::uint64_t>(newest.integer(1)), split(newest.text(2)));
    if (!range) fail(db, "version " + std::to_string(newest.integer(0)) + " does not hold the peaks of its tree");
    range_ = *range;
  }
  before_ = range_;
  first_ = range_.size();
  Query texts(db, "SELECT coalesce(max(number), 0) + 1 FROM text");
  texts.step();
  first_text_ = next_text_ = texts.integer(0);
  counts_.number = next_version_;
}

std::int64_t History::append(const Entry& entry) {
  const auto body = entry_to_json(entry);
  const auto seq = static_cast<std::int64_t>(range_.size());
  const auto leaf = leaf_hash(body);
  const auto leaf_bytes = hash_to_bytes(leaf);
  insert_entry_.bind(seq, next_version_, kind_of(entry), body, Blob{leaf_bytes}).run();
  range_.push(leaf, [this](int level, std::uint64_t index, const Hash& hash) { append_subtree(level, index, hash); });
  derived_.add(seq, entry);
  if (const auto* version = std::get_if<VersionEntry>(&entry)) {
    counts_.time = version->info.time;
    counts_.author = version->info.author;
    counts_.message = version->info.message;
    counts_.rules = version->info.rules;
  }
  counts_.articles += std::holds_alternative<ArticleEntry>(entry) ? 1 : 0;
  counts_.claims += std::holds_alternative<ClaimEntry>(entry) ? 1 : 0;
  counts_.retired += std::holds_alternative<RetirementEntry>(entry) ? 1 : 0;
  return seq;
}

void History::append_subtree(int level, std::uint64_t index, const Hash& hash) {
  if (level == 0 || level % kStoredLevels != 0) return;
  const auto bytes = hash_to_bytes(hash);
  Query insert(db_, "INSERT INTO subtree (level, number, hash) VALUES (?, ?, ?)");
  insert.bind(level, static_cast<std::int64_t>(index), Blob{bytes}).run();
}

void History::keep_text(const Digest& digest, const std::string& bytes) {
  const auto key = hash_to_bytes(digest);
  // What was taken out does not come back with a later copy.
  Query known(db_, "SELECT 1 FROM text WHERE sha256 = ?1 UNION ALL SELECT 1 FROM redaction WHERE sha256 = ?1");
  known.bind(Blob{key});
  if (known.step()) return;
  Query insert(db_, "INSERT INTO text (number, sha256, bytes) VALUES (?, ?, ?)");
  insert.bind(next_text_++, Blob{key}, bytes).run();
}

void History::drop_text(const Digest& digest) {
  const auto key = hash_to_bytes(digest);
  Query drop(db_, "DELETE FROM text WHERE sha256 = ?");
  drop.bind(Blob{key}).run();
}

Version History::seal() {
  settle();
  check_entries();
  check_texts();
  counts_.entries = static_cast<std::int64_t>(range_.size());
  counts_.root = to_hex(range_.root());
  write_version(counts_);
  return counts_;
}

void History::check_entries() {
  auto range = before_;
  Query written(db_, "SELECT seq, body, leaf FROM entry WHERE seq >= ? ORDER BY seq");
  written.bind(static_cast<std::int64_t>(first_));
  while (written.step()) {
    const auto leaf = leaf_hash(written.text(1));
    const bool in_order = written.integer(0) == static_cast<std::int64_t>(range.size());
    if (!in_order || hash_to_bytes(leaf) != written.text(2)) {
      fail(db_, "entry " + std::to_string(written.integer(0)) + " was not stored as it was written");
    }
    range.push(leaf);
  }
  if (range != range_) fail(db_, "the entries were not stored as they were written");
}

void History::check_texts() {
  Query written(db_, "SELECT number, sha256, bytes FROM text WHERE number >= ? ORDER BY number");
  written.bind(first_text_);
  auto expected = first_text_;
  while (written.step()) {
    if (hash_to_bytes(sha256(written.text(2))) != written.text(1) || written.integer(0) != expected++) {
      fail(db_, "text " + std::to_string(written.integer(0)) + " was not stored as it was written");
    }
  }
  if (expected != next_text_) fail(db_, "the texts were not stored as they were written");
}

void History::write_version(const Version& version) {
  const auto root = hash_to_bytes(range_.root());
  const auto peaks = joined(range_.peaks());
  Query insert(
      db_,
      "INSERT INTO version (number, time, author, message, rules, entries, root, peaks, articles, claims, retired)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert.bind(version.number, version.time, version.author, version.message, version.rules, version.entries, Blob{root},
              Blob{peaks}, version.articles, version.claims, version.retired);
  insert.run();
}

}  // namespace socai
