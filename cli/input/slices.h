// SPDX-License-Identifier: Apache-2.0
// Input files cut into slices: pieces of about a megabyte that can be read on their own. Whole lines of JSONL, or one
// whole file of another form. Files are read piece by piece, so that an archive of any length needs little memory, and
// a file that shrinks meanwhile harms nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extractor/read/reader.h"

namespace socai::cli {

enum class Form { text, jsonl, json, html, feed };

struct Slice {
  std::string name;  // the file as named on the command line; "-" for standard input
  Form form = Form::text;
  std::string bytes;
  std::size_t lines_before = 0;  // of the same file, for messages
  std::string problem;           // why the file, or the rest of it, is refused; empty: it is not
  std::size_t problem_line = 0;  // 0: the file as a whole
};

class SliceSource {
 public:
  // Takes files and "-" (standard input), in this order. Names are not checked before their turn comes.
  SliceSource(std::vector<std::string> names, InputFormat format);
  ~SliceSource();
  SliceSource(const SliceSource&) = delete;
  SliceSource& operator=(const SliceSource&) = delete;

  std::optional<Slice> next();

  // Bytes read so far, and in all (0: not known, as of standard input), for progress.
  std::size_t bytes_read() const { return bytes_read_; }
  std::size_t bytes_in_all() const;

 private:
  std::optional<Slice> open_next();
  std::optional<Slice> first_slice();
  Slice lines_slice();
  Slice whole_file(Form form);
  Slice refused(const std::string& why, std::size_t line = 0);
  bool fill_to(std::size_t size);
  void skip_long_line();
  void close();
  Form form_of_start() const;

  std::vector<std::string> names_;
  std::size_t next_name_ = 0;
  InputFormat format_;
  std::string name_;
  int fd_ = -1;
  bool at_end_ = false;
  bool started_ = false;
  std::string held_;  // read and not yet given out
  std::size_t lines_ = 0;
  std::size_t bytes_read_ = 0;
  std::string failure_;
};

}  // namespace socai::cli
