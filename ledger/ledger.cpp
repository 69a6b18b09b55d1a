// SPDX-License-Identifier: Apache-2.0
#include "ledger/ledger.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>

#include "ledger/compare_versions.h"
#include "ledger/state.h"
#include "ledger/store/claim_search.h"
#include "ledger/store/reader.h"
#include "ledger/times.h"
#include "ledger/verifier.h"
#include "ledger/writer.h"

namespace socai {
namespace {

constexpr std::size_t kFirstPage = 256;
constexpr std::size_t kLargestPage = 2048;

std::optional<VersionNumber> number_of(std::string_view text) {
  VersionNumber number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::int64_t> number_after(Database& db, std::int64_t number) {
  Query next(db, "SELECT min(number) FROM article WHERE number > ?");
  next.bind(number);
  return next.step() && !next.is_null(0) ? std::optional(next.integer(0)) : std::nullopt;
}

}  // namespace

Ledger::Ledger(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;

Ledger Ledger::open(const std::string& path) {
  return Ledger(std::make_unique<State>(Database::open(path, OpenMode::read)));
}

Ledger Ledger::open_to_write(const std::string& path) {
  return Ledger(std::make_unique<State>(Database::open(path, OpenMode::write)));
}

Ledger Ledger::open_or_create(const std::string& path) {
  Database::create(path);
  return open_to_write(path);
}

Ledger Ledger::open_in_memory() {
  return Ledger(std::make_unique<State>(Database::open("(memory)", OpenMode::memory)));
}

const std::string& Ledger::path() const { return state_->db.path(); }

Writer Ledger::begin(const VersionInfo& info) {
  check_version_info(path(), info);
  return Writer(std::make_unique<Writer::State>(state_->db, info));
}

IngestResult Ledger::ingest(const std::vector<ArticleClaims>& articles, const VersionInfo& info, bool dry_run) {
  auto writer = begin(info);
  for (const auto& [article, claims] : articles) writer.add(article, claims);
  return dry_run ? writer.discard() : writer.seal();
}

std::optional<Version> Ledger::head() const { return read_newest_version(state_->db); }

VersionNumber Ledger::head_number() const {
  const auto newest = head();
  return newest ? newest->number : 0;
}

Version Ledger::version(VersionNumber number) const {
  const auto version = read_version(state_->db, number);
  if (version) return *version;
  throw Error(ExitCode::not_found, path(), "no version " + std::to_string(number),
              "the newest is version " + std::to_string(head_number()));
}

std::vector<Version> Ledger::log(std::size_t limit) const { return read_log(state_->db, limit); }

VersionNumber Ledger::resolve_as_of(std::string_view text) const {
  if (const auto number = number_of(text)) return version(*number).number;
  const auto moment = utc_moment_of(text);
  if (!moment) {
    throw Error(ExitCode::usage, path(), "neither a version, a day nor a time: " + std::string(text),
                "write 12, 2026-03-01 or 2026-03-01T10:00+07:00");
  }
  const auto number = newest_version_until(state_->db, *moment);
  if (number) return *number;
  throw Error(ExitCode::not_found, path(), "no version is as old as " + std::string(text), "log lists the versions");
}

ClaimPage Ledger::claims(const ClaimQuery& query) const {
  ClaimPage page;
  auto unlimited = query;
  unlimited.limit = query.limit == 0 ? 0 : query.limit + 1;
  for_each_claim(unlimited, [&](const RecordedClaim& row) {
    page.truncated = query.limit != 0 && page.rows.size() == query.limit;
    if (!page.truncated) page.rows.push_back(row);
    return !page.truncated;
  });
  return page;
}

void Ledger::for_each_claim(const ClaimQuery& query, const std::function<bool(const RecordedClaim&)>& row) const {
  const auto size = state_->size_at(query.as_of);
  ClaimSearch search(state_->db, query, size);
  RowReader reader(state_->db, size);
  std::size_t left = query.limit == 0 ? SIZE_MAX : query.limit;
  for (std::size_t page = kFirstPage; left > 0; page = std::min(page * 2, kLargestPage)) {
    const auto wanted = std::min(page, left);
    const auto rows = state_->read_page(&search, &reader, wanted, query.with_sentence);
    for (const auto& one : rows) {
      if (!row(one)) return;
    }
    if (rows.size() < wanted) return;
    left -= rows.size();
  }
}

std::vector<IdMatch> Ledger::find(std::string_view id, std::optional<VersionNumber> as_of, std::size_t limit) const {
  const auto size = state_->size_at(as_of);
  const std::string wanted(id);
  if (read_article(state_->db, wanted, size)) return {{IdMatch::Kind::article, wanted}};
  if (const auto by_url = article_id_by_url(state_->db, wanted, size)) return {{IdMatch::Kind::article, *by_url}};
  return state_->beginning_with(wanted, size, limit);
}

std::optional<ClaimDetail> Ledger::claim(std::string_view id, std::optional<VersionNumber> as_of) const {
  const auto size = state_->size_at(as_of);
  ClaimQuery query;
  query.id_prefix = std::string(id);
  query.with_retired = true;
  query.newest_first = true;
  if (id.size() != 16) return std::nullopt;
  ClaimSearch search(state_->db, query, size);
  const auto slots = search.next(1);
  if (slots.empty()) return std::nullopt;
  RowReader reader(state_->db, size);
  ClaimDetail detail;
  detail.row = reader.row(slots.front(), true);
  detail.field_text = reader.field_text(detail.row.claim).value_or("");
  return detail;
}

std::optional<ArticleDetail> Ledger::article(std::string_view id, std::optional<VersionNumber> as_of) const {
  const auto size = state_->size_at(as_of);
  auto row = read_article(state_->db, std::string(id), size);
  if (!row) {
    const auto by_url = article_id_by_url(state_->db, std::string(id), size);
    if (by_url) row = read_article(state_->db, *by_url, size);
  }
  if (!row) return std::nullopt;
  ArticleDetail detail;
  detail.info = article_info(*row);
  detail.text = read_text(state_->db, row->entry.text).value_or("");
  ClaimQuery query;
  query.article = row->entry.article;
  query.as_of = as_of;
  query.with_sentence = true;
  detail.claims = claims(query).rows;
  std::stable_sort(detail.claims.begin(), detail.claims.end(), [](const RecordedClaim& a, const RecordedClaim& b) {
    return std::tie(a.claim.field, a.claim.start, a.claim.end) < std::tie(b.claim.field, b.claim.start, b.claim.end);
  });
  return detail;
}

std::vector<std::string> Ledger::metric_ids() const { return read_ids(state_->db, "metric"); }

std::vector<std::string> Ledger::entity_ids() const { return read_ids(state_->db, "name"); }

Aliases Ledger::aliases(std::optional<VersionNumber> as_of) const {
  return read_aliases(state_->db, state_->size_at(as_of));
}

std::map<std::string, std::string> Ledger::decisions(std::optional<VersionNumber> as_of) const {
  return read_decisions(state_->db, state_->size_at(as_of));
}

std::vector<Judgement> Ledger::decided(std::optional<VersionNumber> as_of) const {
  return read_decided(state_->db, state_->size_at(as_of));
}

std::vector<JoinedPair> Ledger::joined_pairs(std::optional<VersionNumber> as_of) const {
  return read_joined_pairs(state_->db, state_->size_at(as_of));
}

std::optional<StoredArticle> Ledger::next_article(std::int64_t* cursor) const {
  constexpr auto kEverything = std::numeric_limits<std::int64_t>::max();
  for (;;) {
    const auto number = number_after(state_->db, *cursor);
    if (!number) return std::nullopt;
    *cursor = *number;
    const auto row = read_article(state_->db, *number, kEverything);
    if (!row || !row->has_text) continue;
    StoredArticle stored;
    stored.article.id = row->entry.article;
    stored.article.url = row->entry.url;
    stored.article.outlet = row->entry.outlet;
    stored.article.published = row->entry.published;
    stored.article.title = row->title;
    stored.article.text = read_text(state_->db, row->entry.text).value_or("");
    ClaimQuery query;
    query.article = row->entry.article;
    stored.claims = claims(query).rows;
    stored.withdrawn = read_withdrawn_claims(state_->db, *number);
    return stored;
  }
}

LedgerDiff Ledger::diff(VersionNumber from, VersionNumber to) const {
  return compare_versions(state_->db, from == 0 ? Version() : version(from), version(to));
}

VerifyReport Ledger::verify(const std::function<void(std::int64_t, std::int64_t)>& progress,
                            const std::optional<Checkpoint>& earlier) const {
  return verify_ledger(state_->db, progress, earlier);
}

}  // namespace socai
