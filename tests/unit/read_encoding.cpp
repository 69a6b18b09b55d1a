// SPDX-License-Identifier: Apache-2.0
// Old encodings: the tables, what is declared, and what is found out.
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "catch.h"
#include "extractor/read/encoding.h"
#include "extractor/read/syllables.h"
#include "extractor/text/utf8.h"

using namespace socai;

namespace {

const std::string kLetters =
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ";

// From a character to the bytes of the table's file: the way back, made from the file and not from the program.
std::map<std::string, std::string> read_table(const std::string& name) {
  std::ifstream file(std::string(SOCAI_REPO) + "/extractor/read/tables/" + name + ".txt");
  std::map<std::string, std::string> table;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    std::istringstream words(line);
    std::string bytes;
    std::string code;
    words >> bytes >> code;
    std::string raw;
    for (std::size_t i = 0; i < bytes.size(); i += 2)
      raw += static_cast<char>(std::stoi(bytes.substr(i, 2), nullptr, 16));
    char letter[4];
    const auto size = utf8_encode(static_cast<char32_t>(std::stoi(code, nullptr, 16)), letter);
    table[std::string(letter, size)] = raw;
  }
  return table;
}

std::string encode(const std::string& text, const std::map<std::string, std::string>& table) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size();) {
    const std::string letter = text.substr(at, utf8_length(static_cast<unsigned char>(text[at])));
    const auto known = table.find(letter);
    bytes += known == table.end() ? letter : known->second;
    at += letter.size();
  }
  return bytes;
}

const std::string kArticle =
    "Ông Trần Văn Hải, Giám đốc Sở Giao thông, cho biết tổng mức đầu tư của cầu Bình Minh là 1.200 tỷ đồng.\n"
    "\"Chúng tôi sẽ cần ít nhất 300 tỷ đồng cho giải phóng mặt bằng\", ông Hải nói.\n";

std::string utf16(const std::string& ascii_and_latin, bool little) {
  std::string bytes;
  for (std::size_t at = 0; at < ascii_and_latin.size();) {
    const char32_t c = utf8_decode(ascii_and_latin.data() + at);
    at += utf8_length(static_cast<unsigned char>(ascii_and_latin[at]));
    const char low = static_cast<char>(c & 0xFF);
    const char high = static_cast<char>(c >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

}  // namespace

TEST_CASE("every letter that an encoding has comes back from its bytes", "[encoding]") {
  struct Row {
    const char* name;
    std::size_t letters;
  };
  for (const Row& row : {Row{"viscii", 134}, Row{"vni", 134}, Row{"tcvn3", 74}}) {
    CAPTURE(row.name);
    const auto table = read_table(row.name);
    CHECK(table.size() == row.letters);
    for (const auto& [letter, bytes] : table) {
      CAPTURE(letter);
      CHECK(kLetters.find(letter) != std::string::npos);
      CHECK(decode_as(bytes, row.name).text == letter);
      CHECK(decode_as("x" + bytes + "x", row.name).text == "x" + letter + "x");
    }
  }
}

TEST_CASE("texts that everybody knows, as they look in a program that knows no Vietnamese", "[encoding]") {
  // Latin-1 here; each is the same motto.
  struct Row {
    const char* name;
    std::string seen;
    std::string meant;
  };
  const std::string republic = "Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc";
  const Row rows[] = {
      {"tcvn3", "Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc", republic},
      {"vni", "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp - Töï do - Haïnh phuùc", republic},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::string bytes;
    for (std::size_t at = 0; at < row.seen.size();) {
      bytes += static_cast<char>(utf8_decode(row.seen.data() + at));
      at += utf8_length(static_cast<unsigned char>(row.seen[at]));
    }
    CHECK(decode_as(bytes, row.name).text == row.meant);
    CHECK(detect_encoding(bytes).name == row.name);
  }
}

TEST_CASE("what an encoding is, is found out, with a confidence", "[encoding]") {
  for (const char* name : {"viscii", "vni", "tcvn3"}) {
    CAPTURE(name);
    // TCVN3 has no capitals with a tone.
    std::string text = kArticle;
    const std::string bytes = encode(text, read_table(name));
    const Decoded decoded = decode(bytes);
    CHECK(decoded.encoding == name);
    CHECK(decoded.text == text);
    CHECK(decoded.confidence > 0.7);
    CHECK(decoded.replaced_bytes == 0);
    CHECK_FALSE(decoded.unchanged);
  }
}

TEST_CASE("windows-1258 comes out composed", "[encoding]") {
  // Letters with their shape, the tone as a mark behind: "đồng" is f0 f4 cc 6e 67.
  const std::string bytes =
      "t\xEA\xCCn l\xE0 5 t\xFD\xD2 \xF0\xF4\xCCng, c\xF2\xF5 m\xF4\xF2t kho\xE3n n\xF5\xF2 v\xEA\xCC \xF0\xE2\xECt, "
      "c\xE2\xCC\x75";
  const Decoded declared = decode("gi\xE1 5 \xF0\xF4\xCCng", "windows-1258");
  CHECK(declared.text == "giá 5 đồng");
  CHECK(declared.encoding == "windows-1258");
  CHECK(decode(bytes).encoding == "windows-1258");
  CHECK(decode("t\xF4i c\xF3 5 \xF0\xF4\xCCng, m\xF4\xF2t ng\xFD\xF5\xCCi n\xF3i v\xEA\xCC gi\xE1 v\xE0ng").text ==
        "tôi có 5 đồng, một người nói về giá vàng");
}

TEST_CASE("UTF-16 is known by its mark or by its zeros", "[encoding]") {
  for (const bool little : {true, false}) {
    CAPTURE(little);
    const std::string bytes = utf16(kArticle, little);
    const std::string name = little ? "utf-16le" : "utf-16be";
    CHECK(decode(bytes).text == kArticle);
    CHECK(decode(bytes).encoding == name);
    CHECK(decode((little ? "\xFF\xFE" : "\xFE\xFF") + bytes).text == kArticle);
    CHECK(decode(bytes.substr(0, bytes.size() - 1)).text == kArticle.substr(0, kArticle.size() - 1) + "\uFFFD");
  }
  CHECK(utf16_by_zeros(std::string(100, '\0')).empty());
  CHECK(utf16_by_zeros("PK\x03\x04").empty());
  CHECK(utf16_by_zeros(std::string("\0", 1)).empty());
  CHECK(utf16_by_zeros(std::string("5 USD\0005 USD\0005 USD\0", 18)).empty());
}

TEST_CASE("what is valid UTF-8 is left alone, whatever is declared", "[encoding]") {
  for (const char* declared : {"", "utf-8", "windows-1258", "tcvn3", "iso-8859-1", "utf-16", "nonsense"}) {
    CAPTURE(declared);
    for (const std::string& text : {kArticle, "\xEF\xBB\xBF" + kArticle, std::string("plain"), std::string()}) {
      const Decoded decoded = decode(text, declared);
      CHECK(decoded.unchanged);
      CHECK(decoded.encoding == "utf-8");
      CHECK(decoded.confidence == 1);
      CHECK(decoded.text_of(text) == text);
    }
  }
}

TEST_CASE("a wrong declaration is overruled, a right one is heard", "[encoding]") {
  const std::string tcvn = encode(kArticle, read_table("tcvn3"));
  for (const char* declared : {"utf-8", "windows-1258", "iso-8859-1", "viscii", "utf-16", "gb2312"}) {
    CAPTURE(declared);
    CHECK(decode(tcvn, declared).text == kArticle);
  }
  // Too short to tell: what is declared decides.
  CHECK(decode("5 t\xFB", "tcvn3").text == "5 tỷ");
  CHECK(decode("caf\xE9", "iso-8859-1").text == "café");
  CHECK(decode("caf\xE9", "utf-8").text == "caf\uFFFD");
  CHECK(decode("caf\xE9").replaced_bytes == 1);
}

TEST_CASE("UTF-8 with broken bytes stays UTF-8", "[encoding]") {
  const std::string broken = kArticle + "\xE1\xBB đồng \xFF";
  const Decoded decoded = decode(broken);
  CHECK(decoded.encoding == "utf-8");
  CHECK(decoded.text == kArticle + "\uFFFD\uFFFD đồng \uFFFD");
  CHECK(decoded.replaced_bytes == 3);
}

TEST_CASE("encodings go by many names", "[encoding]") {
  const std::pair<const char*, const char*> rows[] = {
      {"UTF8", "utf-8"},
      {"utf-8", "utf-8"},
      {"CP1258", "windows-1258"},
      {"windows-1258", "windows-1258"},
      {"x-viscii", "viscii"},
      {"VISCII-1.1", "viscii"},
      {"ABC", "tcvn3"},
      {"TCVN-5712", "tcvn3"},
      {"VNI-Win", "vni"},
      {"ISO-8859-1", "windows-1252"},
      {"Shift_JIS", "shift_jis"},
      {"klingon", ""},
      {"", ""},
  };
  for (const auto& [declared, name] : rows) {
    CAPTURE(declared);
    CHECK(encoding_name(declared) == name);
  }
}

TEST_CASE("syllables are told from what only looks like letters", "[encoding]") {
  const std::pair<const char*, bool> rows[] = {
      {"nghiêng", true}, {"Quốc", true},   {"giữa", true},  {"ĐỒNG", true},     {"khuỷu", true},  {"gì", true},
      {"tiÒn", false},   {"löông", false}, {"đồnġ", false}, {"lß½ng", false},   {"bộộ", false},   {"độc¸", false},
      {"các", true},     {"càc", false},   {"đôc", false},  {"Société", false}, {"naïve", false}, {"über", false},
  };
  for (const auto& [word, good] : rows) {
    CAPTURE(word);
    const auto count = count_syllables(word);
    CHECK(count.all == 1);
    CHECK(count.good == (good ? 1 : 0));
  }
  CHECK(count_syllables("plain words only").all == 0);
}
