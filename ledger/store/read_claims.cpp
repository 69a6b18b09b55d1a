// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <new>
#include <stdexcept>

#include "extractor/claim/error.h"
#include "ledger/store/derived.h"
#include "ledger/store/reader.h"

namespace socai {
namespace {

// An entry of the kind that a table said it is; one that is not means a damaged file.
template <typename Kind>
Kind entry_of(Database& db, const std::string& body) {
  try {
    return std::get<Kind>(entry_from_json(body));
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    throw Error(ExitCode::integrity, db.path(), std::string("an entry cannot be read: ") + error.what(), "run verify");
  }
}

}  // namespace

std::vector<StandingClaim> read_standing_claims(Database& db, std::int64_t article) {
  Query query(db,
              "SELECT claim.entry, claim.id, entry.body,"
              " (SELECT moved.body FROM position JOIN entry AS moved ON moved.seq = position.entry"
              "  WHERE position.claim = claim.entry ORDER BY position.entry DESC LIMIT 1)"
              " FROM claim JOIN entry ON entry.seq = claim.entry"
              " LEFT JOIN retirement ON retirement.claim = claim.entry"
              " WHERE claim.article = ? AND retirement.claim IS NULL ORDER BY claim.entry");
  query.bind(article);
  std::vector<StandingClaim> claims;
  while (query.step()) {
    const auto place = query.is_null(3) ? place_of(entry_of<ClaimEntry>(db, query.text(2)).record)
                                        : entry_of<PositionEntry>(db, query.text(3)).place;
    claims.push_back({query.integer(0), id_hex(query.text(1)), place});
  }
  return claims;
}

std::set<std::string> read_withdrawn_claims(Database& db, std::int64_t article) {
  Query query(db,
              "SELECT claim.id FROM claim JOIN retirement ON retirement.claim = claim.entry"
              " WHERE claim.article = ? AND retirement.reason = 'person'");
  query.bind(article);
  std::set<std::string> ids;
  while (query.step()) ids.insert(id_hex(query.text(0)));
  return ids;
}

RecordedClaim RowReader::row(const ClaimSlot& slot, bool with_sentence) {
  RecordedClaim row;
  const bool retired = slot.retirement && *slot.retirement < size_;
  const auto size = size_for(slot, retired);
  auto entry = entry_of<ClaimEntry>(db_, slot.body);
  go_to_article(slot.article, size);
  set_place(&entry.record, place_of_slot(slot, size, entry.record));
  const bool quotes_passages = entry.record.kind == Kind::statement || !entry.record.caveats.empty();
  std::optional<std::string> text;
  if (quotes_passages || with_sentence) text = field_text(entry.record);
  if (quotes_passages && !unbind_passages(&entry.record, text)) {
    throw Error(ExitCode::integrity, db_.path(), "claim " + entry.id + " is not what its article says", "run verify");
  }
  if (with_sentence && text && entry.record.sentence_end <= text->size() &&
      entry.record.sentence_start <= entry.record.sentence_end) {
    row.sentence = text->substr(entry.record.sentence_start, entry.record.sentence_end - entry.record.sentence_start);
  }
  row.id = std::move(entry.id);
  row.claim = std::move(entry.record);
  row.article = info_;
  row.recorded = slot.recorded;
  row.recorded_at = version_time(slot.recorded);
  if (retired) {
    row.retired = slot.retired;
    row.retired_reason = slot.retired_reason;
  }
  return row;
}

std::optional<std::string> RowReader::field_text(const Claim& claim) {
  if (claim.field == Field::title) return info_.title;
  if (!text_at_hand_) {
    text_ = read_text(db_, article_row_.entry.text);
    text_at_hand_ = true;
  }
  return text_;
}

std::int64_t RowReader::size_for(const ClaimSlot& slot, bool retired) {
  if (!retired) return size_;
  const auto last = read_version(db_, *slot.retired - 1);
  return std::max(last ? last->entries : 0, slot.entry + 1);
}

void RowReader::go_to_article(std::int64_t number, std::int64_t size) {
  if (article_ == number && article_size_ == size) return;
  const auto article = read_article(db_, number, size);
  if (!article) throw Error(ExitCode::integrity, db_.path(), "a claim's article is missing", "run verify");
  article_ = number;
  article_size_ = size;
  if (article->revision_entry != article_row_.revision_entry || info_.id != article->entry.article) {
    article_row_ = *article;
    info_ = article_info(article_row_);
    text_at_hand_ = false;
  }
}

Place RowReader::place_of_slot(const ClaimSlot& slot, std::int64_t size, const Claim& record) {
  Query query(db_,
              "SELECT entry.body FROM position JOIN entry ON entry.seq = position.entry"
              " WHERE position.claim = ? AND position.entry < ? ORDER BY position.entry DESC LIMIT 1");
  query.bind(slot.entry, size);
  return query.step() ? entry_of<PositionEntry>(db_, query.text(0)).place : place_of(record);
}

std::vector<std::string> read_passages(Database& db, std::int64_t claim_entry, bool whole_field) {
  Query query(db, "SELECT entry.body, claim.article FROM entry JOIN claim ON claim.entry = entry.seq WHERE seq = ?");
  query.bind(claim_entry);
  if (!query.step()) return {};
  auto claim = entry_of<ClaimEntry>(db, query.text(0)).record;
  const auto article = read_article(db, query.integer(1), claim_entry);
  if (!article) return {};
  const auto field = claim.field == Field::title ? article->title : read_text(db, article->entry.text);
  if (!field) return {};
  if (whole_field) return {*field};
  if (!unbind_passages(&claim, *field)) return {};
  std::vector<std::string> passages;
  if (claim.kind == Kind::statement) passages.push_back(claim.quote);
  for (const auto& caveat : claim.caveats) passages.push_back(caveat.quote);
  return passages;
}

const std::string& RowReader::version_time(VersionNumber number) {
  auto& time = times_[number];
  if (time.empty()) {
    if (const auto version = read_version(db_, number)) time = version->time;
  }
  return time;
}

}  // namespace socai
