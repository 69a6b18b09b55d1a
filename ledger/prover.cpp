// SPDX-License-Identifier: Apache-2.0
// Checkpoints of a ledger, and proofs for those who hold one.
#include <algorithm>

#include "ledger/ledger.h"
#include "ledger/state.h"
#include "ledger/store/derived.h"
#include "ledger/store/reader.h"
#include "ledger/store/tree.h"

namespace socai {
namespace {

constexpr std::size_t kOriginDigits = 16;

std::string body_of(Database& db, std::int64_t seq) {
  Query query(db, "SELECT body FROM entry WHERE seq = ?");
  query.bind(seq);
  if (!query.step()) throw Error(ExitCode::integrity, db.path(), "an entry is missing", "run verify");
  return query.text(0);
}

std::optional<std::int64_t> number_from(Query* query) {
  return query->step() && !query->is_null(0) ? std::optional(query->integer(0)) : std::nullopt;
}

// The entries that a claim's proof takes, by number; empty where the claim is not among the first `size`.
std::vector<std::int64_t> entries_of(Database& db, std::string_view claim_id, std::int64_t size) {
  const auto id = id_bytes(claim_id).value_or(std::string());
  Query claims(db,
               "SELECT claim.entry, revision.entry, retirement.entry, entry.version FROM claim"
               " JOIN entry ON entry.seq = claim.entry"
               " JOIN revision ON revision.article = claim.article AND revision.entry < claim.entry"
               " LEFT JOIN retirement ON retirement.claim = claim.entry AND retirement.entry < ?"
               " WHERE claim.id = ? AND claim.entry < ? ORDER BY claim.entry DESC, revision.entry DESC LIMIT 1");
  claims.bind(size, Blob{id}, size);
  if (!claims.step()) return {};
  std::vector<std::int64_t> entries = {claims.integer(0), claims.integer(1)};
  if (!claims.is_null(2)) entries.push_back(claims.integer(2));
  // A version's entry stands behind the last one of the version before.
  Query seals(db, "SELECT entries FROM version WHERE number = ?");
  seals.bind(claims.integer(3) - 1);
  entries.push_back(number_from(&seals).value_or(0));
  Query own(db, "SELECT entries FROM version WHERE number = ?");
  own.bind(claims.integer(3));
  if (const auto next = number_from(&own); next && *next < size) entries.push_back(*next);
  std::sort(entries.begin(), entries.end());
  return entries;
}

Checkpoint read_checkpoint(const std::string& path, const std::string& note) {
  if (const auto checkpoint = checkpoint_from(note)) return *checkpoint;
  throw Error(ExitCode::invalid_data, path, "the text is no checkpoint", "checkpoint writes one");
}

[[noreturn]] void not_of_this_ledger(const std::string& path) {
  throw Error(ExitCode::integrity, path, "the ledger does not go on from that checkpoint",
              "verify --checkpoint says where they part");
}

}  // namespace

Checkpoint Ledger::checkpoint(std::optional<VersionNumber> as_of, const std::string& origin) const {
  const auto newest = as_of ? std::optional(version(*as_of)) : head();
  if (!newest) throw Error(ExitCode::not_found, path(), "the ledger has no version yet", "ingest an article first");
  const auto root = hash_from_hex(newest->root);
  const auto first = to_hex(leaf_hash(body_of(state_->db, 0))).substr(0, kOriginDigits);
  return {origin.empty() ? "socai.ledger/" + first : origin, static_cast<std::uint64_t>(newest->entries), *root};
}

ClaimProof Ledger::prove(std::string_view claim_id, const std::string& checkpoint_note, bool with_text) const {
  const ReadTransaction one_state(state_->db);
  const auto checkpoint = read_checkpoint(path(), checkpoint_note);
  const auto size = static_cast<std::int64_t>(checkpoint.size);
  if (size > state_->size_at(std::nullopt)) not_of_this_ledger(path());
  const auto nodes = stored_nodes(state_->db);
  ClaimProof proof{checkpoint_note, {}, {}};
  std::int64_t claim_entry = 0;
  for (const auto seq : entries_of(state_->db, claim_id, size)) {
    const auto index = static_cast<std::uint64_t>(seq);
    proof.entries.push_back({index, body_of(state_->db, seq), inclusion_proof(index, checkpoint.size, nodes)});
    if (std::holds_alternative<ClaimEntry>(entry_from_json(proof.entries.back().body))) claim_entry = seq;
  }
  if (proof.entries.empty()) {
    throw Error(ExitCode::not_found, path(), "no claim of that checkpoint has the id " + std::string(claim_id));
  }
  for (auto& passage : read_passages(state_->db, claim_entry, with_text)) proof.passages.push_back(std::move(passage));
  if (!check_proof(proof).claim) not_of_this_ledger(path());
  return proof;
}

GrowthProof Ledger::prove_growth(const std::string& from_note, const std::string& to_note) const {
  const ReadTransaction one_state(state_->db);
  const auto from = read_checkpoint(path(), from_note);
  const auto to = read_checkpoint(path(), to_note);
  const auto size = static_cast<std::uint64_t>(state_->size_at(std::nullopt));
  if (from.size == 0 || from.size > to.size || to.size > size) not_of_this_ledger(path());
  GrowthProof proof{from_note, to_note, consistency_proof(from.size, to.size, stored_nodes(state_->db))};
  if (!check_growth(proof)) not_of_this_ledger(path());
  return proof;
}

}  // namespace socai
