// SPDX-License-Identifier: Apache-2.0
// The articles of a slice, and what was refused in it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "cli/input/slices.h"
#include "extractor/read/reader.h"
#include "extractor/rules/rules.h"

namespace socai::cli {

// Where in the input something stands.
struct InputPlace {
  std::string file;
  std::string member;    // of an archive; else empty
  std::size_t line = 0;  // 0: the input as a whole

  bool operator==(const InputPlace&) const = default;
};

struct Refusal {
  InputPlace place;
  std::string why;
};

// How an article that was taken came out of its bytes.
struct Origin {
  InputPlace place;
  std::string encoding = "utf-8";
  double confidence = 1;
  std::size_t replaced_bytes = 0;  // that are no character of the encoding
};

struct SliceReport {
  std::size_t articles = 0;
  std::vector<Refusal> refused;
  std::vector<Origin> notes;  // of articles that were taken, but not byte for byte
};

// Reuses its parser: one object a thread. `rules` must outlive it.
class SliceReader {
 public:
  SliceReader(const InputForm& form, const Rules& rules) : form_(form), rules_(rules), jsonl_(form.names) {}

  using Take = std::function<void(Article, const Origin&)>;
  SliceReport read(const Slice& slice, const Take& take);

 private:
  void read_lines(const Slice& slice);
  void read_pieces(const Slice& slice);
  void read_whole(const Slice& slice);
  void read_items(const Slice& slice, const Decoded& decoded);
  void give(const Slice& slice, std::size_t line, ReadResult result);

  InputForm form_;
  const Rules& rules_;
  JsonlReader jsonl_;
  std::string encoding_;  // of the slice: as declared, else as found out
  SliceReport report_;
  const Take* take_ = nullptr;
};

}  // namespace socai::cli
