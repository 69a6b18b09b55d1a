// SPDX-License-Identifier: Apache-2.0
#include "extractor/attribute/calendar.h"

#include <chrono>

namespace socai {
namespace {

bool digits(std::string_view text, int* value) {
  *value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    *value = *value * 10 + (c - '0');
  }
  return !text.empty();
}

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace

std::optional<Day> parse_day(std::string_view iso) {
  Day day;
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  if (!digits(iso.substr(0, 4), &day.year) || !digits(iso.substr(5, 2), &day.month) ||
      !digits(iso.substr(8, 2), &day.day)) {
    return std::nullopt;
  }
  if (day.month < 1 || day.month > 12 || day.day < 1 || day.day > days_in_month(day.year, day.month))
    return std::nullopt;
  return day;
}

std::string to_iso(const Day& day) {
  return padded(day.year, 4) + "-" + padded(day.month, 2) + "-" + padded(day.day, 2);
}

int days_in_month(int year, int month) {
  const std::chrono::year_month_day_last last{std::chrono::year{year} /
                                              std::chrono::month{static_cast<unsigned>(month)} / std::chrono::last};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

Day first_of(int year, int month) { return {year, month, 1}; }
Day last_of(int year, int month) { return {year, month, days_in_month(year, month)}; }

}  // namespace socai
