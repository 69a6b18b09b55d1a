// SPDX-License-Identifier: Apache-2.0
// Days of the Gregorian calendar as ISO 8601 text. No clock and no time zone: dates come from the article alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace socai {

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
};

// The day that opens an ISO 8601 date or time; nullopt if it is none.
std::optional<Day> parse_day(std::string_view iso);

std::string to_iso(const Day& day);

int days_in_month(int year, int month);

// The first and last day of a span of whole months.
Day first_of(int year, int month);
Day last_of(int year, int month);

}  // namespace socai
