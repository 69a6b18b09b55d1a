// SPDX-License-Identifier: Apache-2.0
// Ids of names: one id for the spellings that people take for one name.
#include <string>
#include <vector>

#include "catch.h"
#include "extractor/claim/entity_id.h"

using socai::entity_id;
using socai::id_contains;

TEST_CASE("spellings of one name share an id", "[entity_id]") {
  struct Row {
    const char* id;
    std::vector<std::string> names;
  };
  const Row rows[] = {
      {"viet-nam",
       {"Việt Nam", "VIỆT NAM", "viet nam", "Viê\u0323t Nam", "Vi\u1EC7t\u00A0Nam", " Việt-Nam ", "«Việt Nam»"}},
      {"hoa-phat", {"Hòa Phát", "Hoà Phát", "hoa phat"}},
      {"da-nang", {"Đà Nẵng", "Ðà Nẵng", "ðà nẵng", "Da Nang"}},
      {"cong-ty-vingroup", {"Công ty Vingroup", "công ty  \"Vingroup\""}},
      {"ub-nd-xa-5", {"UB.ND xã 5"}},
      {"bun-thit-nuong-39k", {"Bún thịt nướng 39k"}},
  };
  for (const auto& row : rows) {
    for (const auto& name : row.names) {
      CAPTURE(name);
      CHECK(entity_id(name) == row.id);
    }
  }
}

TEST_CASE("a name without letters has no id, and bytes that are no text separate", "[entity_id]") {
  CHECK(entity_id("") == "");
  CHECK(entity_id("… – «»") == "");
  CHECK(entity_id("a\xFFz") == "a-z");
}

TEST_CASE("an id holds its words in a row", "[entity_id]") {
  CHECK(id_contains("cong-ty-ty-le", "ty-le"));
  CHECK(id_contains("ty-le", "ty-le"));
  CHECK_FALSE(id_contains("cong-ty-ty-le", "ty-l"));
  CHECK_FALSE(id_contains("cong-ty", "ty-le"));
  CHECK_FALSE(id_contains("cong-ty", ""));
}
