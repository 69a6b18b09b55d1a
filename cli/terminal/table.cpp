// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal/table.h"

#include <algorithm>
#include <utility>

#include "cli/terminal/width.h"

namespace socai::cli {
namespace {

constexpr std::size_t kGap = 2;               // spaces between columns
constexpr std::size_t kNarrowest[] = {8, 2};  // a column is not cut below the first, and if need be below the second

}  // namespace

void Table::add(std::vector<Cell> cells) {
  for (Cell& cell : cells) cell.text = one_line(cell.text);
  while (cells.size() < columns_.size()) cells.emplace_back("");
  rows_.push_back(std::move(cells));
}

// Takes a column from the widest that may shrink and is wider than `narrowest`; false if there is none.
bool Table::shrink_widest(std::size_t narrowest, std::vector<std::size_t>* widths) const {
  std::size_t* widest = nullptr;
  for (std::size_t i = 0; i < widths->size(); ++i) {
    std::size_t& width = (*widths)[i];
    if (columns_[i].may_shrink && width > narrowest && (widest == nullptr || width > *widest)) widest = &width;
  }
  if (widest != nullptr) --*widest;
  return widest != nullptr;
}

std::vector<std::size_t> Table::widths(const Terminal& terminal) const {
  std::vector<std::size_t> widths;
  for (const Column& column : columns_) widths.push_back(display_width(column.name));
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i].text));
  }
  if (!terminal.is_terminal) return widths;
  std::size_t total = kGap * (widths.size() - 1);
  for (const std::size_t width : widths) total += width;
  for (const std::size_t narrowest : kNarrowest) {
    while (total > terminal.width && shrink_widest(narrowest, &widths)) --total;
  }
  return widths;
}

std::string Table::line(const std::vector<Cell>& cells, const std::vector<std::size_t>& widths,
                        const Terminal& terminal) const {
  std::string line;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const bool last = i + 1 == columns_.size();
    const std::string text = cut_to_width(cells[i].text, widths[i]);
    const std::string space(widths[i] - std::min(widths[i], display_width(text)), ' ');
    const std::string painted = cells[i].style ? terminal.paint(*cells[i].style, text) : text;
    if (columns_[i].align == Align::right) line += space;
    line += painted;
    if (columns_[i].align == Align::left && !last) line += space;
    if (!last) line.append(kGap, ' ');
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line + "\n";
}

std::string Table::render(const Terminal& terminal) const {
  const std::vector<std::size_t> widths = this->widths(terminal);
  std::vector<Cell> header;
  for (const Column& column : columns_) header.emplace_back(column.name, Style::bold);
  std::string text = line(header, widths, terminal);
  for (const auto& row : rows_) text += line(row, widths, terminal);
  return text;
}

}  // namespace socai::cli
