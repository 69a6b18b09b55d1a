// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace socai::cli {

// All bytes of a file, or of standard input for "-". Throws Error(io) where it cannot be read.
std::string read_whole_file(const std::string& name);

}  // namespace socai::cli
