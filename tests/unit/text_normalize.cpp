// SPDX-License-Identifier: Apache-2.0
// Normalized text and the way back to the bytes as given.
#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "extractor/text/normalize.h"
#include "extractor/text/utf8.h"

using namespace socai;

namespace {

struct Normalized {
  explicit Normalized(const std::string& given) { append_normalized(given, &text, &map); }
  std::string text;
  OffsetMap map;
};

bool is_boundary(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// For every boundary of the normalized text: "start:end" in the given text.
std::vector<std::string> offsets_of(const Normalized& normalized) {
  std::vector<std::string> offsets;
  for (std::size_t at = 0; at <= normalized.text.size(); ++at) {
    if (!is_boundary(normalized.text, at)) continue;
    offsets.push_back(std::to_string(normalized.map.given_start(at)) + ":" +
                      std::to_string(normalized.map.given_end(at)));
  }
  return offsets;
}

// Any valid text that is hard on normalization.
std::string hard_text(std::mt19937_64* random) {
  static const char* kPieces[] = {"a",  "e", "o",  "d",      " ",      "\u0301", "\u0302", "\u0323", "\u031B", "ê",
                                  "ế",  "đ", "ð",  "\u200B", "\uFEFF", "\u00AD", "\u2060", "\u1100", "\u1161", "\u11A8",
                                  "가", "😀", "\n", "\r\n",   "5",      "\u212B", "\uFF15", "\u0344", "\u00A0"};
  std::string text;
  for (auto i = (*random)() % 12; i > 0; --i) text += kPieces[(*random)() % std::size(kPieces)];
  return text;
}

}  // namespace

TEST_CASE("offsets of normalized text lead back to the given bytes", "[normalize]") {
  struct Row {
    const char* what;
    std::string given;
    std::string text;
    std::vector<std::string> offsets;
  };
  const Row rows[] = {
      {"nothing to do", "tỷ", "tỷ", {"0:0", "1:1", "4:4"}},
      {"a decomposed letter", "ty\u0309!", "tỷ!", {"0:0", "1:1", "4:4", "5:5"}},
      {"two marks on one letter", "e\u0302\u0301x", "ếx", {"0:0", "5:5", "6:6"}},
      {"a zero-width space", "5\u200B0", "50", {"0:0", "4:1", "5:5"}},
      {"a byte order mark", "\uFEFFab", "ab", {"3:0", "4:4", "5:5"}},
      {"a soft hyphen at the end", "ab\u00AD", "ab", {"0:0", "1:1", "4:2"}},
      {"two dropped in a row", "a\u200B\u2060b", "ab", {"0:0", "7:1", "8:8"}},
      {"a mark behind a dropped character", "e\u200B\u0302x", "êx", {"0:0", "6:6", "7:7"}},
      {"the eth of old keyboards stays", "ðồng", "ðồng", {"0:0", "2:2", "5:5", "6:6", "7:7"}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const Normalized normalized(row.given);
    CHECK(normalized.text == row.text);
    CHECK(offsets_of(normalized) == row.offsets);
  }
}

TEST_CASE("normalizing twice changes nothing, and offsets never run backwards", "[normalize]") {
  std::mt19937_64 random(21);
  for (int i = 0; i < 20000; ++i) {
    const std::string given = hard_text(&random);
    const Normalized once(given);
    const Normalized twice(once.text);
    CAPTURE(given);
    REQUIRE(twice.text == once.text);
    std::size_t last = 0;
    for (std::size_t at = 0; at <= once.text.size(); ++at) {
      if (!is_boundary(once.text, at)) continue;
      REQUIRE(twice.map.given_start(at) == at);
      REQUIRE(twice.map.given_end(at) == at);
      REQUIRE(once.map.given_end(at) <= once.map.given_start(at));
      REQUIRE(once.map.given_end(at) >= last);
      last = once.map.given_start(at);
      REQUIRE(last <= given.size());
      REQUIRE(is_boundary(given, last));
    }
  }
}

TEST_CASE("text that is plainly normalized is left as it is", "[normalize]") {
  for (const char* text : {"", "abc", "Tổng chi phí 5,576 triệu USD – “không phải” 6 triệu…", "200.000 ₫"}) {
    CAPTURE(text);
    CHECK(is_plainly_normalized(text));
    CHECK(Normalized(text).map.is_identity());
  }
  for (const char* text : {"ty\u0309", "a\u00AD", "\u200B", "\uFEFF"}) {
    CAPTURE(text);
    CHECK_FALSE(is_plainly_normalized(text));
  }
}

TEST_CASE("what is not UTF-8 is replaced and counted", "[utf8]") {
  struct Row {
    std::string bytes;
    std::string valid;
    std::size_t replaced;
  };
  const Row rows[] = {{"tỷ", "tỷ", 0},
                      {"a\xFFz", "a\uFFFDz", 1},
                      {"\xC3", "\uFFFD", 1},
                      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
                      {"\xC0\xAF", "\uFFFD\uFFFD", 2},
                      {"t\xE1\xBB", "t\uFFFD\uFFFD", 2}};
  for (const auto& row : rows) {
    std::size_t replaced = 0;
    CAPTURE(row.valid);
    CHECK(replace_invalid_utf8(row.bytes, &replaced) == row.valid);
    CHECK(replaced == row.replaced);
    CHECK(is_valid_utf8(row.bytes) == (row.replaced == 0));
    CHECK(is_valid_utf8(row.valid));
  }
}

TEST_CASE("letters of Vietnamese have their lower case", "[utf8]") {
  CHECK(lower_case("ĐỒNG VIỆT NAM ƯƠNG ẰẴỢ ÐÀ Ý") == "đồng việt nam ương ằẵợ ðà ý");
  CHECK(lower_case("Vingroup 5 tỷ – ẮÂ") == "vingroup 5 tỷ – ắâ");
  CHECK(lower_case("МИР ΑΒΓ") == "мир αβγ");
}
