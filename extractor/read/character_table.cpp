// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/character_table.h"

#include <cstdlib>
#include <sstream>

#include "extractor/text/utf8.h"

namespace socai {
namespace {

constexpr char32_t kUnknown = 0xFFFD;

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

}  // namespace

// A line: the bytes, the code point, a comment.
void CharacterTable::add_lines(const std::string& lines) {
  std::istringstream input(lines);
  for (std::string line; std::getline(input, line);) {
    if (line.empty() || line[0] == '#') continue;
    char* rest = nullptr;
    const auto bytes = static_cast<unsigned>(std::strtoul(line.c_str(), &rest, 16));
    const auto c = static_cast<char32_t>(std::strtoul(rest, nullptr, 16));
    if (bytes > 0xFF) {
      pairs_[bytes] = c;
    } else {
      single_[bytes] = c;
    }
  }
}

const CharacterTable* CharacterTable::find(std::string_view encoding) {
  static const std::map<std::string, CharacterTable, std::less<>> tables = [] {
    std::map<std::string, CharacterTable, std::less<>> made;
    auto files = built_in_tables();
    const std::string base = files["windows-1252"];
    for (const auto& [name, lines] : files) {
      CharacterTable& table = made[name];
      for (unsigned byte = 0; byte < 256; ++byte) table.single_[byte] = byte >= 0x80 && byte < 0xA0 ? kUnknown : byte;
      table.add_lines(base);
      table.add_lines(lines);
    }
    return made;
  }();
  const auto found = tables.find(encoding);
  return found == tables.end() ? nullptr : &found->second;
}

std::string CharacterTable::decode(std::string_view bytes) const {
  std::string text;
  text.reserve(bytes.size() * 3 / 2);
  std::array<char, 4> sequence{};
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    char32_t c = single_[byte_at(bytes, at)];
    if (!pairs_.empty() && at + 1 < bytes.size() && byte_at(bytes, at + 1) >= 0x80) {
      const auto pair = pairs_.find(byte_at(bytes, at) << 8 | byte_at(bytes, at + 1));
      if (pair != pairs_.end()) {
        c = pair->second;
        ++at;
      }
    }
    text.append(sequence.data(), utf8_encode(c, sequence.data()));
  }
  return text;
}

}  // namespace socai
