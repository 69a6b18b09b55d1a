// SPDX-License-Identifier: Apache-2.0
#include "ledger/merkle.h"

#include <openssl/evp.h>

#include <algorithm>
#include <bit>
#include <memory>
#include <new>

namespace socai {
namespace {

constexpr unsigned char kLeafPrefix = 0;
constexpr unsigned char kNodePrefix = 1;

// One digest context a thread: setting SHA-256 up anew costs as much as hashing an entry.
class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    if (!context_) throw std::bad_alloc();
    check(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr));
  }

  void begin() { check(EVP_DigestInit_ex(context_.get(), nullptr, nullptr)); }
  void add(const void* bytes, std::size_t size) { check(EVP_DigestUpdate(context_.get(), bytes, size)); }

  Hash end() {
    Hash hash{};
    unsigned int size = 0;
    check(EVP_DigestFinal_ex(context_.get(), hash.data(), &size));
    return hash;
  }

 private:
  static void check(int result) {
    if (result != 1) throw std::bad_alloc();
  }

  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

Sha256& hasher() {
  thread_local Sha256 one;
  return one;
}

// The largest power of two below n, which is at least 2: where RFC 6962 splits a tree.
std::uint64_t split_of(std::uint64_t n) { return std::bit_floor(n - 1); }

// The root of the leaves [begin, begin + count); begin is a multiple of the split that led here.
Hash range_root(std::uint64_t begin, std::uint64_t count, const NodeSource& node) {
  if (std::has_single_bit(count)) return node(std::countr_zero(count), begin / count);
  const auto left = split_of(count);
  return node_hash(range_root(begin, left, node), range_root(begin + left, count - left, node));
}

// SUBPROOF(old_size, D[begin : begin + count], whole) of RFC 6962, 2.1.2.
void append_subproof(std::uint64_t old_size, std::uint64_t begin, std::uint64_t count, bool whole,
                     const NodeSource& node, std::vector<Hash>* proof) {
  if (old_size == count) {
    if (!whole) proof->push_back(range_root(begin, count, node));
    return;
  }
  const auto left = split_of(count);
  if (old_size <= left) {
    append_subproof(old_size, begin, left, whole, node, proof);
    proof->push_back(range_root(begin + left, count - left, node));
  } else {
    append_subproof(old_size - left, begin + left, count - left, false, node, proof);
    proof->push_back(range_root(begin, left, node));
  }
}

int nibble(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace

Hash leaf_hash(std::string_view bytes) {
  auto& hash = hasher();
  hash.begin();
  hash.add(&kLeafPrefix, 1);
  hash.add(bytes.data(), bytes.size());
  return hash.end();
}

Hash node_hash(const Hash& left, const Hash& right) {
  auto& hash = hasher();
  hash.begin();
  hash.add(&kNodePrefix, 1);
  hash.add(left.data(), left.size());
  hash.add(right.data(), right.size());
  return hash.end();
}

Hash empty_root() { return sha256({}); }

std::optional<Hash> hash_from_hex(std::string_view hex) {
  Hash hash{};
  if (hex.size() != hash.size() * 2) return std::nullopt;
  for (std::size_t i = 0; i < hash.size(); ++i) {
    const int high = nibble(hex[2 * i]);
    const int low = nibble(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    hash[i] = static_cast<unsigned char>(high * 16 + low);
  }
  return hash;
}

std::string hash_to_bytes(const Hash& hash) { return {hash.begin(), hash.end()}; }

std::optional<Hash> hash_from_bytes(std::string_view bytes) {
  Hash hash{};
  if (bytes.size() != hash.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

std::optional<CompactRange> CompactRange::from_peaks(std::uint64_t size, std::vector<Hash> peaks) {
  if (peaks.size() != static_cast<std::size_t>(std::popcount(size))) return std::nullopt;
  CompactRange range;
  range.size_ = size;
  range.peaks_ = std::move(peaks);
  return range;
}

void CompactRange::push(const Hash& leaf, const NodeSink& sink) {
  Hash hash = leaf;
  if (sink) sink(0, size_, hash);
  int level = 0;
  for (auto rest = size_; (rest & 1) != 0; rest >>= 1) {
    hash = node_hash(peaks_.back(), hash);
    peaks_.pop_back();
    ++level;
    if (sink) sink(level, rest >> 1, hash);
  }
  peaks_.push_back(hash);
  ++size_;
}

Hash CompactRange::root() const {
  if (peaks_.empty()) return empty_root();
  Hash hash = peaks_.back();
  for (auto peak = std::next(peaks_.rbegin()); peak != peaks_.rend(); ++peak) hash = node_hash(*peak, hash);
  return hash;
}

std::vector<Hash> inclusion_proof(std::uint64_t index, std::uint64_t size, const NodeSource& node) {
  std::vector<Hash> proof;  // from the root down; turned at the end
  std::uint64_t begin = 0;
  for (auto count = size; count > 1;) {
    const auto left = split_of(count);
    if (index - begin < left) {
      proof.push_back(range_root(begin + left, count - left, node));
      count = left;
    } else {
      proof.push_back(range_root(begin, left, node));
      begin += left;
      count -= left;
    }
  }
  std::reverse(proof.begin(), proof.end());
  return proof;
}

std::vector<Hash> consistency_proof(std::uint64_t old_size, std::uint64_t new_size, const NodeSource& node) {
  std::vector<Hash> proof;
  append_subproof(old_size, 0, new_size, true, node, &proof);
  return proof;
}

// The two checks follow RFC 9162, 2.1.3.2 and 2.1.4.2, whose trees and proofs are those of RFC 6962.
bool check_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size, const std::vector<Hash>& proof,
                     const Hash& root) {
  if (index >= size) return false;
  auto place = index;
  auto last = size - 1;
  Hash hash = leaf;
  for (const auto& sibling : proof) {
    if (last == 0) return false;
    if ((place & 1) != 0 || place == last) {
      hash = node_hash(sibling, hash);
      while ((place & 1) == 0 && place != 0) {
        place >>= 1;
        last >>= 1;
      }
    } else {
      hash = node_hash(hash, sibling);
    }
    place >>= 1;
    last >>= 1;
  }
  return last == 0 && hash == root;
}

bool check_consistency(std::uint64_t old_size, std::uint64_t new_size, const Hash& old_root, const Hash& new_root,
                       const std::vector<Hash>& proof) {
  if (old_size == 0 || old_size > new_size) return false;
  if (old_size == new_size) return proof.empty() && old_root == new_root;
  auto next = proof.begin();
  auto place = old_size - 1;
  auto last = new_size - 1;
  while ((place & 1) != 0) {
    place >>= 1;
    last >>= 1;
  }
  const bool starts_at_old_root = std::has_single_bit(old_size);
  if (!starts_at_old_root && next == proof.end()) return false;
  Hash old_hash = starts_at_old_root ? old_root : *next++;
  Hash new_hash = old_hash;
  for (; next != proof.end(); ++next) {
    if (last == 0) return false;
    if ((place & 1) != 0 || place == last) {
      old_hash = node_hash(*next, old_hash);
      new_hash = node_hash(*next, new_hash);
      while ((place & 1) == 0 && place != 0) {
        place >>= 1;
        last >>= 1;
      }
    } else {
      new_hash = node_hash(new_hash, *next);
    }
    place >>= 1;
    last >>= 1;
  }
  return last == 0 && old_hash == old_root && new_hash == new_root;
}

}  // namespace socai
