// SPDX-License-Identifier: Apache-2.0
#include <new>
#include <stdexcept>

#include "ledger/entry.h"
#include "ledger/merkle.h"
#include "ledger/store/check.h"
#include "ledger/store/claim_search.h"
#include "ledger/store/derived.h"
#include "ledger/store/reader.h"

namespace socai {
namespace {

// A claim's quotes in the article as it stood when `size` entries were there.
bool stands_as_of(RowReader* reader, const ClaimSlot& slot, std::int64_t size) {
  reader->go_to(size);
  const auto row = reader->row(slot, false);
  const auto text = reader->field_text(row.claim);
  return !text || fits(row.claim, *text);
}

void check_slot(RowReader* reader, const ClaimSlot& slot, std::int64_t size, std::int64_t entry, Problems* problems) {
  try {
    if (!stands_as_of(reader, slot, size)) problems->add_entry("claim.quote", entry, "");
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    problems->add_entry("claim.quote", entry, error.what());
  }
}

// Every claim in the article version that it was recorded with.
void check_recorded(Database& db, const EntrySeen& seen, Problems* problems) {
  ClaimQuery all;
  all.with_retired = true;
  ClaimSearch search(db, all, INT64_MAX);
  RowReader reader(db, 0);
  for (auto slots = search.next(1000); !slots.empty(); slots = search.next(1000)) {
    for (auto& slot : slots) {
      seen(slot.entry);
      slot.retirement.reset();
      check_slot(&reader, slot, slot.entry + 1, slot.entry, problems);
    }
  }
}

// Claims of articles that have more than one revision, as they stand at the end of each version that changed the
// article: moved claims at their new place, and those that did not move where they were.
void check_moved(Database& db, Problems* problems) {
  Query revisions(db,
                  "SELECT article.id, version.entries FROM revision JOIN article ON article.number = revision.article"
                  " JOIN entry ON entry.seq = revision.entry JOIN version ON version.number = entry.version"
                  " WHERE revision.revision > 1 ORDER BY revision.entry");
  while (revisions.step()) {
    ClaimQuery query;
    query.article = revisions.text(0);
    const auto size = revisions.integer(1);
    ClaimSearch search(db, query, size);
    RowReader reader(db, size);
    for (auto slots = search.next(1000); !slots.empty(); slots = search.next(1000)) {
      for (const auto& slot : slots) check_slot(&reader, slot, size, slot.entry, problems);
    }
  }
}

}  // namespace

void check_texts(Database& db, VerifyReport* report, Problems* problems) {
  Query texts(db, "SELECT sha256, bytes FROM text ORDER BY number");
  while (texts.step()) {
    ++report->texts;
    const auto stored = texts.text(0);
    if (hash_to_bytes(sha256(texts.text(1))) == stored) continue;
    problems->add({"text.hash", "text " + id_hex(stored), std::nullopt, ""});
  }
  Query missing(db,
                "WITH known AS (SELECT sha256 FROM text UNION ALL SELECT sha256 FROM redaction)"
                " SELECT entry, text FROM revision WHERE text NOT IN known"
                " UNION ALL SELECT entry, title FROM revision"
                " WHERE title IS NOT NULL AND title NOT IN known ORDER BY 1");
  while (missing.step()) problems->add_entry("text.missing", missing.integer(0), id_hex(missing.text(1)));
  Query unused(db,
               "SELECT sha256 FROM text WHERE sha256 NOT IN (SELECT text FROM revision"
               " UNION ALL SELECT title FROM revision WHERE title IS NOT NULL)");
  while (unused.step()) problems->add({"table.differs", "table text", std::nullopt, id_hex(unused.text(0))});
  Query kept(db, "SELECT entry, sha256 FROM redaction WHERE sha256 IN (SELECT sha256 FROM text) ORDER BY entry");
  while (kept.step()) problems->add_entry("text.kept", kept.integer(0), id_hex(kept.text(1)));
  Query redacted(db, "SELECT count(*) FROM redaction");
  redacted.step();
  report->redacted = redacted.integer(0);
}

void check_quotes(Database& db, const EntrySeen& seen, Problems* problems) {
  check_recorded(db, seen, problems);
  check_moved(db, problems);
}

}  // namespace socai
