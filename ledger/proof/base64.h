// SPDX-License-Identifier: Apache-2.0
// Base64 (RFC 4648, section 4) with padding, as checkpoints and keys are written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace socai {

std::string base64(std::string_view bytes);

// nullopt for what base64() would not have written: wrong letters, missing padding, bits behind the last byte.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace socai
