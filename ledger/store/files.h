// SPDX-License-Identifier: Apache-2.0
// What a ledger needs of the file system besides SQLite. Nothing here opens an existing ledger file: closing it would
// drop the locks that SQLite holds on it in this process (POSIX).
#pragma once

#include <functional>
#include <string>

namespace socai {

// Throws not_found where nothing is at `path`, invalid_data where it is no file or an empty one, io where it
// may not be read.
void check_is_file(const std::string& path);

// Lets `make` write a new file beside `path`, and puts it there under its name when it is whole, unless a file is
// there by then. Throws io.
void create_whole(const std::string& path, const std::function<void(const std::string& draft)>& make);

}  // namespace socai
