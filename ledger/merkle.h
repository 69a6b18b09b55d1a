// SPDX-License-Identifier: Apache-2.0
// The Merkle tree of RFC 6962 (section 2.1) over SHA-256: roots, inclusion proofs, consistency proofs, and their
// checks.
//
//   leaf:  SHA-256(0x00 || bytes)       inner node: SHA-256(0x01 || left || right)
//
// A node is named by its level and its index within the level: (0, i) is leaf i, (k, i) covers the 2^k leaves from
// i * 2^k on. Only nodes over complete subtrees have a name; they never change once they are complete.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/claim/sha256.h"

namespace socai {

using Hash = Digest;

Hash leaf_hash(std::string_view bytes);
Hash node_hash(const Hash& left, const Hash& right);
Hash empty_root();  // of a tree without leaves

std::optional<Hash> hash_from_hex(std::string_view hex);
// The 32 bytes as they are, and back. For hex see to_hex() of sha256.h.
std::string hash_to_bytes(const Hash& hash);
std::optional<Hash> hash_from_bytes(std::string_view bytes);

// The nodes that a growing tree keeps to go on growing: one for each bit of its size, the largest first.
class CompactRange {
 public:
  CompactRange() = default;
  // nullopt where the number of peaks is not that of a tree of `size` leaves.
  static std::optional<CompactRange> from_peaks(std::uint64_t size, std::vector<Hash> peaks);

  // Called with each node that becomes complete, leaves included.
  using NodeSink = std::function<void(int level, std::uint64_t index, const Hash& hash)>;

  // O(log n) at worst, O(1) on average.
  void push(const Hash& leaf, const NodeSink& sink = {});

  Hash root() const;
  std::uint64_t size() const { return size_; }
  const std::vector<Hash>& peaks() const { return peaks_; }

  bool operator==(const CompactRange&) const = default;

 private:
  std::uint64_t size_ = 0;
  std::vector<Hash> peaks_;
};

// Gives the hash of a complete node; asked for O(log n) of them a proof.
using NodeSource = std::function<Hash(int level, std::uint64_t index)>;

// The audit path of leaf `index` in the tree of the first `size` leaves (RFC 6962, 2.1.1). index < size.
std::vector<Hash> inclusion_proof(std::uint64_t index, std::uint64_t size, const NodeSource& node);

// The proof that the tree of the first `old_size` leaves is a beginning of that of `new_size` (2.1.2).
// 0 < old_size <= new_size.
std::vector<Hash> consistency_proof(std::uint64_t old_size, std::uint64_t new_size, const NodeSource& node);

// Whether the proof leads from the leaf to the root. False, too, for a proof that is too long, too short, or asks for
// a leaf beyond the tree.
bool check_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size, const std::vector<Hash>& proof,
                     const Hash& root);

bool check_consistency(std::uint64_t old_size, std::uint64_t new_size, const Hash& old_root, const Hash& new_root,
                       const std::vector<Hash>& proof);

}  // namespace socai
