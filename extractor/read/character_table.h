// SPDX-License-Identifier: Apache-2.0
// Encodings as tables: which bytes are which character. For VISCII, TCVN3 and VNI, which ICU has no converter for; the
// tables are the files of extractor/read/tables/, a line a character, built into the program.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace socai {

class CharacterTable {
 public:
  // Null where there is no such table. Made at the first call.
  static const CharacterTable* find(std::string_view encoding);

  // The bytes in UTF-8; of two readings the one of more bytes holds. What the table leaves open is U+FFFD.
  std::string decode(std::string_view bytes) const;

 private:
  void add_lines(const std::string& lines);

  std::array<char32_t, 256> single_{};
  std::unordered_map<unsigned, char32_t> pairs_;  // first byte * 256 + second byte
};

// The files of extractor/read/tables/ by their names without ".txt".
std::map<std::string, std::string> built_in_tables();

}  // namespace socai
