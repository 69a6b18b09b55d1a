// SPDX-License-Identifier: Apache-2.0
#include "extractor/text/normalize.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "extractor/text/utf8.h"

namespace socai {
namespace {

// Characters that never change in NFC, never join the character before them, and are not dropped: ASCII; U+00A0..U+02FF
// but for the soft hyphen; the Vietnamese letters of U+1E80..U+1EFF; the dashes, quotes and currency signs of
// U+2010..U+205E and U+2080..U+20BF, but for the marks of direction. Whether a byte may open another one, from it and
// the two bytes behind it; without a branch, so that compilers make vectors of it.
inline unsigned char is_suspect(unsigned char byte, unsigned char second, unsigned char third) {
  const unsigned char other = (byte >= 0xCC) & (byte != 0xE1) & (byte != 0xE2);
  const unsigned char soft_hyphen = (byte == 0xC2) & (second == 0xAD);
  const unsigned char latin = (byte == 0xE1) & ((second & 0xFE) != 0xBA);
  const unsigned char punctuation =
      (second == 0x80) & (third >= 0x90) & (third != 0xAA) & (third != 0xAB) & (third != 0xAC);
  const unsigned char general = (byte == 0xE2) & !(punctuation | (second == 0x82));
  return other | soft_hyphen | latin | general;
}

// The first byte from `at` on that may open a character that needs work, or the size.
std::size_t find_suspect(std::string_view given, std::size_t at) {
  constexpr std::size_t kChunk = 64;
  const auto* bytes = reinterpret_cast<const unsigned char*>(given.data());
  const std::size_t size = given.size();
  const auto byte_at = [&](std::size_t i) { return i < size ? bytes[i] : static_cast<unsigned char>(0); };
  while (at + kChunk + 2 <= size) {
    unsigned char suspect = 0;
    for (std::size_t i = 0; i < kChunk; ++i) {
      suspect |= is_suspect(bytes[at + i], bytes[at + i + 1], bytes[at + i + 2]);
    }
    if (suspect) break;
    at += kChunk;
  }
  while (at < size && !is_suspect(bytes[at], byte_at(at + 1), byte_at(at + 2))) ++at;
  return at;
}

bool is_dropped(utf8proc_int32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 || c == 0xFEFF;
}

// A cluster is a starter and the marks behind it: NFC never reaches across one.
struct Cluster {
  std::size_t end;
  bool composes;  // holds more than one character, or one that NFC may change
};

bool joins_previous(utf8proc_int32_t c) {
  const auto* property = utf8proc_get_property(c);
  return property->combining_class != 0 || (c >= 0x1161 && c <= 0x11C2);  // marks; Hangul vowels and finals
}

utf8proc_int32_t code_point_at(std::string_view text, std::size_t at) {
  return static_cast<utf8proc_int32_t>(utf8_decode(text.data() + at));
}

std::size_t length_at(std::string_view text, std::size_t at) {
  return std::min<std::size_t>(utf8_length(static_cast<unsigned char>(text[at])), text.size() - at);
}

Cluster cluster_at(std::string_view given, std::size_t at) {
  const auto first = code_point_at(given, at);
  Cluster cluster{at + length_at(given, at), utf8proc_get_property(first)->decomp_seqindex != UINT16_MAX};
  for (std::size_t next = cluster.end;
       next < given.size();) {  // what is dropped in between keeps no mark from its letter
    const auto c = code_point_at(given, next);
    if (!joins_previous(c) && !is_dropped(c)) break;
    next += length_at(given, next);
    if (is_dropped(c)) continue;
    cluster.end = next;
    cluster.composes = true;
  }
  return cluster;
}

void append_nfc(std::string_view given, std::string* text) {
  std::string cluster;
  for (std::size_t at = 0; at < given.size(); at += length_at(given, at)) {
    if (!is_dropped(code_point_at(given, at))) cluster.append(given, at, length_at(given, at));
  }
  utf8proc_uint8_t* composed = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(cluster.data()),
                                 static_cast<utf8proc_ssize_t>(cluster.size()), &composed, options);
  if (size >= 0)
    text->append(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size));
  else
    text->append(cluster);
  std::free(composed);
}

struct Range {
  std::size_t begin;
  std::size_t end;
};

// Where a cluster was written: from `begin` to the end of the text, whose offsets count from `base`.
struct Written {
  std::string_view text;
  std::size_t begin;
  std::size_t base;
};

// Maps a cluster that changed: character by character as far as both sides go, then its end.
void map_cluster(std::string_view given, Range cluster, const Written& written, OffsetMap* map) {
  std::size_t from = cluster.begin;
  for (std::size_t at = written.begin; at < written.text.size(); at += length_at(written.text, at)) {
    if (at > written.begin) map->add_break(at - written.base, from, from);
    if (from < cluster.end) from += length_at(given, from);
  }
  map->add_break(written.text.size() - written.base, cluster.end, cluster.end);
}

// Appends the cluster at `at`, or nothing for a character that is dropped; gives where the next one begins.
std::size_t append_cluster(std::string_view given, std::size_t at, std::size_t base, std::string* text,
                           OffsetMap* map) {
  if (is_dropped(code_point_at(given, at))) {
    const auto next = at + length_at(given, at);
    map->add_break(text->size() - base, at, next);
    return next;
  }
  const auto cluster = cluster_at(given, at);
  const auto piece = given.substr(at, cluster.end - at);
  const std::size_t begin = text->size();
  if (cluster.composes) {
    append_nfc(piece, text);
  } else {
    text->append(piece);
  }
  if (std::string_view(*text).substr(begin) != piece) map_cluster(given, {at, cluster.end}, {*text, begin, base}, map);
  return cluster.end;
}

}  // namespace

void OffsetMap::add_break(std::size_t normalized, std::size_t given_end, std::size_t given) {
  if (!breaks_.empty() && breaks_.back().normalized == normalized) {
    breaks_.back().given = given;  // dropped characters in a row: what ended here ended before the first of them
    return;
  }
  breaks_.push_back({normalized, given_end, given});
}

std::size_t OffsetMap::given_start(std::size_t offset) const {
  const auto after = std::upper_bound(breaks_.begin(), breaks_.end(), offset,
                                      [](std::size_t value, const Break& b) { return value < b.normalized; });
  if (after == breaks_.begin()) return offset;
  const auto& last = *(after - 1);
  return last.given + (offset - last.normalized);
}

std::size_t OffsetMap::given_end(std::size_t offset) const {
  const auto at = std::lower_bound(breaks_.begin(), breaks_.end(), offset,
                                   [](const Break& b, std::size_t value) { return b.normalized < value; });
  if (at != breaks_.end() && at->normalized == offset) return at->given_end;
  return given_start(offset);
}

bool is_plainly_normalized(std::string_view given) { return find_suspect(given, 0) == given.size(); }

namespace {

// The start of the character before `at`, which what stands at `at` may join.
std::size_t character_before(std::string_view text, std::size_t begin, std::size_t at) {
  if (at > begin) --at;
  while (at > begin && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

}  // namespace

void append_normalized(std::string_view given, std::string* text, OffsetMap* map) {
  map->clear();
  const std::size_t base = text->size();
  for (std::size_t at = 0; at < given.size();) {
    const std::size_t suspect = find_suspect(given, at);
    const std::size_t plain = suspect == given.size() ? suspect : character_before(given, at, suspect);
    text->append(given, at, plain - at);
    at = plain;
    while (at < given.size() && at <= suspect) at = append_cluster(given, at, base, text, map);
  }
}

}  // namespace socai
