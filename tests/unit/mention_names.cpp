// SPDX-License-Identifier: Apache-2.0
// Who and what an article speaks of: where names begin and end, and what points back at them.
#include "extractor/mention/cast.h"
#include "tests/unit/extractor_fixtures.h"

using namespace socai;
using socai::testing::built_in_rules;
using socai::testing::Prepared;

namespace {

std::vector<std::string> actors_of(const char* text, ActorKind kind) {
  const Prepared prepared{std::string(text)};
  Cast cast;
  CastFinder(built_in_rules().tables()).find(prepared.doc, prepared.marks, &cast);
  std::vector<std::string> texts;
  for (const Actor& actor : cast.actors) {
    if (actor.kind == kind) texts.emplace_back(prepared.doc.words(actor.tokens));
  }
  return texts;
}

struct Row {
  const char* text;
  std::vector<std::string> actors;
};

}  // namespace

TEST_CASE("a name holds its head and its line of business, and nothing of what stands beside it", "[names]") {
  const Row rows[] = {
      {"Nợ của Công ty Cổ phần sản xuất Thanh Sơn còn lớn.", {"Công ty Cổ phần sản xuất Thanh Sơn"}},
      {"Đứng sau là Công ty TNHH tư vấn và dịch vụ thương mại Hoàng Mai ở Huế.",
       {"Công ty TNHH tư vấn và dịch vụ thương mại Hoàng Mai", "Huế"}},
      {"Chị bán hàng cho dịch vụ Minh Tâm.", {"Minh Tâm"}},
      {"Cách làm theo Thông tư 45/2014/TT-BTC còn chậm.", {}},
      {"Cách làm theo Quyết định 1474/QĐ-TTg còn chậm.", {}},
      {"Hình minh họa Trên thị trường, giá giảm.", {}},
      {"Chủ tịch Công ty Cổ phần Đầu tư và Phát triển Sao Mai vui.", {"Công ty Cổ phần Đầu tư và Phát triển Sao Mai"}},
      {"Một phóng viên, ông Vũ Văn Lừng, vui.", {"ông Vũ Văn Lừng"}},
      {"Vốn của Nhà nước do Ngân hàng Nhà nước cho vay.", {"Nhà nước", "Ngân hàng Nhà nước"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(actors_of(row.text, ActorKind::named) == row.actors);
  }
}

TEST_CASE("a word for a firm points back where it is no name and counts no others", "[names]") {
  const Row rows[] = {
      {"Sau đó, công ty Hàn Quốc rút lui.", {"công ty Hàn Quốc"}},
      {"Sau đó, các công ty Hàn Quốc rút lui.", {}},
      {"Sau đó, 15 công ty Hàn Quốc rút lui.", {}},
      {"Sau đó, hai công ty này rút lui.", {}},
      {"Sau đó, công ty này rút lui.", {"công ty này"}},
      {"Sau đó, công ty Sao Mai rút lui.", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(actors_of(row.text, ActorKind::pronoun) == row.actors);
  }
}
