// SPDX-License-Identifier: Apache-2.0
// What holds for the claims of any article: offsets, Unicode forms, line ends, threads, steps.
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <string>
#include <thread>
#include <vector>

#include "extractor/claim/claim_json.h"
#include "extractor/claim/names.h"
#include "tests/unit/extractor_fixtures.h"

using namespace socai;
using namespace socai::testing;

namespace {

std::string decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  std::string form;
  nfd->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(form);
  REQUIRE(U_SUCCESS(status));
  return form;
}

std::string composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  std::string form;
  nfc->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(form);
  REQUIRE(U_SUCCESS(status));
  return form;
}

std::string with_crlf(const std::string& text) {
  std::string form;
  for (const char c : text) form += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return form;
}

// Zero-width characters where web pages have them: before every digit.
std::string with_zero_width(const std::string& text) {
  std::string form;
  for (const char c : text) form += (c >= '0' && c <= '9' ? "\u200B" : "") + std::string(1, c);
  return form;
}

template <typename Change>
Article changed(Article article, const Change& change) {
  article.text = change(article.text);
  if (article.title) article.title = change(*article.title);
  return article;
}

// What a claim says, without where it stands.
std::string meaning(const Claim& claim) {
  std::string text(to_string(claim.kind));
  if (claim.amount) {
    const Amount& amount = *claim.amount;
    text += " " + text_of(amount.value) + " " + text_of(amount.min) + " " + text_of(amount.max) + " " +
            amount.currency + " " + std::string(to_string(amount.relation)) + " " + amount.per.value_or("");
  }
  text += " | " + claim.claimant.entity.name + " | " + (claim.subject ? claim.subject->name : "") + " | " +
          (claim.metric ? claim.metric->id : "") + " | " + std::string(to_string(claim.polarity)) + " " +
          std::string(to_string(claim.modality)) + " " + std::string(to_string(claim.zone));
  return composed(text);
}

std::vector<std::string> meanings(const std::vector<Claim>& claims) {
  std::vector<std::string> all;
  for (const Claim& claim : claims) all.push_back(meaning(claim));
  return all;
}

void check_offsets(const Article& article, const std::vector<Claim>& claims) {
  std::pair<Field, std::size_t> last{Field::title, 0};
  for (const Claim& claim : claims) {
    const std::string& field = claim.field == Field::title ? *article.title : article.text;
    REQUIRE(claim.start < claim.end);
    REQUIRE(claim.end <= field.size());
    REQUIRE(field.substr(claim.start, claim.end - claim.start) == claim.quote);
    REQUIRE(claim.sentence_start <= claim.start);
    REQUIRE(claim.sentence_end >= claim.end);
    REQUIRE(claim.sentence_end <= field.size());
    for (const Caveat& caveat : claim.caveats) {
      REQUIRE(field.substr(caveat.start, caveat.end - caveat.start) == caveat.quote);
    }
    REQUIRE(std::pair(claim.field, claim.start) >= last);
    last = {claim.field, claim.start};
  }
}

}  // namespace

TEST_CASE("the input cut at a claim's offsets is its quote", "[extractor]") {
  Extractor extractor(built_in_rules());
  std::size_t claims = 0;
  for (const Article& article : corpus_articles()) {
    CAPTURE(article.id);
    for (const auto& form :
         {article, changed(article, decomposed), changed(article, with_crlf), changed(article, with_zero_width)}) {
      const auto found = extractor.extract(form);
      check_offsets(form, found);
      claims += found.size();
    }
  }
  CHECK(claims > 500);
}

TEST_CASE("an article says the same in every Unicode form and with every line end", "[extractor]") {
  Extractor extractor(built_in_rules());
  for (const Article& article : corpus_articles()) {
    CAPTURE(article.id);
    const auto expected = meanings(extractor.extract(article));
    CHECK(meanings(extractor.extract(changed(article, decomposed))) == expected);
    CHECK(meanings(extractor.extract(changed(article, with_crlf))) == expected);
    CHECK(meanings(extractor.extract(changed(article, with_zero_width))) == expected);
  }
}

TEST_CASE("scratch memory and threads leave no trace in the claims", "[extractor]") {
  const auto articles = corpus_articles();
  const auto run = [&articles](std::string* json, bool backwards) {
    Extractor extractor(built_in_rules());
    std::vector<std::string> lines(articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
      const std::size_t at = backwards ? articles.size() - 1 - i : i;
      for (const Claim& claim : extractor.extract(articles[at])) lines[at] += claim_to_json(claim) + '\n';
    }
    for (const auto& line : lines) *json += line;
  };
  std::string forwards;
  std::string backwards;
  std::thread one(run, &forwards, false);
  std::thread two(run, &backwards, true);
  one.join();
  two.join();
  CHECK(forwards == backwards);
}

TEST_CASE("explained claims are the claims, each with the steps that made it", "[extractor]") {
  Extractor extractor(built_in_rules());
  for (const Article& article : corpus_articles()) {
    CAPTURE(article.id);
    const auto claims = extractor.extract(article);
    const auto explained = extractor.explain(article);
    REQUIRE(explained.size() == claims.size());
    for (std::size_t i = 0; i < claims.size(); ++i) {
      CHECK(explained[i].claim == claims[i]);
      CHECK((claims[i].kind == Kind::statement || !explained[i].steps.empty()));
    }
  }
}

TEST_CASE("hostile text takes time in proportion to its size", "[extractor]") {
  Extractor extractor(built_in_rules());
  const char* pieces[] = {"9",
                          "9.",
                          "tỷ ",
                          "(",
                          "“",
                          "1 ",
                          "3, ",
                          "năm ",
                          "5 tỷ đồng ",
                          "từ 5 đến ",
                          "Công ty ",
                          "theo ",
                          "\"",
                          "a",
                          "- ",
                          "\n",
                          "Ông Lê Văn Tám cho biết "};
  for (const char* piece : pieces) {
    std::string text;
    while (text.size() < 200000) text += piece;
    CAPTURE(piece);
    check_offsets(article_of(text), extractor.extract(article_of(text)));
  }
}
