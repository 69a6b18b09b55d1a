// SPDX-License-Identifier: Apache-2.0
// Proof files: a claim with what shows, to somebody without the ledger, that it was recorded in it and when. The proofs
// in them are those of RFC 6962; docs/ledger-format.md describes the JSON around them.
//
// A proof shows that the claim was recorded, not that it still stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/entry.h"
#include "ledger/merkle.h"
#include "ledger/proof/checkpoint.h"

namespace socai {

// An entry, and the audit path that leads from it to the checkpoint's root.
struct ProvenEntry {
  std::uint64_t index = 0;
  std::string body;
  std::vector<Hash> path;

  bool operator==(const ProvenEntry&) const = default;
};

struct ClaimProof {
  std::string checkpoint;            // the note, with signatures if it has any
  std::vector<ProvenEntry> entries;  // by index: the claim's version, its article's revision, the claim; then, where
                                     // there are such, its retirement, and the version that came next
  std::vector<std::string>
      passages;  // words that the entries bind by their hash: a statement, caveats, a title, a text

  bool operator==(const ClaimProof&) const = default;
};

// That the tree of one checkpoint is the beginning of another's.
struct GrowthProof {
  std::string from;  // notes
  std::string to;
  std::vector<Hash> path;

  bool operator==(const GrowthProof&) const = default;
};

// {"schema":"socai.proof/1","checkpoint":…,"entries":[{"index":…,"body":…,"path":[hex, …]}, …],"passages":[…]}
std::string proof_to_json(const ClaimProof& proof);
// {"schema":"socai.growth-proof/1","from":…,"to":…,"path":[hex, …]}
std::string proof_to_json(const GrowthProof& proof);

// Each throws std::invalid_argument: for what is no proof file of that kind; is_growth_proof for what is none at all.
ClaimProof claim_proof_from_json(std::string_view json);
GrowthProof growth_proof_from_json(std::string_view json);
bool is_growth_proof(std::string_view json);

// What a proof that holds shows.
struct ProvenClaim {
  Checkpoint checkpoint;
  std::uint64_t index = 0;  // of the claim's entry
  std::string id;
  Claim claim;  // passages in words where the proof has them
  VersionEntry version;
  ArticleEntry article;
  std::optional<RetirementEntry> retirement;
  bool version_is_exact = false;  // the next version's entry bounds it from above; else: that version or a later one
  bool text_is_shown = false;     // the article's text is among the passages, and the quote stands where the claim says
};

// The claim, or what does not hold: one of
//   checkpoint   no checkpoint            entry N       its path does not lead to the root
//   entries      not the ones of a claim  passage N     no entry binds it
//   quote        the text is not what the claim quotes
struct ProofResult {
  std::optional<ProvenClaim> claim;
  std::string failure;  // empty where it holds
};
ProofResult check_proof(const ClaimProof& proof);

// The later checkpoint where the proof holds.
std::optional<Checkpoint> check_growth(const GrowthProof& proof);

}  // namespace socai
