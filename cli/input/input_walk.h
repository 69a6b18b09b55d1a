// SPDX-License-Identifier: Apache-2.0
// The inputs that names stand for, one after another: files, and the members of archives in them to any depth within
// limits.h. What cannot be opened comes as an input with a problem; the others go on.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/input/byte_source.h"
#include "cli/input/container.h"

namespace socai::cli {

struct Input {
  std::string file;    // as named on the command line; "-" for standard input
  std::string member;  // within it, "!" between containers: "inner.zip!a.txt"; empty: the file itself
  std::string name;    // what tells the form: without the endings of compression
  std::unique_ptr<ByteSource> bytes;
  WebRecord web;
  std::string problem;  // why it is refused; empty: it is not
};

class InputWalk {
 public:
  explicit InputWalk(std::vector<std::string> names) : names_(std::move(names)) {}
  // One source, as if it were a file of that name.
  InputWalk(std::string name, std::unique_ptr<ByteSource> bytes);

  // The last input's bytes are done with.
  std::optional<Input> next();

  // Bytes of files read so far.
  std::size_t bytes_read() const { return bytes_read_; }
  // Members of archives whose names are not those of articles.
  std::size_t passed_over() const { return passed_over_; }

 private:
  struct Level {
    std::unique_ptr<Container> container;
    std::string prefix;  // of its members' names
    std::string name;    // of the one member of a compressed file
  };

  std::optional<Input> next_file();
  std::optional<Input> next_member();
  bool open_if_container(Input* input);

  std::vector<std::string> names_;
  std::size_t next_name_ = 0;
  std::unique_ptr<ByteSource> given_;
  std::string file_;
  std::vector<Level> levels_;
  std::optional<Growth> growth_;
  std::size_t bytes_read_ = 0;
  std::size_t passed_over_ = 0;
};

// Whether a folder's file or an archive's member of this name may be an article, by its ending; docs/inputs.md.
bool is_input_name(std::string_view name);

}  // namespace socai::cli
