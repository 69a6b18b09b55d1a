// SPDX-License-Identifier: Apache-2.0
// The Merkle tree against the vectors of RFC 6962's reference implementations and against a slow reading of the RFC.
#include "ledger/merkle.h"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>

#include "catch.h"

using namespace socai;

namespace {

using nlohmann::json;

std::string from_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
  }
  return bytes;
}

Hash hash_of(const json& hex) { return hash_from_hex(hex.get<std::string>()).value(); }

std::vector<Hash> hashes_of(const json& array) {
  std::vector<Hash> hashes;
  for (const auto& hex : array) hashes.push_back(hash_of(hex));
  return hashes;
}

// MTH, PATH and SUBPROOF word for word from RFC 6962, 2.1.
using Leaves = std::vector<Hash>;

Hash slow_root(const Leaves& leaves, std::size_t begin, std::size_t end) {
  if (begin == end) return empty_root();
  if (end - begin == 1) return leaves[begin];
  std::size_t k = 1;
  while (k * 2 < end - begin) k *= 2;
  return node_hash(slow_root(leaves, begin, begin + k), slow_root(leaves, begin + k, end));
}

std::vector<Hash> slow_path(std::size_t m, const Leaves& leaves, std::size_t begin, std::size_t end) {
  if (end - begin <= 1) return {};
  std::size_t k = 1;
  while (k * 2 < end - begin) k *= 2;
  auto path = m < k ? slow_path(m, leaves, begin, begin + k) : slow_path(m - k, leaves, begin + k, end);
  path.push_back(m < k ? slow_root(leaves, begin + k, end) : slow_root(leaves, begin, begin + k));
  return path;
}

std::vector<Hash> slow_subproof(std::size_t m, const Leaves& leaves, std::size_t begin, std::size_t end, bool whole) {
  const auto n = end - begin;
  if (m == n) return whole ? std::vector<Hash>() : std::vector<Hash>{slow_root(leaves, begin, end)};
  std::size_t k = 1;
  while (k * 2 < n) k *= 2;
  auto proof =
      m <= k ? slow_subproof(m, leaves, begin, begin + k, whole) : slow_subproof(m - k, leaves, begin + k, end, false);
  proof.push_back(m <= k ? slow_root(leaves, begin + k, end) : slow_root(leaves, begin, begin + k));
  return proof;
}

NodeSource nodes_over(const Leaves& leaves) {
  return [&leaves](int level, std::uint64_t index) {
    const auto width = std::size_t{1} << level;
    return slow_root(leaves, index * width, (index + 1) * width);
  };
}

Leaves random_leaves(std::size_t count, std::mt19937_64* random) {
  Leaves leaves;
  for (std::size_t i = 0; i < count; ++i) leaves.push_back(leaf_hash(std::to_string((*random)())));
  return leaves;
}

}  // namespace

TEST_CASE("merkle: the known vectors hold", "[ledger]") {
  std::ifstream file(SOCAI_REPO "/tests/data/rfc6962_vectors.json");
  const auto vectors = json::parse(file);
  CHECK(empty_root() == hash_of(vectors["empty_root"]));
  const auto leaves = hashes_of(vectors["leaf_hashes"]);
  const auto roots = hashes_of(vectors["roots"]);
  CompactRange range;
  CHECK(range.root() == roots[0]);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    CHECK(leaf_hash(from_hex(vectors["leaf_inputs"].at(i).get<std::string>())) == leaves[i]);
    range.push(leaves[i]);
    CHECK(range.root() == roots[i + 1]);
  }
  std::size_t proofs = 0;
  for (const auto& probe : vectors["inclusion"]) {
    const auto index = probe["index"].get<std::uint64_t>();
    const auto size = probe["size"].get<std::uint64_t>();
    const auto proof = hashes_of(probe["proof"]);
    CHECK(inclusion_proof(index, size, nodes_over(leaves)) == proof);
    CHECK(check_inclusion(leaves[index], index, size, proof, roots[size]));
    ++proofs;
  }
  for (const auto& probe : vectors["consistency"]) {
    const auto old_size = probe["size1"].get<std::uint64_t>();
    const auto new_size = probe["size2"].get<std::uint64_t>();
    const auto proof = hashes_of(probe["proof"]);
    CHECK(consistency_proof(old_size, new_size, nodes_over(leaves)) == proof);
    CHECK(check_consistency(old_size, new_size, roots[old_size], roots[new_size], proof));
    ++proofs;
  }
  CHECK(proofs == 72);
}

TEST_CASE("merkle: proofs of random trees are those of the RFC", "[ledger]") {
  std::mt19937_64 random(6962);
  for (const std::size_t size : {1, 2, 3, 7, 64, 100, 255, 256, 257}) {
    CAPTURE(size);
    const auto leaves = random_leaves(size, &random);
    CompactRange range;
    for (const auto& leaf : leaves) range.push(leaf);
    REQUIRE(range.root() == slow_root(leaves, 0, size));
    REQUIRE(CompactRange::from_peaks(size, range.peaks()) == range);
    for (int probe = 0; probe < 20; ++probe) {
      const auto index = random() % size;
      const auto proof = inclusion_proof(index, size, nodes_over(leaves));
      REQUIRE(proof == slow_path(index, leaves, 0, size));
      REQUIRE(check_inclusion(leaves[index], index, size, proof, range.root()));
      const auto old_size = 1 + random() % size;
      const auto consistency = consistency_proof(old_size, size, nodes_over(leaves));
      REQUIRE(consistency == slow_subproof(old_size, leaves, 0, size, true));
      REQUIRE(check_consistency(old_size, size, slow_root(leaves, 0, old_size), range.root(), consistency));
    }
  }
}

TEST_CASE("merkle: proofs in random trees up to 2^16 leaves are those of the RFC", "[ledger]") {
  std::mt19937_64 random(65536);
  for (int tree = 0; tree < 12; ++tree) {
    const auto size = tree == 0 ? std::size_t{1} << 16 : 1 + random() % (std::size_t{1} << (4 + tree));
    CAPTURE(size);
    const auto leaves = random_leaves(size, &random);
    std::map<std::pair<int, std::uint64_t>, Hash> nodes;
    CompactRange range;
    for (const auto& leaf : leaves) {
      range.push(leaf, [&](int level, std::uint64_t index, const Hash& hash) { nodes[{level, index}] = hash; });
    }
    const NodeSource stored = [&](int level, std::uint64_t index) { return nodes.at({level, index}); };
    REQUIRE(range.root() == slow_root(leaves, 0, size));
    for (int probe = 0; probe < 6; ++probe) {
      const auto index = random() % size;
      const auto proof = inclusion_proof(index, size, stored);
      REQUIRE(proof == slow_path(index, leaves, 0, size));
      REQUIRE(check_inclusion(leaves[index], index, size, proof, range.root()));
      const auto old_size = 1 + random() % size;
      const auto consistency = consistency_proof(old_size, size, stored);
      REQUIRE(consistency == slow_subproof(old_size, leaves, 0, size, true));
      REQUIRE(check_consistency(old_size, size, slow_root(leaves, 0, old_size), range.root(), consistency));
    }
  }
}

TEST_CASE("merkle: a tree of 2^16 leaves grows like the RFC's", "[ledger]") {
  std::mt19937_64 random(16);
  const auto leaves = random_leaves(1 << 16, &random);
  CompactRange range;
  std::size_t complete = 0;
  for (const auto& leaf : leaves) range.push(leaf, [&](int, std::uint64_t, const Hash&) { ++complete; });
  CHECK(range.root() == slow_root(leaves, 0, leaves.size()));
  CHECK(complete == 2 * leaves.size() - 1);
}

TEST_CASE("merkle: a changed proof is refused", "[ledger]") {
  std::mt19937_64 random(7);
  for (std::size_t size = 1; size <= 17; ++size) {
    const auto leaves = random_leaves(size, &random);
    const auto root = slow_root(leaves, 0, size);
    for (std::size_t index = 0; index < size; ++index) {
      const auto proof = inclusion_proof(index, size, nodes_over(leaves));
      auto longer = proof;
      longer.push_back(root);
      CHECK_FALSE(check_inclusion(leaves[index], index, size, longer, root));
      CHECK_FALSE(check_inclusion(leaves[index], size, size, proof, root));
      for (std::size_t i = 0; i < proof.size(); ++i) {
        auto changed = proof;
        changed[i][i % 32] ^= 1;
        CHECK_FALSE(check_inclusion(leaves[index], index, size, changed, root));
        changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK_FALSE(check_inclusion(leaves[index], index, size, changed, root));
      }
      const auto old_size = index + 1;
      const auto old_root = slow_root(leaves, 0, old_size);
      auto consistency = consistency_proof(old_size, size, nodes_over(leaves));
      auto other_root = old_root;
      other_root[0] ^= 1;
      CHECK_FALSE(check_consistency(old_size, size, other_root, root, consistency));
      for (auto& hash : consistency) {
        hash[3] ^= 1;
        CHECK_FALSE(check_consistency(old_size, size, old_root, root, consistency));
        hash[3] ^= 1;
      }
      consistency.push_back(root);
      CHECK_FALSE(check_consistency(old_size, size, old_root, root, consistency));
    }
  }
}

TEST_CASE("merkle: peaks that are not those of the size are refused", "[ledger]") {
  CHECK_FALSE(CompactRange::from_peaks(3, {empty_root()}).has_value());
  CHECK(CompactRange::from_peaks(0, {}).has_value());
}
