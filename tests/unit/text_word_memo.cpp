// SPDX-License-Identifier: Apache-2.0
// Words recognised by their bytes are the words that are read letter by letter.
#include "extractor/text/word_memo.h"

#include <random>
#include <string>
#include <vector>

#include "catch.h"
#include "extractor/text/scan.h"

using namespace socai;

namespace {

// One byte at a time.
unsigned run_length(const std::string& bytes) {
  unsigned size = 0;
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (!letter && c < 0x80) break;
    ++size;
  }
  return size;
}

std::string text_of(std::uint64_t block) {
  std::string bytes(8, '\0');
  for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<char>(block >> (8 * i) & 0xFF);
  return bytes;
}

bool same(const Token& a, const Token& b) {
  return a.begin == b.begin && a.end == b.end && a.word == b.word && a.key == b.key && a.kind == b.kind &&
         a.letter_case == b.letter_case && a.gap == b.gap;
}

}  // namespace

TEST_CASE("a run of letters ends where a byte is neither a letter nor beyond ASCII", "[scan]") {
  std::mt19937 random(1);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes;
    const bool any = round % 2 == 0;
    while (bytes.size() < WordMemo::kReads) {
      const auto byte = any ? random() % 256 : std::string("aZ\xE1@[`{ ")[random() % 8];
      bytes.push_back(static_cast<char>(byte));
    }
    const unsigned expected = run_length(bytes);
    const ByteRun run = WordMemo::run_at(bytes.data());
    REQUIRE(run.size == (expected < WordMemo::kReads ? expected : 0));
    if (run.size == 0) continue;
    REQUIRE((text_of(run.first) + text_of(run.second)).substr(0, run.size) == bytes.substr(0, run.size));
    REQUIRE((text_of(run.first) + text_of(run.second)).find_first_not_of('\0', run.size) == std::string::npos);
  }
}

TEST_CASE("scanning with a memo gives the tokens of scanning without one", "[scan]") {
  Vocabulary vocabulary;
  for (const char* word : {"đồng", "tỷ", "hòa", "nghìn", "usd", "”", "5", "pricewaterhousecoopers"})
    vocabulary.add(word);
  const std::vector<std::string> pieces = {
      "đồng", "Đồng",     "ĐỒNG", "tỷ",          "USD", "hòa",  "nghiêng", "PricewaterhouseCoopers",
      " ",    "\n",       "”",    "“",           "5",   "12,5", "năm",     "ﬁn",
      "Ω",    "\xC2\xA0", "×",    "ngoằn-ngoèo", "₫",   ".",    "Ở",       "Straße"};
  std::mt19937 random(2);
  WordMemo memo;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const auto count = random() % 30;
    for (unsigned i = 0; i < count; ++i) text += pieces[random() % pieces.size()] + (random() % 2 == 0 ? " " : "");
    std::vector<Token> plain;
    std::vector<Token> remembered;
    scan(text, 0, text.size(), vocabulary, &plain);
    scan(text, 0, text.size(), vocabulary, &remembered, &memo);
    REQUIRE(plain.size() == remembered.size());
    for (std::size_t i = 0; i < plain.size(); ++i) REQUIRE(same(plain[i], remembered[i]));
  }
}
