// SPDX-License-Identifier: Apache-2.0
// Articles of a table with a header line: CSV or TSV, an article a record.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/read/fields.h"
#include "extractor/read/reader.h"

namespace socai {

// The fields of one record, out of their quotation marks. A mark within a field that does not begin with one is a sign
// like others, as spreadsheets take it.
std::vector<std::string> split_record(std::string_view record, char separator);

// Which column holds which field.
class CsvHeader {
 public:
  // The first record of a table, or nothing where none of its columns is a title or a text.
  static std::optional<CsvHeader> read(std::string_view record, char separator, const FieldNames& names);

  // One record, in UTF-8. A blank one gives neither an article nor a problem.
  ReadResult read_record(std::string_view record) const;

 private:
  char separator_ = ',';
  std::vector<std::optional<ArticleField>> columns_;
};

// The sign that parts the columns of a header line that names an article's fields: a comma, a tab or a semicolon;
// '\0': it is no such line.
char detect_separator(std::string_view header, const FieldNames& names);

}  // namespace socai
