// SPDX-License-Identifier: Apache-2.0
// JSON, JSONL and tables out of any bytes: pieces lie within the input, one behind the other, and are the same however
// the input comes; what a reader takes is an article in valid UTF-8. The first byte chooses the form and the step.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/read/csv_reader.h"
#include "extractor/read/format.h"
#include "extractor/read/pieces.h"
#include "extractor/text/utf8.h"

using namespace socai;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::unique_ptr<PieceFinder> make_finder(unsigned form) {
  if (form == 0) return std::make_unique<JsonPieces>();
  return std::make_unique<CsvPieces>(form == 1 ? ',' : '\t');
}

std::vector<std::string> cut(unsigned form, std::string_view input, std::size_t step) {
  const auto finder = make_finder(form);
  std::vector<std::string> found;
  std::string held;
  std::size_t line = 0;
  for (std::size_t at = 0; at < input.size(); at += step) {
    held += input.substr(at, step);
    const Pieces pieces = finder->find(held, at + step >= input.size());
    std::size_t end = 0;
    for (const Piece& piece : pieces.whole) {
      require(piece.start >= end && piece.size > 0 && piece.start + piece.size <= held.size() && piece.line >= line);
      end = piece.start + piece.size;
      line = piece.line;
      found.push_back(held.substr(piece.start, piece.size));
    }
    require(pieces.used >= end && pieces.used <= held.size());
    held.erase(0, pieces.used);
  }
  require(held.empty());
  return found;
}

void check(const ReadResult& result) {
  require(result.article.has_value() || result.problem.size() < 10000);
  if (!result.article) return;
  const Article& article = *result.article;
  require(result.problem.empty() && !article.id.empty() && is_valid_utf8(article.text));
  require(!article.title || is_valid_utf8(*article.title));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const unsigned form = data[0] % 3;
  const std::size_t step = data[0] / 3 % 16 + 1;
  const std::string_view input(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto pieces = cut(form, input, std::max<std::size_t>(input.size(), 1));
  require(cut(form, input, step) == pieces);
  JsonlReader reader;
  std::optional<CsvHeader> header;
  for (const std::string& piece : pieces) {
    check(reader.read_line(piece));
    if (form == 0) continue;
    const Decoded decoded = decode(piece);
    if (header) check(header->read_record(decoded.text_of(piece)));
    if (!header) header = CsvHeader::read(decoded.text_of(piece), form == 1 ? ',' : '\t', {});
  }
  detect_format(input);
  return 0;
}
