// SPDX-License-Identifier: Apache-2.0
// The ledger: claims with their articles, in versions, of which nothing is ever overwritten.
//
//   Ledger ledger = Ledger::open_or_create("socai.db");
//   const IngestResult result = ledger.ingest({{article, claims}}, {"2025-02-01T03:15:00Z", "lan", "AI costs",
//   rules_id}); if (!result.version) …                                  // the ledger held all of it already: no
//   version was made
//
//   const Ledger ledger = Ledger::open("socai.db");         // changes no byte of the file or beside it
//   ClaimQuery query;
//   query.about = {"DeepSeek"};
//   query.as_of = ledger.resolve_as_of("2025-02-01");
//   for (const RecordedClaim& row : ledger.claims(query).rows) …
//
// A ledger is one SQLite file; docs/ledger-format.md describes every table and every byte of an entry. Its entries are
// the leaves of an RFC 6962 Merkle tree, whose root each version seals.
//
// Guarantees: a version is there whole or not at all, also after a crash; an entry never changes; readers see sealed
// versions only; one writer at a time, who waits for another up to kBusySeconds.
//
// Throws Error, with the path as `where`:
//   not_found      no such file; no such version, for resolve_as_of and every as_of
//   invalid_data   the file is no ledger (it is left as it is); a VersionInfo or a query that cannot be (a time that is
//                  not RFC 3339 in UTC, a claim whose offsets do not give its quote)
//   newer_format   a later socai made the file
//   locked         another process writes it, and did not finish in time
//   integrity      the file contradicts itself where it was read; the self-check before sealing failed
//   io             the disk is full, the folder is read-only, the file cannot be opened
// After an Error while writing, nothing of the version is there.
//
// One thread at a time may use a Ledger and its Writer; open one Ledger a thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/claim/article.h"
#include "extractor/claim/claim.h"
#include "extractor/claim/error.h"
#include "ledger/aliases.h"
#include "ledger/claim_history.h"
#include "ledger/diff.h"
#include "ledger/judgement.h"
#include "ledger/proof/checkpoint.h"
#include "ledger/proof/proof.h"
#include "ledger/query.h"
#include "ledger/verify.h"
#include "ledger/version.h"

namespace socai {

inline constexpr int kBusySeconds = 10;

// An article and the claims that were extracted from it, in document order.
struct ArticleClaims {
  Article article;
  std::vector<Claim> claims;
};

// An article as the ledger keeps it, with the claims that stand in it and the ids of those that a person retired.
struct StoredArticle {
  Article article;
  std::vector<RecordedClaim> claims;
  std::set<std::string> withdrawn;
};

// What an ingest did, or would have done in a dry run.
struct IngestResult {
  std::optional<VersionNumber> version;  // nothing: all of it was there already
  std::string root;                      // of that version; empty where there is none and in a dry run
  std::size_t articles_new = 0;
  std::size_t articles_updated = 0;    // known by id or URL, with another text, title, outlet, URL or date
  std::size_t articles_unchanged = 0;  // known, as they stand; their claims may still have changed with the rules
  std::size_t claims_recorded = 0;
  std::size_t claims_retired = 0;
  std::size_t claims_kept = 0;   // stand as before, though perhaps elsewhere in the text
  std::size_t claims_moved = 0;  // those of the kept that stand elsewhere
  std::size_t texts_redacted = 0;

  bool operator==(const IngestResult&) const = default;
};

// Makes one version, article by article, in memory that does not grow with their number. Sealing makes it part of the
// ledger; a Writer that is destroyed unsealed leaves the ledger as it was. The Ledger must outlive it.
class Writer {
 public:
  ~Writer();
  Writer(Writer&&) noexcept;

  // Records the article and its claims, or what changed of them. An article is known by its id, if one was given;
  // else by its URL; else by its text. Claims of an article that is known stand as they were if they are equal but for
  // their offsets; those that are not among `claims` any more are retired.
  void add(const Article& article, const std::vector<Claim>& claims);

  // Counts the article as unchanged, and its claims as kept, where the newest revision is just so; else does nothing
  // and gives false. For articles of Ledger::standing(), whose claims need not be extracted again.
  bool keep(const Article& article);

  // ---- what a person decides. Each throws invalid_data where an id, a judgement or a reason is empty.

  // Says that two entity ids name the same, or (`joined` false) takes back that they do. What stands already adds
  // nothing. not_found where there is nothing to take back: the two were never joined with each other.
  void alias(const std::string& id, const std::string& other, bool joined);

  // Retires a claim that stands. not_found where it does not stand. Found again in its article, it stays retired.
  void retire(const std::string& claim_id, const std::string& reason);

  // Keeps a judgement on a finding of the audit; a later one on the same finding takes its place.
  void decide(const std::string& finding_id, const std::string& judgement, const std::string& reason);

  // Takes out the title and text of all revisions of an article. Their hashes, the claims' digits and every proof stay;
  // a later copy of the same text is not kept, and its claims are not recorded. Equal texts are one text: another
  // article's goes with it. not_found where there is no such article, or nothing of it is left.
  void redact(const std::string& article_id, const std::string& reason);

  // What the version holds so far.
  const IngestResult& so_far() const;

  // Checks what was written by reading it back, and makes it durable. Gives no version where nothing was new.
  // The Writer is done with after that.
  IngestResult seal();

  // Ends the Writer without a trace: what seal() would have said, as for a dry run.
  IngestResult discard();

 private:
  friend class Ledger;
  struct State;
  explicit Writer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class Ledger {
 public:
  // To read. The file must exist.
  static Ledger open(const std::string& path);
  // To read and write. The file must exist.
  static Ledger open_to_write(const std::string& path);
  // To read and write; where no file is, a ledger without versions is made. An empty file is no ledger.
  static Ledger open_or_create(const std::string& path);
  // To read and write, in memory: nothing is kept. For a dry run where no ledger is yet.
  static Ledger open_in_memory();

  ~Ledger();
  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;

  const std::string& path() const;

  // ---- writing

  // Begins a version. Waits for another writer.
  Writer begin(const VersionInfo& info);

  // All of it as one version; with `dry_run` only what that would do.
  IngestResult ingest(const std::vector<ArticleClaims>& articles, const VersionInfo& info, bool dry_run = false);

  // ---- versions

  // The newest version; nothing in a ledger without versions.
  std::optional<Version> head() const;
  VersionNumber head_number() const;  // 0: without versions

  Version version(VersionNumber number) const;

  // Newest first. `limit` 0: all.
  std::vector<Version> log(std::size_t limit = 0) const;

  // The version that stood at a moment: "12" is version 12; "2026-03-01" the end of that day in Asia/Ho_Chi_Minh;
  // "2026-03-01T10:00", "…T10:00:30Z", "…T10:00+07:00" that time (Asia/Ho_Chi_Minh without an offset).
  // not_found where no version is that old or has that number; usage where the text is none of these.
  VersionNumber resolve_as_of(std::string_view text) const;

  // ---- questions

  ClaimPage claims(const ClaimQuery& query) const;

  // The same rows one by one, in memory that does not grow; `row` returns false to stop.
  void for_each_claim(const ClaimQuery& query, const std::function<bool(const RecordedClaim&)>& row) const;

  // The claims and articles whose id is `id`, or, if there is none, begins with it; at most `limit`.
  // Retired claims are found too.
  std::vector<IdMatch> find(std::string_view id, std::optional<VersionNumber> as_of = std::nullopt,
                            std::size_t limit = 20) const;

  // A claim by its whole id. One that was retired by then is given as it last stood.
  std::optional<ClaimDetail> claim(std::string_view id, std::optional<VersionNumber> as_of = std::nullopt) const;

  // An article by its id, or by its URL.
  std::optional<ArticleDetail> article(std::string_view id, std::optional<VersionNumber> as_of = std::nullopt) const;

  // Metric ids and entity ids in use, sorted: for completion and "did you mean".
  std::vector<std::string> metric_ids() const;
  std::vector<std::string> entity_ids() const;

  Aliases aliases(std::optional<VersionNumber> as_of = std::nullopt) const;

  // The newest judgement of a person on each finding that one was made on, but for "open", which takes an earlier one
  // back: for AuditOptions::decisions.
  std::map<std::string, std::string> decisions(std::optional<VersionNumber> as_of = std::nullopt) const;
  // The same with reason, author and version, by finding.
  std::vector<Judgement> decided(std::optional<VersionNumber> as_of = std::nullopt) const;
  // The pairs of ids that are joined, in the order in which they were.
  std::vector<JoinedPair> joined_pairs(std::optional<VersionNumber> as_of = std::nullopt) const;

  LedgerDiff diff(VersionNumber from, VersionNumber to) const;

  // What became of the claim with this whole id, oldest first; empty where there is none.
  std::vector<ClaimEvent> history(std::string_view id, std::optional<VersionNumber> as_of = std::nullopt) const;

  // The articles whose text the ledger still has, one after another, in the order of their first recording, as they now
  // stand; `cursor` begins with 0. A Writer of this ledger may be at work meanwhile.
  std::optional<StoredArticle> next_article(std::int64_t* cursor) const;

  // Fingerprints (identity.h), sorted, of the articles that these rules have read as they stand: recorded under them,
  // and no version was made under other rules since. An ingest that comes again need not read those.
  std::vector<std::uint64_t> standing(const std::string& rules) const;

  // ---- the whole

  // Everything that makes the ledger, as lines of JSON (without line ends): each entry's bytes as they are, each text
  // behind the first entry that binds it, a last line with the root. docs/ledger-format.md: "Export".
  void export_lines(const std::function<void(std::string_view)>& line) const;

  // Makes the ledger at `path`, where no file may be, from such lines; `line` gives false at the end. The new ledger
  // is verified before it is put in place. invalid_data, with the number of the line, where they make none.
  static Version import_lines(const std::string& path, const std::function<bool(std::string*)>& line);

  // Copies the ledger as it stands to `path`, where no file may be, while others may write; verifies the copy, and puts
  // it there when it is whole. Gives the copy's newest version; nothing where it has none.
  std::optional<Version> back_up(const std::string& path) const;

  // ---- proof

  // Recomputes everything from the stored bytes. Never throws for what it finds wrong; it reports.
  // A writer's commit waits until it is done. `progress` is told now and then how much of how much is done.
  // With an earlier checkpoint also whether the ledger has only grown since.
  VerifyReport verify(const std::function<void(std::int64_t, std::int64_t)>& progress = {},
                      const std::optional<Checkpoint>& earlier = std::nullopt) const;

  // Size and root at a version. Without an `origin`: "socai.ledger/" and 16 hex digits, of the hash of the first entry.
  // not_found where the ledger has no version.
  Checkpoint checkpoint(std::optional<VersionNumber> as_of = std::nullopt, const std::string& origin = {}) const;

  // The proof that the tree of a checkpoint of this ledger (a note) holds the claim's newest entry in it. `with_text`:
  // also with the whole field that the claim stands in. Redacted words are left out.
  // not_found where the claim is not in it; integrity where the checkpoint is not of this ledger.
  ClaimProof prove(std::string_view claim_id, const std::string& checkpoint_note, bool with_text = false) const;

  // The proof that one checkpoint's tree is the beginning of another's. Throws as prove().
  GrowthProof prove_growth(const std::string& from_note, const std::string& to_note) const;

 private:
  struct State;
  explicit Ledger(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace socai
