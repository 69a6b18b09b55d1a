// SPDX-License-Identifier: Apache-2.0
// Inputs cut into slices: pieces of about a megabyte that can be read on their own. Whole lines of JSONL, whole records
// of a table, whole elements of a JSON array, or one whole text or page. Inputs are read piece by piece, so that an
// archive of any length needs little memory, and a file that shrinks meanwhile harms nothing.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/input/input_walk.h"
#include "extractor/read/csv_reader.h"
#include "extractor/read/format.h"
#include "extractor/read/pieces.h"

namespace socai::cli {

// How inputs are to be read, as the command line says.
struct InputForm {
  InputFormat format = InputFormat::automatic;
  std::string encoding;  // empty: it is found out
  FieldNames names;
  bool title_line = false;  // the first line of a text is its title
};

struct Slice {
  std::string file;    // as named on the command line; "-" for standard input
  std::string member;  // of an archive; else empty
  InputFormat format = InputFormat::text;
  std::string bytes;
  std::vector<Piece> pieces;                // of JSON and tables
  std::shared_ptr<const CsvHeader> header;  // of a table
  WebRecord web;
  std::string decoded_from;      // the encoding that the bytes had, where they were made UTF-8 already
  std::size_t lines_before = 0;  // of the same input, for messages
  std::string problem;           // why the input, or the rest of it, is refused; empty: it is not
  std::size_t problem_line = 0;  // 0: the input as a whole
};

class SliceSource {
 public:
  // Takes files and "-" (standard input), in this order. Names are not checked before their turn comes.
  SliceSource(std::vector<std::string> names, InputForm form);
  SliceSource(InputWalk walk, InputForm form);

  std::optional<Slice> next();

  // Bytes of files read so far, and in all (0: not known, as of standard input), for progress.
  std::size_t bytes_read() const { return walk_.bytes_read(); }
  std::size_t bytes_in_all() const;

 private:
  std::optional<Slice> open(Input input);
  std::optional<Slice> open_table();
  void decode_utf16();
  InputFormat format_of_start() const;
  bool fill_to(std::size_t size);
  Slice make_slice() const;
  std::optional<Slice> lines_slice();
  std::optional<Slice> pieces_slice();
  Slice whole_slice();
  Slice refused(const std::string& why, std::size_t line = 0);
  void skip_long_line();
  void close();

  std::vector<std::string> names_;
  InputWalk walk_;
  InputForm form_;
  Input input_;
  bool is_open_ = false;
  bool at_end_ = false;
  InputFormat format_ = InputFormat::text;
  std::string decoded_from_;
  std::string held_;  // read and not yet given out
  std::size_t lines_ = 0;
  std::unique_ptr<PieceFinder> finder_;
  std::shared_ptr<const CsvHeader> header_;
};

}  // namespace socai::cli
