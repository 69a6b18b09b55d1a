// SPDX-License-Identifier: Apache-2.0
// Moments and days as text. A moment is RFC 3339 in UTC with whole seconds ("2025-02-01T03:15:00Z"), so that texts
// compare as the moments do. Days are those of the proleptic Gregorian calendar, "2025-02-01".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace socai {

// Whether the text is a moment in exactly that form, of a day and time that exist.
bool is_utc_moment(std::string_view text);

// The last second of a day, or the moment, in Asia/Ho_Chi_Minh where no offset is given: "2026-03-01",
// "2026-03-01T10:00", "2026-03-01T10:00:30Z", "2026-03-01T10:00+07:00". nullopt for anything else.
// Asia/Ho_Chi_Minh is UTC+7 all year since 1975, which is all that a ledger's versions can be of.
std::optional<std::string> utc_moment_of(std::string_view text);

// The day, in Asia/Ho_Chi_Minh, of a UTC moment.
std::string local_day_of(std::string_view utc_moment);

// The day that a text such as an article's date begins with, as it is written there; nullopt if it begins with none.
std::optional<std::string> leading_day(std::string_view text);

// Days since 1970-01-01, of a text that leading_day() accepts.
std::int64_t day_number(std::string_view day);

}  // namespace socai
