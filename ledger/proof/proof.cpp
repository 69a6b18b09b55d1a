// SPDX-License-Identifier: Apache-2.0
#include "ledger/proof/proof.h"

#include <stdexcept>

namespace socai {
namespace {

std::string bound_form(std::string_view passage) { return "sha256:" + to_hex(sha256(passage)); }

// The entries of a claim's proof, each told by its kind; throws std::invalid_argument where they are not those.
struct ClaimEntries {
  explicit ClaimEntries(const ClaimProof& proof) {
    for (const auto& proven : proof.entries) take(proven);
    if (!version || !article || !claim) throw std::invalid_argument("entries");
    const bool ordered = version_index < claim_index && article_index < claim_index &&
                         (!next_version || next_index > claim_index) && (!retirement || retirement_index > claim_index);
    const bool of_one_claim =
        article->article == claim->record.article && (!retirement || retirement->claim == claim->id);
    if (!ordered || !of_one_claim) throw std::invalid_argument("entries");
  }

  std::optional<VersionEntry> version, next_version;
  std::optional<ArticleEntry> article;
  std::optional<ClaimEntry> claim;
  std::optional<RetirementEntry> retirement;
  std::uint64_t version_index = 0, next_index = 0, article_index = 0, claim_index = 0, retirement_index = 0;

 private:
  void take(const ProvenEntry& proven) {
    const auto entry = entry_from_json(proven.body);
    if (const auto* one = std::get_if<VersionEntry>(&entry)) {
      set(version ? &next_version : &version, *one, version ? &next_index : &version_index, proven.index);
    } else if (const auto* its_article = std::get_if<ArticleEntry>(&entry)) {
      set(&article, *its_article, &article_index, proven.index);
    } else if (const auto* its_claim = std::get_if<ClaimEntry>(&entry)) {
      set(&claim, *its_claim, &claim_index, proven.index);
    } else if (const auto* its_end = std::get_if<RetirementEntry>(&entry)) {
      set(&retirement, *its_end, &retirement_index, proven.index);
    } else {
      throw std::invalid_argument("entries");
    }
  }

  template <typename One>
  static void set(std::optional<One>* place, const One& one, std::uint64_t* index_place, std::uint64_t index) {
    if (*place) throw std::invalid_argument("entries");
    *place = one;
    *index_place = index;
  }
};

// Puts a passage wherever an entry binds it; false: nowhere.
bool place_passage(const std::string& passage, const ArticleEntry& article, Claim* claim) {
  const auto bound = bound_form(passage);
  bool placed = article.text == sha256(passage) || (article.title && *article.title == sha256(passage));
  if (claim->quote == bound) claim->quote = passage, placed = true;
  for (auto& caveat : claim->caveats) {
    if (caveat.quote == bound) caveat.quote = passage, placed = true;
  }
  return placed;
}

void check_entries(const ClaimProof& proof, const Checkpoint& checkpoint) {
  for (const auto& entry : proof.entries) {
    const bool holds =
        check_inclusion(leaf_hash(entry.body), entry.index, checkpoint.size, entry.path, checkpoint.root);
    if (!holds) throw std::invalid_argument("entry " + std::to_string(entry.index));
  }
}

// The field that the claim stands in, where the proof has it.
const std::string* field_among(const std::vector<std::string>& passages, const ArticleEntry& article,
                               const Claim& claim) {
  for (const auto& passage : passages) {
    const bool in_title = claim.field == Field::title;
    const auto digest = sha256(passage);
    if (in_title ? article.title && *article.title == digest : article.text == digest) return &passage;
  }
  return nullptr;
}

ProvenClaim checked(const ClaimProof& proof) {
  const auto checkpoint = checkpoint_from(proof.checkpoint);
  if (!checkpoint) throw std::invalid_argument("checkpoint");
  check_entries(proof, *checkpoint);
  const ClaimEntries entries(proof);
  ProvenClaim result{*checkpoint,
                     entries.claim_index,
                     entries.claim->id,
                     entries.claim->record,
                     *entries.version,
                     *entries.article,
                     entries.retirement,
                     false,
                     false};
  for (std::size_t i = 0; i < proof.passages.size(); ++i) {
    if (place_passage(proof.passages[i], result.article, &result.claim)) continue;
    throw std::invalid_argument("passage " + std::to_string(i + 1));
  }
  if (const auto* field = field_among(proof.passages, result.article, result.claim)) {
    Claim claim = entries.claim->record;
    if (!unbind_passages(&claim, *field)) throw std::invalid_argument("quote");
    result.claim = claim;
    result.text_is_shown = true;
  }
  result.version_is_exact = entries.next_version && entries.next_version->number == entries.version->number + 1;
  return result;
}

}  // namespace

ProofResult check_proof(const ClaimProof& proof) {
  try {
    return {checked(proof), ""};
  } catch (const std::invalid_argument& error) {
    return {std::nullopt, error.what()};
  }
}

std::optional<Checkpoint> check_growth(const GrowthProof& proof) {
  const auto from = checkpoint_from(proof.from);
  auto to = checkpoint_from(proof.to);
  if (!from || !to || !check_consistency(from->size, to->size, from->root, to->root, proof.path)) return std::nullopt;
  return to;
}

}  // namespace socai
