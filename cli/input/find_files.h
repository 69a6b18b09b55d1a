// SPDX-License-Identifier: Apache-2.0
// The input files that names on the command line stand for.
#pragma once

#include <string>
#include <vector>

#include "cli/input/slice_reader.h"

namespace socai::cli {

struct FoundFiles {
  std::vector<std::string> files;
  std::vector<Refusal> refused;  // folders that cannot be read or hold no article
};

// Files and "-" stand as they are, in the order given. A folder stands for its *.txt, *.jsonl, *.json, *.html, *.htm
// and *.xml files, those of its folders too, sorted by the bytes of their paths; hidden ones are left out, links to
// folders not followed.
FoundFiles find_files(const std::vector<std::string>& names);

}  // namespace socai::cli
