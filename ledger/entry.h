// SPDX-License-Identifier: Apache-2.0
// Entries: the facts of a ledger, each one line of canonical JSON, whose bytes are a leaf of the Merkle tree.
// docs/ledger-format.md describes them byte by byte. An entry that is written is never changed, so neither is a form:
// a new form gets a new number behind the slash.
//
// What the law may one day ask to take out is bound by its hash and kept elsewhere: an article's title and text, and
// the passages that a claim quotes (a statement's words, a caveat). They stand as "sha256:<64 hex digits>".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "extractor/claim/claim.h"
#include "extractor/claim/sha256.h"
#include "ledger/version.h"

namespace socai {

// The first entry of each version.
struct VersionEntry {
  VersionNumber number = 0;
  VersionInfo info;
};

// An article as it came in: the first time (revision 1), or with another text, title, outlet, URL or date.
struct ArticleEntry {
  std::string article;  // its id
  std::int64_t revision = 1;
  std::optional<std::string> url;
  std::optional<std::string> outlet;
  std::optional<std::string> published;
  std::optional<Digest> title;
  Digest text{};

  bool operator==(const ArticleEntry&) const = default;
};

// A claim of the article's newest revision; `record` with its passages bound.
struct ClaimEntry {
  std::string id;
  Claim record;
};

// Where a claim and what belongs to it stand.
struct Place {
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t sentence_start = 0;
  std::size_t sentence_end = 0;
  std::vector<std::pair<std::size_t, std::size_t>> caveats;  // start and end, in the claim's order

  bool operator==(const Place&) const = default;
};

// A claim that stands on, at other offsets, in the article's newest revision.
struct PositionEntry {
  std::string claim;
  Place place;
};

struct RetirementEntry {
  std::string claim;
  std::string reason;  // "article_changed", "rules_changed", "person"
  std::string note;    // a person's words
};

struct AliasEntry {
  std::string a;  // entity ids, a < b
  std::string b;
  bool joined = true;
};

struct DecisionEntry {
  std::string finding;
  std::string judgement;
  std::string reason;
};

// Titles and texts of an article that were taken out; their hashes stay.
struct RedactionEntry {
  std::string article;
  std::vector<Digest> texts;
  std::string reason;
};

using Entry = std::variant<VersionEntry, ArticleEntry, ClaimEntry, PositionEntry, RetirementEntry, AliasEntry,
                           DecisionEntry, RedactionEntry>;

// "version", "article", "claim", "position", "retirement", "alias", "decision", "redaction"
std::string_view kind_of(const Entry& entry);

std::string entry_to_json(const Entry& entry);

// Throws std::invalid_argument for what is no entry of a form that this program knows.
Entry entry_from_json(std::string_view body);

// ---- passages and places

Place place_of(const Claim& claim);
void set_place(Claim* claim, const Place& place);

// Whether each offset lies in the field's text in order, and the quotes are what stands there.
bool fits(const Claim& claim, std::string_view field_text);

// The claim with its passages replaced by their hashes, and back. unbind() cuts them from the field's text; it leaves
// the hashes where the text is absent (redacted), and gives false where a passage does not have its hash.
Claim bind_passages(Claim claim);
bool unbind_passages(Claim* claim, const std::optional<std::string_view>& field_text);

}  // namespace socai
