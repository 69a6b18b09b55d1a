// SPDX-License-Identifier: Apache-2.0
// A table of columns for people. On a terminal it is cut to the width of the terminal: columns that may shrink lose
// their ends ("…"), the widest first. Elsewhere nothing is cut.
//
//   Table table({{"who"}, {"amount", Align::right}});
//   table.add({{"DeepSeek"}, {"5,576 triệu USD", Style::bold}});
//   out->write(table.render(terminal));
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/terminal/terminal.h"

namespace socai::cli {

enum class Align { left, right };

struct Column {
  std::string name;
  Align align = Align::left;
  bool may_shrink = true;
};

struct Cell {
  std::string text;
  std::optional<Style> style;

  Cell(std::string words) : text(std::move(words)) {}  // NOLINT(google-explicit-constructor): most cells are plain
  Cell(const char* words) : text(words) {}             // NOLINT(google-explicit-constructor)
  Cell(std::string words, std::optional<Style> look) : text(std::move(words)), style(look) {}
};

class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // One row; a missing cell is empty. Texts are made safe with one_line().
  void add(std::vector<Cell> cells);

  bool empty() const { return rows_.empty(); }

  // The header and the rows, each ended by a newline.
  std::string render(const Terminal& terminal) const;

 private:
  bool shrink_widest(std::size_t narrowest, std::vector<std::size_t>* widths) const;
  std::vector<std::size_t> widths(const Terminal& terminal) const;
  std::string line(const std::vector<Cell>& cells, const std::vector<std::size_t>& widths,
                   const Terminal& terminal) const;

  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace socai::cli
