// SPDX-License-Identifier: Apache-2.0
// RSS (0.9 to 2.0, RDF) and Atom feeds: an article an item, from content:encoded, content, description or summary,
// whichever says most. Feeds that are no well-formed XML are read as far as they go.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "extractor/read/reader.h"
#include "extractor/rules/rules.h"

namespace socai {

// Calls take(line of the item, result) for each item, in order. `xml` is the whole feed; bytes that are not UTF-8 are
// replaced, so decode other encodings first.
void read_feed(std::string_view xml, const Rules& rules, const std::function<void(std::size_t, ReadResult)>& take);

}  // namespace socai
