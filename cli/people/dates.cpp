// SPDX-License-Identifier: Apache-2.0
#include "cli/people/dates.h"

#include <unicode/datefmt.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <optional>

namespace socai::cli {
namespace {

std::optional<int> number(std::string_view text, std::size_t at, std::size_t length) {
  if (text.size() < at + length) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, length)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

struct Dates::Formatter {
  std::unique_ptr<icu::DateFormat> days;
  std::unique_ptr<icu::GregorianCalendar> calendar;
};

Dates::Dates(Lang lang) : formatter_(std::make_unique<Formatter>()) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(lang == Lang::vi ? "vi_VN" : "en_US");
  const char* skeleton = lang == Lang::vi ? "yMMdd" : "yMMMd";
  formatter_->days.reset(icu::DateFormat::createInstanceForSkeleton(skeleton, locale, status));
  formatter_->calendar = std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), locale, status);
  if (U_FAILURE(status)) formatter_->days.reset();
  if (formatter_->days) formatter_->days->setTimeZone(*icu::TimeZone::getGMT());
}

Dates::~Dates() = default;
Dates::Dates(Dates&&) noexcept = default;

std::string Dates::day(std::string_view iso) const { return shown(iso, 0, 0); }

std::string Dates::time(std::string_view iso) const {
  constexpr int kVietNam = 7 * 60;  // minutes before UTC; no summer time
  const auto hour = number(iso, 11, 2);
  const auto minute = number(iso, 14, 2);
  if (!hour || !minute || !iso.ends_with('Z')) return std::string(iso);
  const int clock = *hour * 60 + *minute + kVietNam;
  const auto two = [](int value) { return std::string(value < 10 ? "0" : "") + std::to_string(value); };
  return shown(iso, *hour, *minute + kVietNam) + " " + two(clock / 60 % 24) + ":" + two(clock % 60);
}

std::string Dates::shown(std::string_view iso, int hour, int minute) const {
  const auto year = number(iso, 0, 4);
  const auto month = number(iso, 5, 2);
  const auto day = number(iso, 8, 2);
  const bool dashes = iso.size() >= 10 && iso[4] == '-' && iso[7] == '-';
  if (!dashes || !year || !month || !day || *month < 1 || *month > 12 || !formatter_->days) return std::string(iso);
  UErrorCode status = U_ZERO_ERROR;
  formatter_->calendar->clear();
  formatter_->calendar->set(*year, *month - 1, *day, hour, minute);
  icu::UnicodeString words;
  formatter_->days->format(formatter_->calendar->getTime(status), words);
  std::string text;
  words.toUTF8String(text);
  return U_SUCCESS(status) ? text : std::string(iso);
}

}  // namespace socai::cli
