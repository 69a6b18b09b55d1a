// SPDX-License-Identifier: Apache-2.0
#include "cli/people/interval_chart.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "cli/terminal/width.h"

namespace socai::cli {
namespace {

constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kWidest = 64;

double log_of(const Decimal& value) { return std::log10(std::strtod(value.to_string().c_str(), nullptr)); }

bool is_positive(const Decimal& value) { return !value.is_zero() && !value.is_negative(); }

// The bounds of an amount as powers of ten; an absent one is open.
struct Span {
  std::optional<double> low;
  std::optional<double> high;
};

std::optional<Span> span_of(const Amount& amount) {
  Span span;
  if (amount.min && is_positive(*amount.min)) span.low = log_of(*amount.min);
  if (amount.max && is_positive(*amount.max)) span.high = log_of(*amount.max);
  if (!span.low && !span.high) return std::nullopt;
  return span;
}

struct Axis {
  int from = 0;  // exponents of ten
  int to = 1;
  std::size_t width = 0;

  std::size_t column(double exponent) const {
    const double share = (exponent - from) / (to - from);
    return static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(width - 1)));
  }
};

Axis axis_for(const std::vector<Span>& spans, std::size_t width) {
  std::vector<double> ends;
  for (const Span& span : spans) {
    if (span.low) ends.push_back(*span.low);
    if (span.high) ends.push_back(*span.high);
  }
  const auto [low, high] = std::minmax_element(ends.begin(), ends.end());
  Axis axis;
  axis.from = static_cast<int>(std::floor(*low));
  axis.to = std::max(static_cast<int>(std::ceil(*high)), axis.from + 1);
  const bool open_high = std::any_of(spans.begin(), spans.end(), [](const Span& span) { return !span.high; });
  const bool open_low = std::any_of(spans.begin(), spans.end(), [](const Span& span) { return !span.low; });
  if (open_high && axis.to - *high < 0.5) ++axis.to;  // room for an arrow
  if (open_low && *low - axis.from < 0.5) --axis.from;
  axis.width = width;
  return axis;
}

std::string bar(const Span& span, const Axis& axis, bool denied) {
  std::string line(axis.width, ' ');
  const std::size_t low = span.low ? axis.column(*span.low) : 0;
  const std::size_t high = span.high ? axis.column(*span.high) : axis.width - 1;
  std::fill(line.begin() + static_cast<std::ptrdiff_t>(low), line.begin() + static_cast<std::ptrdiff_t>(high) + 1, '-');
  line[low] = span.low ? '|' : '<';
  line[high] = span.high ? '|' : '>';
  if (low == high) line[low] = denied ? 'x' : 'o';
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string ticks(const Axis& axis) {
  std::string line(axis.width, '-');
  for (int exponent = axis.from; exponent <= axis.to; ++exponent) line[axis.column(exponent)] = '+';
  return line;
}

// The powers of ten under their ticks, as many as find room.
std::string tick_labels(const Axis& axis, const Numbers& numbers) {
  std::string line;
  for (int exponent = axis.from; exponent <= axis.to; ++exponent) {
    const std::size_t column = axis.column(exponent);
    const std::size_t used = display_width(line);
    const auto power = Decimal::from_int(1).times_power_of_ten(exponent);
    if (!power || (used > 0 && used + 2 > column)) continue;
    line += std::string(column - used, ' ') + numbers.figure(*power, "");
  }
  return line;
}

}  // namespace

std::string interval_chart(const std::vector<ChartLine>& lines, const Numbers& numbers, std::size_t width) {
  std::vector<Span> spans;
  std::size_t label_width = 0;
  for (const ChartLine& line : lines) {
    const auto span = span_of(line.amount);
    if (!span || line.amount.currency != lines.front().amount.currency) return {};
    spans.push_back(*span);
    label_width = std::max(label_width, display_width(line.label));
  }
  if (spans.empty() || width < kNarrowest + label_width + 2) return {};
  const Axis axis = axis_for(spans, std::min(width - label_width - 2, kWidest));
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    text += pad_right(lines[i].label, label_width) + "  " + bar(spans[i], axis, lines[i].denied) + "\n";
  }
  const std::string indent(label_width + 2, ' ');
  text += indent + ticks(axis) + "\n";
  text += indent + tick_labels(axis, numbers) + "  " + lines.front().amount.currency + "\n";
  return text;
}

}  // namespace socai::cli
