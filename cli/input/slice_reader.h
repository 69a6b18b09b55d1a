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

struct Refusal {
  std::string file;
  std::size_t line = 0;  // 0: the file as a whole
  std::string why;
};

struct SliceReport {
  std::size_t articles = 0;
  std::vector<Refusal> refused;
  std::vector<Refusal> notes;  // taken, but not as it was: bytes replaced
};

// Reuses its parser: one object a thread. `rules` must outlive it.
class SliceReader {
 public:
  explicit SliceReader(const Rules& rules) : rules_(rules) {}

  SliceReport read(const Slice& slice, const std::function<void(const Article&)>& take);

 private:
  void read_items(const Slice& slice);
  void read_one(const Slice& slice, std::size_t line, ReadResult result);

  const Rules& rules_;
  JsonlReader jsonl_;
  SliceReport report_;
  const std::function<void(const Article&)>* take_ = nullptr;
};

}  // namespace socai::cli
