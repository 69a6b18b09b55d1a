// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "extractor/read/character_table.h"
#include "extractor/read/syllables.h"
#include "extractor/text/normalize.h"
#include "extractor/text/utf8.h"

namespace socai {
namespace {

constexpr std::size_t kZerosProbe = 4096;
constexpr std::size_t kFewestBytes = 8;  // that zeros can tell UTF-16 by
constexpr std::size_t kSample = std::size_t{1} << 15;
constexpr std::array kCandidates = {"tcvn3", "vni", "viscii", "windows-1258"};
// Below it, it is no guess.
constexpr double kLeastConfidence = 0.7;
// In how many more words a guess must do better than what is declared.
constexpr std::size_t kOverrule = 4;

struct Alias {
  std::string_view declared;
  const char* name;
};
// Names that ICU does not know, or takes for something else. Spelled without signs.
constexpr std::array<Alias, 14> kAliases = {{{"viscii", "viscii"},
                                             {"xviscii", "viscii"},
                                             {"viscii11", "viscii"},
                                             {"csviscii", "viscii"},
                                             {"tcvn3", "tcvn3"},
                                             {"tcvn", "tcvn3"},
                                             {"tcvn5712", "tcvn3"},
                                             {"xtcvn", "tcvn3"},
                                             {"abc", "tcvn3"},
                                             {"vni", "vni"},
                                             {"vniwin", "vni"},
                                             {"xvni", "vni"},
                                             {"utf16le", "utf-16le"},
                                             {"utf16be", "utf-16be"}}};

std::string without_signs(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c + 0x20);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
  }
  return plain;
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& name) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &error), ucnv_close);
  if (U_FAILURE(error)) converter.reset();
  return converter;
}

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find("\uFFFD"); at != std::string_view::npos; at = text.find("\uFFFD", at + 3)) ++count;
  return count;
}

std::string composed(const std::string& text) {
  std::string normalized;
  OffsetMap map;
  append_normalized(text, &normalized, &map);
  return normalized;
}

std::string decode_by_icu(std::string_view bytes, const std::string& encoding) {
  const Converter converter = open_converter(encoding);
  std::string text(bytes.size() * 3 + 16, '\0');
  UErrorCode error = U_ZERO_ERROR;
  if (converter == nullptr) return {};
  const auto size = ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), text.data(), static_cast<std::int32_t>(text.size()),
                                       bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
  if (U_FAILURE(error)) return {};
  text.resize(static_cast<std::size_t>(size));
  return encoding == "windows-1258" ? composed(text) : text;
}

std::string text_in(std::string_view bytes, const std::string& encoding) {
  const CharacterTable* table = CharacterTable::find(encoding);
  return table != nullptr ? table->decode(bytes) : decode_by_icu(bytes, encoding);
}

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// A piece around the first bytes beyond ASCII, which alone tell encodings apart.
std::string_view sample_of(std::string_view bytes) {
  const auto first =
      static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_beyond_ascii) - bytes.begin());
  bytes = bytes.substr(std::min(first, bytes.size()) < 64 ? 0 : first - 64, kSample);
  return bytes;
}

// Whether most of what is beyond ASCII is UTF-8: a page of it with a few broken bytes.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t broken = 0;
  const std::string text = replace_invalid_utf8(bytes, &broken);
  const auto beyond = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_beyond_ascii));
  return beyond > 2 * broken;
}

Decoded as_utf8(std::string_view bytes) {
  Decoded decoded;
  decoded.text = replace_invalid_utf8(bytes, &decoded.replaced_bytes);
  return decoded;
}

SyllableCount syllables_in(std::string_view sample, const std::string& encoding) {
  return count_syllables(text_in(sample, encoding));
}

// Bytes with a mark of UTF-16 at their start, or zeros where UTF-16 has them.
std::string utf16_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  return utf16_by_zeros(bytes);
}

}  // namespace

std::string encoding_name(std::string_view declared) {
  const std::string plain = without_signs(declared);
  if (plain.empty()) return {};
  if (plain == "utf8" || plain == "ascii" || plain == "usascii") return "utf-8";
  for (const Alias& alias : kAliases) {
    if (plain == alias.declared) return alias.name;
  }
  // Pages that declare Latin-1 mean windows-1252, and the web's standard reads them so.
  if (plain == "iso88591" || plain == "latin1") return "windows-1252";
  const std::string name(declared);
  UErrorCode error = U_ZERO_ERROR;
  const char* standard = ucnv_getStandardName(name.c_str(), "IANA", &error);
  if (U_FAILURE(error) || standard == nullptr) return {};
  std::string lower(standard);
  for (char& c : lower) c = static_cast<char>(to_lower(static_cast<unsigned char>(c)));
  return open_converter(lower) == nullptr ? std::string() : lower;
}

std::string utf16_by_zeros(std::string_view bytes) {
  bytes = bytes.substr(0, kZerosProbe);
  if (bytes.size() < kFewestBytes || bytes.find('\0') == std::string_view::npos) return {};
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
  // Vietnamese in UTF-16 has a zero beside every letter of ASCII, which are most, and hardly one elsewhere.
  const std::size_t least = bytes.size() * 3 / 10;
  if (zeros[1] > least && zeros[0] * 20 < zeros[1]) return "utf-16le";
  if (zeros[0] > least && zeros[1] * 20 < zeros[0]) return "utf-16be";
  return {};
}

EncodingGuess detect_encoding(std::string_view bytes) {
  if (std::string utf16 = utf16_of(bytes); !utf16.empty()) return {std::move(utf16), 1};
  const std::string_view sample = sample_of(bytes);
  EncodingGuess best;
  SyllableCount most;
  std::size_t next = sample.size();  // the misfits of the second best
  for (const char* name : kCandidates) {
    const SyllableCount count = count_syllables(text_in(sample, name));
    if (count.all == 0 || (!best.name.empty() && count.misfits() >= most.misfits())) {
      next = std::min(next, count.all == 0 ? next : count.misfits());
      continue;
    }
    if (!best.name.empty()) next = most.misfits();
    most = count;
    best.name = name;
  }
  // Each word that only the best makes sense of halves the doubt.
  const double doubt = std::exp2(-static_cast<double>(next - std::min(next, most.misfits())));
  best.confidence = most.share() * (1 - doubt);
  return best.confidence < kLeastConfidence ? EncodingGuess() : best;
}

Decoded decode_as(std::string_view bytes, const std::string& encoding) {
  if (encoding == "utf-8") return as_utf8(bytes);
  if (encoding == "utf-16le" && bytes.starts_with("\xFF\xFE")) bytes.remove_prefix(2);
  if (encoding == "utf-16be" && bytes.starts_with("\xFE\xFF")) bytes.remove_prefix(2);
  Decoded decoded;
  decoded.encoding = encoding;
  decoded.text = text_in(bytes, encoding);
  if (!is_valid_utf8(decoded.text)) decoded.text = replace_invalid_utf8(decoded.text, &decoded.replaced_bytes);
  decoded.replaced_bytes = count_replacements(decoded.text);
  return decoded;
}

Decoded decode(std::string_view bytes, std::string_view declared) {
  const bool zeros = bytes.substr(0, kZerosProbe).find('\0') != std::string_view::npos;
  if (!zeros && is_valid_utf8(bytes)) {
    Decoded decoded;
    decoded.unchanged = true;
    return decoded;
  }
  if (const std::string utf16 = utf16_of(bytes); !utf16.empty()) return decode_as(bytes, utf16);
  if (is_mostly_utf8(bytes)) return as_utf8(bytes);
  const std::string named = encoding_name(declared);
  const EncodingGuess guess = detect_encoding(bytes);
  const bool usable = !named.empty() && named != "utf-8" && !named.starts_with("utf-16");
  if (!usable && guess.name.empty()) return as_utf8(bytes);
  const SyllableCount count = usable ? syllables_in(sample_of(bytes), named) : SyllableCount();
  const bool overruled =
      !usable || (!guess.name.empty() && guess.name != named &&
                  count.misfits() >= syllables_in(sample_of(bytes), guess.name).misfits() + kOverrule);
  Decoded decoded = decode_as(bytes, overruled ? guess.name : named);
  decoded.confidence = overruled ? guess.confidence : std::max(count.share(), guess.confidence);
  return decoded;
}

}  // namespace socai
