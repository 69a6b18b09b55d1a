// SPDX-License-Identifier: Apache-2.0
// What can be asked of a ledger, and the rows that answer. Every question takes `as_of`, a version number: "now" and
// "as of N" are the same question with another N, and what was answered for N when N was the head is answered for ever.
//
//   ClaimQuery query;
//   query.by = {"semianalysis"};            // also "SemiAnalysis", "Semi Analysis": names are folded to ids
//   query.metric = "cost";                  // and everything below it: cost.training, cost.hardware, …
//   query.min = Decimal::parse("500000000");
//   for (const RecordedClaim& row : ledger.claims(query).rows) …
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extractor/claim/claim.h"
#include "extractor/claim/decimal.h"
#include "ledger/version.h"

namespace socai {

// One version of an article as the ledger knows it, without its text.
struct ArticleInfo {
  std::string id;  // as given on input; else the URL; else the first 16 hex digits of the SHA-256 of the text
  std::optional<std::string> url;
  std::optional<std::string> outlet;
  std::optional<std::string> published;
  std::optional<std::string> title;
  std::int64_t revision = 1;   // 1 for the text first seen, 2 for its first change, …
  VersionNumber recorded = 0;  // version in which this revision came in
  std::string text_sha256;     // 64 hex digits, of the text
  bool redacted = false;       // the text was taken out; its hash stays

  bool operator==(const ArticleInfo&) const = default;
};

// A claim in the ledger, as it stood at the version asked for: offsets count in the article revision of that version.
struct RecordedClaim {
  std::string id;  // 16 hex digits, stable while the claim stands unchanged, however often its article is fetched
  Claim claim;     // claim.article is `article.id`
  ArticleInfo article;
  VersionNumber recorded = 0;            // version that recorded it
  std::string recorded_at;               // time of that version
  std::optional<VersionNumber> retired;  // version that retired it, where that is not later than the version asked for
  std::string retired_reason;            // "article_changed", "rules_changed", "person"; empty while it stands
  std::string sentence;                  // the words of the sentence around it; only with ClaimQuery::with_sentence

  bool operator==(const RecordedClaim&) const = default;
};

// All conditions must hold; an empty one holds always.
struct ClaimQuery {
  // Names or ids. A claim matches if the words of one of them stand in a row within the id of its claimant (`by`) or
  // subject (`about`): "ty le" finds "cong-ty-ty-le". Aliases recorded in the ledger are followed. With `exact_ids` an
  // id must be equal (aliases still count).
  std::vector<std::string> by;
  std::vector<std::string> about;
  bool exact_ids = false;

  std::optional<std::string> metric;    // this id and all below it by dots
  std::optional<std::string> currency;  // ISO 4217
  // The amount's interval [min, max] overlaps this one; a bound that is absent, here or there, is infinite.
  // Statements, which state no amount, never match a bound.
  std::optional<Decimal> min;
  std::optional<Decimal> max;
  std::optional<Kind> kind;
  // Days, both inclusive, "2025-02-01": of the article's publication, else of the recording (in Asia/Ho_Chi_Minh).
  std::optional<std::string> since;
  std::optional<std::string> until;
  std::optional<std::string> article;    // an article's id, exactly
  std::optional<std::string> id_prefix;  // of the claim's id

  std::optional<VersionNumber> as_of;  // nothing: the head
  bool with_retired = false;           // also claims that were retired at `as_of` or earlier
  std::size_t limit = 0;               // 0: all
  bool newest_first = false;           // else in the order in which they were recorded
  bool with_sentence = false;
};

struct ClaimPage {
  std::vector<RecordedClaim> rows;
  bool truncated = false;  // `limit` cut the answer short
};

// A claim with the field it stands in: field_text.substr(claim.start, claim.end - claim.start) == claim.quote.
struct ClaimDetail {
  RecordedClaim row;
  std::string field_text;  // empty where the article is redacted
};

struct ArticleDetail {
  ArticleInfo info;
  std::string text;                   // empty where redacted
  std::vector<RecordedClaim> claims;  // title first, then by start
};

// One thing that an id, or the beginning of one, names.
struct IdMatch {
  enum class Kind { claim, article };
  Kind kind = Kind::claim;
  std::string id;

  bool operator==(const IdMatch&) const = default;
};

}  // namespace socai
