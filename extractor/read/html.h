// SPDX-License-Identifier: Apache-2.0
// A web page -> its article: title, lede, related links, body and captions as text, time of publication, outlet, URL.
// What a page says of itself for machines comes first, then its structure; rules/pages.toml has what neither tells.
// A page without an article, such as a list of articles, is refused. docs/inputs.md says what is taken and what is not.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractor/read/page_rules.h"
#include "extractor/read/reader.h"
#include "extractor/rules/rules.h"

namespace socai {

// `html` is the whole page; bytes that are not UTF-8 are replaced, so decode other encodings first. `url` is where the
// page came from, if that is known (a web archive says it); a canonical link in the page goes before it.
ReadResult read_page(std::string_view html, const Rules& rules, const std::optional<std::string>& url = std::nullopt);
ReadResult read_page(std::string_view html, const PageRules& rules, const std::optional<std::string>& url);

// The text of a fragment of HTML, as a feed gives it: laid out like that of a page, but with all of its lines.
std::string text_of_fragment(std::string_view html, const Rules& rules);

}  // namespace socai
