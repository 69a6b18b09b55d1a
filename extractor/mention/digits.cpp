// SPDX-License-Identifier: Apache-2.0
// Digits with separators: which mark groups thousands, which one is the decimal sign.
#include <string>
#include <vector>

#include "extractor/mention/number.h"

namespace socai {
namespace {

// ASCII digits for full-width ones (U+FF10..U+FF19), three bytes each.
std::string ascii_digits(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) == 0xEF && i + 2 < text.size()) {
      plain.push_back(static_cast<char>('0' + (static_cast<unsigned char>(text[i + 2]) - 0x90)));
      i += 2;
    } else {
      plain.push_back(text[i]);
    }
  }
  return plain;
}

// The runs of digits between the separators, and the separators.
struct Parts {
  std::vector<std::string> groups{std::string()};
  std::string separators;
};

Parts split(std::string_view text) {
  Parts parts;
  for (const char c : text) {
    if (c == '.' || c == ',') {
      parts.separators.push_back(c);
      parts.groups.emplace_back();
    } else {
      parts.groups.back().push_back(c);
    }
  }
  return parts;
}

// Whether groups[0..last] read as thousands: one to three digits without a leading zero, then three at a time.
bool are_thousands(const Parts& parts, std::size_t last) {
  const auto& first = parts.groups.front();
  if (first.empty() || first.size() > 3 || first.front() == '0') return false;
  for (std::size_t i = 1; i <= last; ++i) {
    if (parts.groups[i].size() != 3) return false;
  }
  return true;
}

std::optional<Decimal> joined(const Parts& parts, bool last_is_decimal) {
  std::string plain;
  for (std::size_t i = 0; i < parts.groups.size(); ++i) {
    if (last_is_decimal && i + 1 == parts.groups.size()) plain.push_back('.');
    plain += parts.groups[i];
  }
  return Decimal::parse(plain);
}

std::optional<Decimal> read_one_separator(const Parts& parts, bool scaled) {
  const bool thousands = are_thousands(parts, 1);
  const bool dot = parts.separators.front() == '.';
  return joined(parts, !(thousands && (dot || !scaled)));
}

}  // namespace

std::optional<Decimal> read_digits(std::string_view digits, bool scaled) {
  const Parts parts = split(ascii_digits(digits));
  const std::size_t count = parts.separators.size();
  if (count == 0) return Decimal::parse(parts.groups.front());
  if (count == 1) return read_one_separator(parts, scaled);
  const char first = parts.separators.front();
  const char last = parts.separators.back();
  const bool alike = parts.separators.find_first_not_of(first) == std::string::npos;
  if (alike) return are_thousands(parts, count) ? joined(parts, false) : std::nullopt;
  // "1.234.567,8" or "1,234,567.8": all but the last group thousands, and the last mark the only one of its kind.
  const bool one_change = parts.separators.find(last) == count - 1;
  return one_change && are_thousands(parts, count - 1) ? joined(parts, true) : std::nullopt;
}

}  // namespace socai
