// SPDX-License-Identifier: Apache-2.0
// When an article was published, from the forms that pages, feeds and crawlers write it in:
//   2025-02-03, 2025-02-03T10:15:00Z, 20250203T101500+0700            ISO 8601
//   Mon, 03 Feb 2025 10:15:00 +0700                                   RFC 822, of feeds
//   "Thứ Hai, 03/02/2025, 10:15 (GMT+7)", "3/2/2025 10:15", "10:15 - 03/02/2025", "10h15 ngày 3 tháng 2 năm 2025",
//   "03/02/2025 10:15 CH"                                             Vietnamese: the day before the month
//   1738552500, 1738552500000                                         seconds or milliseconds since 1970
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractor/read/page_rules.h"

namespace socai {

// "2025-02-03T10:15:00+07:00", or "2025-02-03" where no time of day is said; nothing where there is no date. A time
// without a zone is Vietnam's; one with another zone is turned into Vietnam's, so that its day is the day that
// "hôm nay" means.
std::optional<std::string> published_time(std::string_view text, const PageRules& rules);

// Whether the text is a date and little else, as under a headline.
bool is_only_a_time(std::string_view text, const PageRules& rules);

}  // namespace socai
