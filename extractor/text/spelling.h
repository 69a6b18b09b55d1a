// SPDX-License-Identifier: Apache-2.0
// A word in lower case in blocks of eight bytes, padded with zeros, so that hashing and comparing go by the block: most
// Vietnamese syllables are one block.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace socai {

class Spelling {
 public:
  static constexpr std::size_t kBlock = 8;
  static constexpr std::size_t kBlocks = 6;
  static constexpr std::size_t kMost = kBlock * kBlocks;  // bytes that are kept; a longer word has no spelling

  Spelling() = default;
  explicit Spelling(std::string_view word) {
    for (const char byte : word) push(byte);
  }

  void push(char byte) {
    if (size_ < kMost)
      blocks_[size_ / kBlock] |= std::uint64_t{static_cast<unsigned char>(byte)} << 8 * (size_ % kBlock);
    ++size_;
  }

  bool fits() const { return size_ <= kMost; }
  std::size_t blocks() const { return size_ < kMost ? (size_ + kBlock - 1) / kBlock : kBlocks; }
  std::uint64_t block(std::size_t index) const { return blocks_[index]; }

  // A multiplication and a fold a block, with the constant of MurmurHash3's finalizer.
  std::uint64_t hash() const {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < blocks(); ++i) {
      value = (value ^ blocks_[i]) * 0xff51afd7ed558ccdu;
      value ^= value >> 32;
    }
    return value;
  }

 private:
  std::array<std::uint64_t, kBlocks> blocks_{};
  std::size_t size_ = 0;
};

}  // namespace socai
