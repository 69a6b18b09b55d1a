// SPDX-License-Identifier: Apache-2.0
// The input files that names on the command line stand for.
#pragma once

#include <string>
#include <vector>

#include "cli/input/slice_reader.h"

namespace socai::cli {

struct FoundFiles {
  std::vector<std::string> files;
  std::vector<Refusal> refused;  // folders that cannot be read or hold no article, patterns that nothing fits
};

// Files and "-" stand as they are, in the order given. A folder stands for its files whose names are those of articles
// (is_input_name), those of its folders too, sorted by the bytes of their paths; hidden ones are left out, links to
// folders not followed. A name that no file has but that holds "*", "?" or "[" is a pattern, for what fits it, sorted.
FoundFiles find_files(const std::vector<std::string>& names);

}  // namespace socai::cli
