// SPDX-License-Identifier: Apache-2.0
// Any bytes under any declaration: the decoded text is valid UTF-8, valid UTF-8 is left alone, and confidences are
// shares. The first byte chooses what is declared.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extractor/read/encoding.h"
#include "extractor/text/utf8.h"

using namespace socai;

namespace {

constexpr std::array kDeclared = {"",      "utf-8", "utf-16le", "utf-16be",  "windows-1258", "viscii",
                                  "tcvn3", "vni",   "utf-16",   "shift_jis", "nonsense",     "iso-8859-1"};

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const char* declared = kDeclared[data[0] % kDeclared.size()];
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const Decoded decoded = decode(bytes, declared);
  require(is_valid_utf8(decoded.text_of(bytes)));
  require(decoded.confidence >= 0 && decoded.confidence <= 1);
  if (is_valid_utf8(bytes) && bytes.find('\0') == std::string_view::npos) require(decoded.unchanged);
  const EncodingGuess guess = detect_encoding(bytes);
  require(guess.confidence >= 0 && guess.confidence <= 1);
  if (!guess.name.empty()) require(encoding_name(guess.name) == guess.name);
  return 0;
}
