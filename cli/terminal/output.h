// SPDX-License-Identifier: Apache-2.0
// Standard output: data alone, gathered and written in large pieces.
#pragma once

#include <string>
#include <string_view>

namespace socai::cli {

// The reader has closed the pipe: it has seen enough. Ends the program quietly, without an error.
struct OutputClosed {};

class Output {
 public:
  // Throws OutputClosed, or Error(io) where the bytes cannot be written (a full disk).
  void write(std::string_view text);
  void line(std::string_view text) { write(text), write("\n"); }
  void flush();

 private:
  void write_now(std::string_view bytes);

  std::string buffer_;
};

}  // namespace socai::cli
