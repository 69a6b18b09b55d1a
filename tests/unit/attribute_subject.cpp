// SPDX-License-Identifier: Apache-2.0
// What the candidates for a subject are made of: noun phrases, and bare nouns that were named before.
#include "extractor/attribute/bare_noun.h"
#include "extractor/attribute/noun_phrase.h"
#include "extractor/attribute/subject_name.h"
#include "tests/unit/extractor_fixtures.h"

using namespace socai;
using socai::testing::built_in_rules;
using socai::testing::Prepared;

namespace {

// A text with all that a Context points to.
struct Found {
  explicit Found(std::string text) : prepared(std::move(text)), tables(built_in_rules().tables()), words(tables) {
    AmountFinder(tables).find(prepared.doc, prepared.marks, &amounts);
    CastFinder(tables).find(prepared.doc, prepared.marks, &cast);
    SourceFinder(tables).find(prepared.doc, prepared.marks, cast, &sources);
    spans.find(prepared.doc, sources);
    counts.count(prepared.doc);
    between.count(prepared.doc, words, amounts);
    profiles.clear(prepared.doc.sentences.size());
  }
  Context context() {
    return {tables, words,   prepared.doc, prepared.marks, cast,     sources,
            spans,  amounts, counts,       between,        profiles, sources.antecedents};
  }
  std::vector<std::string> phrases(std::size_t sentence) {
    std::vector<TokenRange> found;
    find_noun_phrases(context(), prepared.doc.sentences[sentence].tokens, &found);
    std::vector<std::string> texts;
    for (const TokenRange phrase : found) texts.emplace_back(prepared.doc.words(phrase));
    return texts;
  }

  Prepared prepared;
  const rules::Tables& tables;
  AttributionWords words;
  std::vector<AmountMention> amounts;
  Cast cast;
  Sources sources;
  SpansOfSentences spans;
  WordCounts counts;
  Between between;
  SubjectProfiles profiles;
};

}  // namespace

TEST_CASE("noun phrases end where a verb, a preposition or a number stands, not inside a word", "[subject]") {
  struct Row {
    const char* text;
    std::vector<std::string> phrases;
  };
  const Row rows[] = {
      {"Giá vàng giao ngay tăng mạnh.", {"vàng giao ngay"}},
      {"Các ngân hàng quốc doanh đạt lợi nhuận lớn.", {"Các ngân hàng quốc doanh", "lớn"}},
      {"Chiếc điện thoại Sao Mai 15 của anh Lâm.", {"Chiếc điện thoại Sao Mai 15", "anh Lâm"}},
      {"Cao tốc Mây Bạc - Núi Xanh dài 30 km.", {"Cao tốc Mây Bạc - Núi Xanh dài", "km"}},
      {"“Nhà máy”, xưởng gỗ.", {"Nhà máy", "xưởng gỗ"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Found(row.text).phrases(0) == row.phrases);
  }
}

TEST_CASE("a bare noun stands for the last phrase that gave it a name", "[subject]") {
  struct Row {
    const char* text;
    const char* name;  // of the first noun phrase of the last sentence; empty: none
  };
  const Row rows[] = {
      {"Dự án Mây Bạc bị chậm. Dự án đội vốn.", "Dự án Mây Bạc"},
      {"Dự án Mây Bạc bị chậm. Dự án Núi Xanh thì không. Dự án đội vốn.", "Dự án Núi Xanh"},
      {"Dự án bị chậm. Dự án đội vốn.", ""},
      {"Dự án Mây Bạc bị chậm. Người dân đội vốn.", ""},
      {"Dự án đội vốn.", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Found found(row.text);
    std::vector<TokenRange> phrases;
    const TokenRange last = found.prepared.doc.sentences.back().tokens;
    find_noun_phrases(found.context(), last, &phrases);
    REQUIRE_FALSE(phrases.empty());
    const std::uint32_t noun_words = 2;
    const TokenRange noun{phrases[0].begin, phrases[0].begin + noun_words};
    CHECK(std::string(found.prepared.doc.words(name_of_bare_noun(found.context(), noun))) == row.name);
  }
}

TEST_CASE("the name of a noun phrase is told with the owner that follows, and without pronouns", "[subject]") {
  struct Row {
    const char* text;
    const char* name;  // of the first noun phrase of the last sentence
  };
  const Row rows[] = {
      {"Bà Lê Thị Mến vui. Căn nhà của bà Mến rộng.", "Căn nhà của Lê Thị Mến"},
      {"Bà Lê Thị Mến vui. Căn nhà của bà rộng.", "Căn nhà của Lê Thị Mến"},
      {"Bà Lê Thị Mến vui. Căn nhà của nhà thờ rộng.", "Căn nhà"},
      {"Công ty Sao Mai vui. Cổ phiếu công ty này rớt.", "Cổ phiếu Công ty Sao Mai"},
      {"Công ty Sao Mai vui. Cổ phiếu công ty rớt.", "Cổ phiếu công ty"},
      {"Công ty Sao Mai vui. Các cổ phiếu công ty này rớt.", "Các cổ phiếu công ty"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Found found(row.text);
    std::vector<TokenRange> phrases;
    find_noun_phrases(found.context(), found.prepared.doc.sentences.back().tokens, &phrases);
    REQUIRE_FALSE(phrases.empty());
    SubjectCandidate candidate;
    candidate.tokens = phrases.front();
    CHECK(spelled_out_name(found.context(), candidate) == row.name);
  }
}

TEST_CASE("the distance to an amount passes over brackets and hedges", "[subject]") {
  Found found("Griezmann (Atlético, Pháp) giá khoảng 120 triệu euro (hơn Kane 3 triệu euro).");
  const auto place = [&](const char* word) {
    std::uint32_t at = 0;
    while (found.prepared.doc.words(at) != word) ++at;
    return at;
  };
  REQUIRE(found.amounts.size() == 2);
  const std::uint32_t amount = found.amounts[0].tokens.begin;
  CHECK(found.between.distance(place("Griezmann") + 1, amount) == 1);  // "giá"
  CHECK(found.between.distance(place("Kane") + 1, found.amounts[1].tokens.begin) == 0);
  CHECK(found.between.distance(amount, place("Griezmann")) == 0);
}
