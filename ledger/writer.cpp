// SPDX-License-Identifier: Apache-2.0
#include "ledger/writer.h"

#include <set>
#include <unordered_map>
#include <unordered_set>

#include "ledger/identity.h"
#include "ledger/store/derived.h"
#include "ledger/times.h"

namespace socai {
namespace {

void check_claims(const std::string& path, const Article& article, const std::vector<Claim>& claims) {
  for (const auto& claim : claims) {
    const bool in_title = claim.field == Field::title;
    if (fits(claim, in_title ? std::string_view(article.title ? *article.title : std::string_view()) : article.text)) {
      continue;
    }
    throw Error(ExitCode::invalid_data, path,
                "article " + article.id + ": the text at " + std::to_string(claim.start) + " is not the claim's quote");
  }
}

}  // namespace

ArticleEntry entry_of(const Article& article, const std::string& id) {
  ArticleEntry entry;
  entry.article = id;
  entry.url = article.url;
  entry.outlet = article.outlet;
  entry.published = article.published;
  if (article.title) entry.title = sha256(*article.title);
  entry.text = sha256(article.text);
  return entry;
}

void check_version_info(const std::string& path, const VersionInfo& info) {
  if (is_utc_moment(info.time)) return;
  throw Error(ExitCode::invalid_data, path, "not a time in UTC: " + info.time, "write it as 2025-02-01T03:15:00Z");
}

Writer::State::State(Database& database, const VersionInfo& version_info)
    : db(database), info(version_info), transaction(database), history(database) {}

void Writer::State::append(const Entry& entry) {
  if (!history.has_new_entries()) history.append(VersionEntry{history.next_version(), info});
  history.append(entry);
}

void Writer::State::add(const Article& article, const std::vector<Claim>& claims) {
  check_claims(db.path(), article, claims);
  const auto id = article_identity(article);
  const auto known = read_article(db, id, kEveryEntry);
  const bool changed = record_article(article, id, known);
  if (is_redacted(db, sha256(article.text))) return;  // its claims stay as they are
  record_claims(id, claims, known, changed);
}

// Whether the article is new or came in another revision.
bool Writer::State::record_article(const Article& article, const std::string& id,
                                   const std::optional<ArticleRow>& known) {
  auto entry = entry_of(article, id);
  if (known) {
    entry.revision = known->entry.revision;
    if (entry == known->entry) {
      ++result.articles_unchanged;
      return false;
    }
    ++entry.revision;
    ++result.articles_updated;
  } else {
    ++result.articles_new;
  }
  append(entry);
  if (entry.title) history.keep_text(*entry.title, *article.title);
  history.keep_text(entry.text, article.text);
  return true;
}

void Writer::State::record_claims(const std::string& id, const std::vector<Claim>& claims,
                                  const std::optional<ArticleRow>& known, bool article_changed) {
  if (known) history.settle();
  const auto standing = known ? read_standing_claims(db, known->number) : std::vector<StandingClaim>();
  const auto withdrawn = known ? read_withdrawn_claims(db, known->number) : std::set<std::string>();
  const auto ids = claim_ids(id, claims);
  const std::unordered_set<std::string> present(ids.begin(), ids.end());
  std::unordered_map<std::string, const Place*> places;
  for (const auto& claim : standing) {
    if (present.contains(claim.id)) {
      places[claim.id] = &claim.place;
      continue;
    }
    append(RetirementEntry{claim.id, article_changed ? "article_changed" : "rules_changed", ""});
    ++result.claims_retired;
  }
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (withdrawn.contains(ids[i])) continue;
    const auto place = place_of(claims[i]);
    const auto before = places.find(ids[i]);
    if (before == places.end()) {
      auto record = bind_passages(claims[i]);
      record.article = id;
      append(ClaimEntry{ids[i], std::move(record)});
      ++result.claims_recorded;
      continue;
    }
    ++result.claims_kept;
    if (*before->second == place) continue;
    append(PositionEntry{ids[i], place});
    ++result.claims_moved;
  }
}

IngestResult Writer::State::seal() {
  done = true;
  if (!history.has_new_entries()) {
    transaction.roll_back();
    return result;
  }
  const auto version = history.seal();
  transaction.commit();
  result.version = version.number;
  result.root = version.root;
  return result;
}

Writer::Writer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;

void Writer::add(const Article& article, const std::vector<Claim>& claims) { state_->add(article, claims); }

const IngestResult& Writer::so_far() const { return state_->result; }

IngestResult Writer::seal() { return state_->seal(); }

IngestResult Writer::discard() {
  auto& state = *state_;
  if (state.history.has_new_entries()) state.result.version = state.history.next_version();
  state.done = true;
  state.transaction.roll_back();
  return state.result;
}

}  // namespace socai
