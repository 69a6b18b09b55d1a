// SPDX-License-Identifier: Apache-2.0
// Where the articles of a long input begin and end, without reading them: so that it can be cut and read piece by
// piece. Both look at each byte once and keep what they know from one call to the next. No bytes make them throw.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace socai {

// Bytes of the input that hold one article, and the line that they begin on, counted from 1.
struct Piece {
  std::size_t start = 0;
  std::size_t size = 0;
  std::size_t line = 0;
};

struct Pieces {
  std::vector<Piece> whole;  // in order; offsets count in the bytes given
  std::size_t used = 0;      // bytes that are done with; what is behind them is to be given again, with more
};

class PieceFinder {
 public:
  virtual ~PieceFinder() = default;

  // `bytes` go on from where the last call's `used` ended. At the end of the input everything is used.
  virtual Pieces find(std::string_view bytes, bool at_end) = 0;
};

// The values of a JSON text: the elements of the array that it is, or values one behind the other. What is no JSON is
// cut as if it were; the reader of the piece says what is wrong.
class JsonPieces : public PieceFinder {
 public:
  Pieces find(std::string_view bytes, bool at_end) override;

 private:
  std::size_t value_end(std::string_view bytes, std::size_t start) const;

  bool in_array_ = false;
  std::size_t line_ = 1;
};

// The records of a CSV or TSV text (RFC 4180: a field in quotation marks may hold line ends). A quotation mark that is
// never closed would swallow the rest: such a record ends with its first line.
class CsvPieces : public PieceFinder {
 public:
  explicit CsvPieces(char separator) : separator_(separator) {}

  Pieces find(std::string_view bytes, bool at_end) override;

  // The longest record that is looked for.
  static constexpr std::size_t kLongest = std::size_t{8} << 20;

 private:
  std::size_t record_end(std::string_view bytes, std::size_t start) const;

  char separator_;
  std::size_t line_ = 1;
};

}  // namespace socai
