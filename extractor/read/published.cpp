// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/published.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <vector>

#include "extractor/text/utf8.h"

namespace socai {
namespace {

constexpr std::size_t kLongest = 200;        // bytes of a text in which a date is looked for
constexpr std::size_t kLongestBetween = 12;  // bytes between day, month and year: " tháng "
constexpr int kVietnam = 7 * 60;             // minutes from UTC
constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

struct Number {
  std::int64_t value = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  constexpr std::size_t digits() const { return end - begin; }
};

struct Moment {
  int year = 0, month = 0, day = 0;
  bool has_time = false;
  int hour = 0, minute = 0, second = 0;
  int zone = kVietnam;  // minutes
  std::size_t date_begin = 0, date_end = 0;
};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_year(const Number& n) { return n.digits() == 4 && n.value >= 1900 && n.value <= 2200; }

bool is_date(std::int64_t year, std::int64_t month, std::int64_t day) {
  using namespace std::chrono;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
         year_month_day{std::chrono::year{static_cast<int>(year)}, std::chrono::month{static_cast<unsigned>(month)},
                        std::chrono::day{static_cast<unsigned>(day)}}
             .ok();
}

class TimeReader {
 public:
  TimeReader(std::string_view text, const PageRules& rules) : text_(lower_case(text)), rules_(rules) { find_numbers(); }

  std::optional<Moment> read() {
    Moment moment;
    if (read_epoch(&moment)) return moment;
    if (!read_date(&moment)) return std::nullopt;
    read_time(&moment);
    return moment;
  }

  const std::string& text() const { return text_; }

 private:
  void find_numbers() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (!is_digit(text_[at])) continue;
      Number number{0, at, at};
      for (; at < text_.size() && is_digit(text_[at]); ++at) {
        if (number.digits() < 18) number.value = number.value * 10 + (text_[at] - '0');
        number.end = at + 1;
      }
      numbers_.push_back(number);
    }
  }

  std::string_view between(std::size_t first) const {
    return std::string_view(text_).substr(numbers_[first].end, numbers_[first + 1].begin - numbers_[first].end);
  }

  bool read_epoch(Moment* moment) const {
    if (numbers_.size() != 1 || numbers_[0].digits() != text_.size()) return false;
    const bool millis = text_.size() == 13;
    if (!millis && text_.size() != 10) return false;
    set_from_utc(numbers_[0].value / (millis ? 1000 : 1), moment);
    return true;
  }

  static void set_from_utc(std::int64_t seconds, Moment* moment) {
    const std::chrono::sys_days day{std::chrono::days{seconds / 86400}};
    const std::chrono::year_month_day date{day};
    moment->year = static_cast<int>(date.year());
    moment->month = static_cast<int>(static_cast<unsigned>(date.month()));
    moment->day = static_cast<int>(static_cast<unsigned>(date.day()));
    moment->has_time = true;
    const auto rest = static_cast<int>(seconds % 86400);
    moment->hour = rest / 3600, moment->minute = rest / 60 % 60, moment->second = rest % 60;
    moment->zone = 0;
  }

  bool read_date(Moment* moment) const {
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      if (read_compact(i, moment) || read_three(i, moment) || read_named_month(i, moment)) return true;
    }
    return false;
  }

  bool set_date(std::int64_t year, std::int64_t month, std::int64_t day, Moment* moment) const {
    if (!is_date(year, month, day)) return false;
    moment->year = static_cast<int>(year), moment->month = static_cast<int>(month), moment->day = static_cast<int>(day);
    return true;
  }

  bool set_place(std::size_t first, std::size_t last, Moment* moment) const {
    moment->date_begin = numbers_[first].begin;
    moment->date_end = numbers_[last].end;
    return true;
  }

  // "20250203", alone or before "T".
  bool read_compact(std::size_t i, Moment* moment) const {
    const Number& n = numbers_[i];
    if (n.digits() != 8 || (n.end < text_.size() && text_[n.end] != 't')) return false;
    return n.value / 10000 >= 1900 && set_date(n.value / 10000, n.value / 100 % 100, n.value % 100, moment) &&
           set_place(i, i, moment);
  }

  // "2025-02-03", "3/2/2025", "3 tháng 2 năm 2025".
  bool read_three(std::size_t i, Moment* moment) const {
    if (i + 2 >= numbers_.size()) return false;
    const Number &a = numbers_[i], &b = numbers_[i + 1], &c = numbers_[i + 2];
    if (!joins(between(i)) || !joins(between(i + 1)) || b.digits() > 2) return false;
    if (is_year(a) && c.digits() <= 2)
      return set_date(a.value, b.value, c.value, moment) && set_place(i, i + 2, moment);
    if (a.digits() > 2) return false;
    std::int64_t year = c.value;
    if (c.digits() == 2 && between(i) == "/" && between(i + 1) == "/") {
      year += 2000;
    } else if (!is_year(c)) {
      return false;
    }
    return (set_date(year, b.value, a.value, moment) || set_date(year, a.value, b.value, moment)) &&
           set_place(i, i + 2, moment);
  }

  // What may stand between the parts of a date: a mark, or a short word.
  static bool joins(std::string_view text) {
    if (text.empty() || text.size() > kLongestBetween) return false;
    return text.find_first_of(":,;|()") == std::string_view::npos && text.find(" - ") == std::string_view::npos;
  }

  // "03 Feb 2025", "Feb 3, 2025".
  bool read_named_month(std::size_t i, Moment* moment) const {
    if (i + 1 >= numbers_.size() || numbers_[i].digits() > 2 || !is_year(numbers_[i + 1])) return false;
    const std::size_t before = numbers_[i].begin > 12 ? numbers_[i].begin - 12 : 0;
    for (const std::string_view where :
         {between(i), std::string_view(text_).substr(before, numbers_[i].begin - before)}) {
      for (std::size_t month = 0; month < kMonths.size(); ++month) {
        if (where.size() <= kLongestBetween && where.find(kMonths[month]) != std::string_view::npos) {
          return set_date(numbers_[i + 1].value, static_cast<std::int64_t>(month) + 1, numbers_[i].value, moment) &&
                 set_place(i, i + 1, moment);
        }
      }
    }
    return false;
  }

  bool read_time(Moment* moment) const {
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      const Number& hour = numbers_[i];
      if (hour.begin >= moment->date_begin && hour.begin < moment->date_end) continue;
      if (hour.digits() == 6 && hour.begin > 0 && text_[hour.begin - 1] == 't') {
        return set_time(hour.value / 10000, hour.value / 100 % 100, hour.value % 100, i, moment);
      }
      if (i + 1 == numbers_.size() || hour.digits() > 2 || numbers_[i + 1].digits() > 2) continue;
      const std::string_view mark = between(i);
      if (mark != ":" && mark != "h" && mark != "g") continue;
      const bool has_seconds = mark == ":" && i + 2 < numbers_.size() && between(i + 1) == ":";
      const std::size_t last = i + (has_seconds ? 2 : 1);
      if (set_time(hour.value, numbers_[i + 1].value, has_seconds ? numbers_[last].value : 0, last, moment))
        return true;
    }
    return false;
  }

  bool set_time(std::int64_t hour, std::int64_t minute, std::int64_t second, std::size_t last, Moment* moment) const {
    if (hour > 23 || minute > 59 || second > 60) return false;
    moment->has_time = true;
    moment->hour = static_cast<int>(hour), moment->minute = static_cast<int>(minute);
    moment->second = static_cast<int>(std::min<std::int64_t>(second, 59));
    std::size_t at = numbers_[last].end;
    if (at < text_.size() && text_[at] == '.' && last + 1 < numbers_.size()) at = numbers_[last + 1].end;  // ".250"
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '(')) ++at;
    const std::string_view rest = std::string_view(text_).substr(at);
    if (starts_with_word(rest, rules_.afternoon) && moment->hour < 12) moment->hour += 12;
    if (starts_with_word(rest, rules_.morning) && moment->hour == 12) moment->hour = 0;
    read_zone(rest, moment);
    return true;
  }

  static bool starts_with_word(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return text.starts_with(word) &&
             (text.size() == word.size() || !is_letter(utf8_decode(text.data() + word.size())));
    });
  }

  static void read_zone(std::string_view rest, Moment* moment) {
    for (const std::string_view name : {"gmt", "utc", "z"}) {
      const auto at = rest.substr(0, 24).find(name);
      if (at == std::string_view::npos || (name == "z" && at != 0)) continue;
      moment->zone = 0;
      rest.remove_prefix(at + name.size());
      break;
    }
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (rest.empty() || (rest[0] != '+' && rest[0] != '-')) return;
    std::size_t end = 1;
    while (end < rest.size() && end < 6 && (is_digit(rest[end]) || rest[end] == ':')) ++end;
    if (end < rest.size() && (rest[end] == '/' || rest[end] == '-' || is_digit(rest[end]))) return;  // a date follows
    std::string digits;
    for (const char c : rest.substr(1, end - 1)) {
      if (is_digit(c)) digits.push_back(c);
    }
    if (digits.empty() || digits.size() > 4) return;
    const int value = std::stoi(digits);
    const int minutes = digits.size() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
    if (minutes <= 14 * 60) moment->zone = rest[0] == '+' ? minutes : -minutes;
  }

  const std::string text_;
  const PageRules& rules_;
  std::vector<Number> numbers_;
};

std::string two(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string to_text(const Moment& moment) {
  using namespace std::chrono;
  sys_days day = sys_days{year{moment.year} / moment.month / moment.day};
  int minutes = moment.hour * 60 + moment.minute + (moment.has_time ? kVietnam - moment.zone : 0);
  const int days_over = minutes >= 0 ? minutes / 1440 : -((1439 - minutes) / 1440);
  day += days{days_over};
  minutes -= days_over * 1440;
  const year_month_day date{day};
  std::string text = std::to_string(static_cast<int>(date.year())) + '-' +
                     two(static_cast<int>(static_cast<unsigned>(date.month()))) + '-' +
                     two(static_cast<int>(static_cast<unsigned>(date.day())));
  if (moment.has_time) text += 'T' + two(minutes / 60) + ':' + two(minutes % 60) + ':' + two(moment.second) + "+07:00";
  return text;
}

}  // namespace

std::optional<std::string> published_time(std::string_view text, const PageRules& rules) {
  const auto moment = TimeReader(text.substr(0, kLongest), rules).read();
  if (!moment) return std::nullopt;
  return to_text(*moment);
}

bool is_only_a_time(std::string_view text, const PageRules& rules) {
  constexpr std::size_t kLongestTime = 60;
  return text.size() <= kLongestTime && published_time(text, rules).has_value();
}

}  // namespace socai
