// SPDX-License-Identifier: Apache-2.0
#include "ledger/times.h"

#include <chrono>
#include <cstdio>

namespace socai {
namespace {

using std::chrono::sys_days;
using std::chrono::sys_seconds;

constexpr std::chrono::hours kVietnamOffset{7};

// Takes `count` digits from the front of the text.
std::optional<int> take_digits(std::string_view* text, std::size_t count) {
  if (text->size() < count) return std::nullopt;
  int number = 0;
  for (const char c : text->substr(0, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  text->remove_prefix(count);
  return number;
}

bool take(std::string_view* text, char c) {
  if (text->empty() || text->front() != c) return false;
  text->remove_prefix(1);
  return true;
}

std::optional<sys_days> take_day(std::string_view* text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, '-')) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return sys_days{date};
}

// "10:00" or "10:00:30"
std::optional<std::chrono::seconds> take_clock(std::string_view* text) {
  const auto hour = take_digits(text, 2);
  if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  int second = 0;
  if (take(text, ':')) {
    const auto given = take_digits(text, 2);
    if (!given || *given > 59) return std::nullopt;
    second = *given;
  }
  return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{second};
}

// "", "Z" or "+07:00", to the end of the text.
std::optional<std::chrono::minutes> take_offset(std::string_view* text) {
  if (text->empty()) return kVietnamOffset;
  if (*text == "Z") return std::chrono::minutes{0};
  const bool west = text->front() == '-';
  if (!west && text->front() != '+') return std::nullopt;
  text->remove_prefix(1);
  const auto hours = take_digits(text, 2);
  if (!hours || *hours > 14 || !take(text, ':')) return std::nullopt;
  const auto minutes = take_digits(text, 2);
  if (!minutes || *minutes > 59 || !text->empty()) return std::nullopt;
  const std::chrono::minutes offset = std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
  return west ? -offset : offset;
}

std::string day_text(sys_days days) {
  const std::chrono::year_month_day date{days};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text;
}

std::string moment_text(sys_seconds moment) {
  const auto days = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::hh_mm_ss clock{moment - days};
  char text[32];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
  return day_text(days) + text;
}

}  // namespace

bool is_utc_moment(std::string_view text) {
  return text.size() == 20 && text.back() == 'Z' && utc_moment_of(text) == text;
}

std::optional<std::string> utc_moment_of(std::string_view text) {
  const auto day = take_day(&text);
  if (!day) return std::nullopt;
  if (text.empty()) return moment_text(*day + std::chrono::days{1} - kVietnamOffset - std::chrono::seconds{1});
  if (!take(&text, 'T') && !take(&text, ' ')) return std::nullopt;
  const auto clock = take_clock(&text);
  if (!clock) return std::nullopt;
  const auto offset = take_offset(&text);
  if (!offset) return std::nullopt;
  return moment_text(*day + *clock - *offset);
}

std::string local_day_of(std::string_view utc_moment) {
  auto text = utc_moment;
  const auto day = take_day(&text);
  if (!day || !take(&text, 'T')) return {};
  const auto clock = take_clock(&text);
  if (!clock) return {};
  return day_text(std::chrono::floor<std::chrono::days>(*day + *clock + kVietnamOffset));
}

std::optional<std::string> leading_day(std::string_view text) {
  auto rest = text;
  const auto day = take_day(&rest);
  if (!day || (!rest.empty() && rest.front() >= '0' && rest.front() <= '9')) return std::nullopt;
  return std::string(text.substr(0, 10));
}

std::int64_t day_number(std::string_view day) {
  const auto days = take_day(&day);
  return days ? days->time_since_epoch().count() : 0;
}

}  // namespace socai
