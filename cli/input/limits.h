// SPDX-License-Identifier: Apache-2.0
// How much is taken: docs/inputs.md tells users of these.
#pragma once

#include <cstddef>

namespace socai::cli {

// Of a line, a text, a page, an element of a JSON array. No article is as long, and it bounds the memory.
inline constexpr std::size_t kLongestText = std::size_t{64} << 20;

// What is read at once, and given to one thread.
inline constexpr std::size_t kSliceSize = std::size_t{1} << 20;

// Containers within containers: a zip within a gzip within a tar.
inline constexpr std::size_t kDeepest = 5;

}  // namespace socai::cli
