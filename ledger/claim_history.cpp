// SPDX-License-Identifier: Apache-2.0
#include "ledger/claim_history.h"

#include <algorithm>

#include "ledger/compare_versions.h"
#include "ledger/ledger.h"
#include "ledger/state.h"
#include "ledger/store/derived.h"
#include "ledger/store/reader.h"

namespace socai {
namespace {

ClaimEvent::Kind kind_of(const std::string& name) {
  if (name == "claim") return ClaimEvent::Kind::recorded;
  return name == "position" ? ClaimEvent::Kind::moved : ClaimEvent::Kind::retired;
}

// Entries of the claim with that id, whenever it stood, in order.
std::vector<ClaimEvent> read_events(Database& db, const std::string& id_bytes, std::int64_t size) {
  Query query(db,
              "WITH own AS (SELECT entry FROM claim WHERE id = ?1), events AS (SELECT entry FROM own"
              " UNION SELECT entry FROM position WHERE claim IN own"
              " UNION SELECT entry FROM retirement WHERE claim IN own)"
              " SELECT seq, kind, version, body FROM events JOIN entry ON seq = events.entry WHERE seq < ?2"
              " ORDER BY seq");
  query.bind(Blob{id_bytes}, size);
  std::vector<ClaimEvent> events;
  while (query.step()) {
    ClaimEvent event;
    event.kind = kind_of(query.text(1));
    event.entry = query.integer(0);
    event.version = read_version(db, query.integer(2)).value_or(Version());
    if (event.kind == ClaimEvent::Kind::retired) {
      const auto retirement = std::get<RetirementEntry>(entry_from_json(query.text(3)));
      event.reason = retirement.reason;
      event.note = retirement.note;
    }
    events.push_back(std::move(event));
  }
  return events;
}

std::optional<RecordedClaim> counterpart(const ArticleDiff& diff, const ClaimEvent& event, const std::string& id) {
  for (const auto& [before, after] : diff.moved) {
    if (event.kind == ClaimEvent::Kind::recorded && after.id == id) return before;
    if (event.kind == ClaimEvent::Kind::retired && before.id == id) return after;
  }
  return std::nullopt;
}

}  // namespace

std::vector<ClaimEvent> Ledger::history(std::string_view id, std::optional<VersionNumber> as_of) const {
  const ReadTransaction one_state(state_->db);
  const auto bytes = id_bytes(id);
  if (!bytes) return {};
  auto events = read_events(state_->db, *bytes, state_->size_at(as_of));
  for (auto& event : events) {
    event.claim = claim(id, event.version.number).value().row;
    const auto before = read_version(state_->db, event.version.number - 1).value_or(Version());
    if (event.kind == ClaimEvent::Kind::moved) continue;
    event.counterpart =
        counterpart(compare_article(state_->db, event.claim.article.id, before, event.version), event, std::string(id));
  }
  return events;
}

}  // namespace socai
