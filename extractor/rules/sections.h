// SPDX-License-Identifier: Apache-2.0
// The names that a section of a *.cases file may have, from the rule file beside it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace socai::rules {

struct SectionNames {
  std::set<std::string> rules;   // each needs a case
  std::set<std::string> others;  // lists without an id of their own: "block", "doing", the roles of [sets]
};

// An id as it stands; "currency.CODE", "currency.none" for what is no currency and
// "currency.implied"; "metric.ID"; "entity.CLASS" for the classes of entities.toml and "entity.known" for the
// gazetteer.
SectionNames section_names(const std::string& file, std::string_view content);

// Whether the file holds rules of language: weights.toml holds trained numbers.
bool needs_cases(const std::string& file);

}  // namespace socai::rules
