// SPDX-License-Identifier: Apache-2.0
#include "extractor/read/csv_reader.h"

#include <algorithm>
#include <array>

namespace socai {
namespace {

constexpr std::string_view kBlank = " \t\r\n\v\f";

std::string_view without_blanks(std::string_view text) {
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string_view without_line_end(std::string_view record) {
  if (record.ends_with('\n')) record.remove_suffix(1);
  if (record.ends_with('\r')) record.remove_suffix(1);
  return record;
}

// Takes a field in quotation marks, from behind the first mark on; *at is then behind the last one.
std::string quoted_field(std::string_view record, std::size_t* at) {
  std::string field;
  while (*at < record.size()) {
    const auto mark = std::min(record.find('"', *at), record.size());
    field.append(record, *at, mark - *at);
    *at = mark + 1;
    if (*at >= record.size() || record[*at] != '"') break;
    field += '"';
    ++*at;
  }
  *at = std::min(*at, record.size());
  return field;
}

}  // namespace

std::vector<std::string> split_record(std::string_view record, char separator) {
  record = without_line_end(record);
  std::vector<std::string> fields;
  std::size_t at = 0;
  while (true) {
    std::string field;
    if (at < record.size() && record[at] == '"') {
      ++at;
      field = quoted_field(record, &at);
    }
    const auto end = std::min(record.find(separator, at), record.size());
    fields.push_back(field.append(record, at, end - at));
    if (end == record.size()) return fields;
    at = end + 1;
  }
}

std::optional<CsvHeader> CsvHeader::read(std::string_view record, char separator, const FieldNames& names) {
  if (record.starts_with("\xEF\xBB\xBF")) record.remove_prefix(3);
  const auto cells = split_record(record, separator);
  CsvHeader header;
  header.separator_ = separator;
  header.columns_.resize(cells.size());
  std::array<std::optional<std::size_t>, kArticleFields> chosen;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto name = without_blanks(cells[i]);
    const auto field = names.find(name);
    if (!field) continue;
    auto& column = chosen[static_cast<std::size_t>(*field)];
    if (column && names.rank(*field, without_blanks(cells[*column])) <= names.rank(*field, name)) continue;
    if (column) header.columns_[*column].reset();
    column = i;
    header.columns_[i] = field;
  }
  const auto has = [&](ArticleField field) { return chosen[static_cast<std::size_t>(field)].has_value(); };
  if (!has(ArticleField::text) && !has(ArticleField::title)) return std::nullopt;
  return header;
}

ReadResult CsvHeader::read_record(std::string_view record) const {
  if (without_blanks(record).empty()) return {};
  auto cells = split_record(record, separator_);
  if (cells.size() != columns_.size()) {
    ReadResult result;
    result.problem =
        "the record has " + std::to_string(cells.size()) + " fields, the header " + std::to_string(columns_.size());
    return result;
  }
  Article article;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!columns_[i] || cells[i].empty()) continue;
    switch (*columns_[i]) {
      case ArticleField::id: article.id = std::move(cells[i]); break;
      case ArticleField::url: article.url = std::move(cells[i]); break;
      case ArticleField::outlet: article.outlet = std::move(cells[i]); break;
      case ArticleField::published: article.published = std::move(cells[i]); break;
      case ArticleField::title: article.title = std::move(cells[i]); break;
      case ArticleField::text: article.text = std::move(cells[i]); break;
    }
  }
  return checked(std::move(article));
}

namespace {

// A sentence has blanks where a header has names.
bool is_column_name(std::string_view cell) {
  const auto name = without_blanks(cell);
  return name.size() <= 64 && name.find_first_of(" \t.") == std::string_view::npos;
}

}  // namespace

char detect_separator(std::string_view header, const FieldNames& names) {
  header = header.substr(0, header.find('\n'));
  for (const char separator : {'\t', ',', ';'}) {
    if (header.find(separator) == std::string_view::npos) continue;
    const auto cells = split_record(header, separator);
    if (!std::all_of(cells.begin(), cells.end(), is_column_name)) continue;
    if (CsvHeader::read(header, separator, names)) return separator;
  }
  return '\0';
}

}  // namespace socai
