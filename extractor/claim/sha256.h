// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4) through libcrypto.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace socai {

using Digest = std::array<unsigned char, 32>;

Digest sha256(std::string_view bytes);

// Lower-case hex of all 32 bytes.
std::string to_hex(const Digest& digest);

}  // namespace socai
