// SPDX-License-Identifier: Apache-2.0
// Any bytes as a proof, a checkpoint or a key: no crash; what is read reads back from what is written of it; a proof
// that holds is of a claim that its own entries say.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string_view>

#include "ledger/proof/checkpoint.h"
#include "ledger/proof/proof.h"

using namespace socai;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void read_note(std::string_view bytes) {
  if (const auto key = PublicKey::from_text(bytes)) require(PublicKey::from_text(key->to_text()).has_value());
  if (const auto key = SecretKey::from_text(bytes)) require(SecretKey::from_text(key->to_text()).has_value());
  if (const auto checkpoint = checkpoint_from(bytes)) {
    require(checkpoint_from(checkpoint_note(*checkpoint)) == checkpoint);
  }
  static const auto kKey =
      PublicKey::from_text("example.vn/socai+4395c880+AcQ3imJzr+lGtOADhVJjke8KlzmY9433ePK/vxJE1AVw");
  const auto note = note_from(bytes);
  if (note && kKey) static_cast<void>(kKey->has_signed(*note));
}

void read_claim_proof(std::string_view bytes) {
  try {
    const auto proof = claim_proof_from_json(bytes);
    require(claim_proof_from_json(proof_to_json(proof)) == proof);
    const auto result = check_proof(proof);
    require(result.claim.has_value() == result.failure.empty());
    if (result.claim) require(result.claim->index < result.claim->checkpoint.size && !result.claim->id.empty());
  } catch (const std::invalid_argument&) {  // no proof of a claim
  }
}

void read_growth_proof(std::string_view bytes) {
  try {
    const bool is_one = is_growth_proof(bytes);
    const auto proof = growth_proof_from_json(bytes);
    require(is_one);
    require(growth_proof_from_json(proof_to_json(proof)) == proof);
    const auto later = check_growth(proof);
    if (later) require(checkpoint_from(proof.from).value().size <= later->size);
  } catch (const std::invalid_argument&) {  // no proof of growth
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_note(bytes);
  read_claim_proof(bytes);
  read_growth_proof(bytes);
  return 0;
}
