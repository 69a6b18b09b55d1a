// SPDX-License-Identifier: Apache-2.0
// The cases of pages.toml: what a page gives, with and without a rule.
#pragma once

#include <optional>
#include <string>

#include "extractor/rules/cases.h"

namespace socai::rules {

inline constexpr const char* kPageRules = "pages.toml";
inline constexpr const char* kPageCases = "pages.cases";

// What came out instead, in the keys of the expectation; nothing where the case holds. `content` is that of pages.toml.
std::optional<std::string> failed_page_case(const Case& one, const std::string& content);

}  // namespace socai::rules
