// SPDX-License-Identifier: Apache-2.0
#include "cli/people/known_messages.h"

#include <array>

namespace socai::cli {
namespace {

constexpr std::array kKnown = {
    // the operating system
    Text{"No such file or directory", "không có tệp hay thư mục này"},
    Text{"Permission denied", "không có quyền truy cập"},
    Text{"Is a directory", "là một thư mục"},
    Text{"Not a directory", "không phải là thư mục"},
    Text{"No space left on device", "ổ đĩa đã đầy"},
    Text{"Input/output error", "lỗi đọc/ghi"},
    Text{"Read-only file system", "hệ thống tệp chỉ cho đọc"},
    // input
    Text{"standard output", "đầu ra chuẩn"},
    Text{"command line", "dòng lệnh"},
    Text{"empty", "rỗng"},
    Text{"binary: not text", "tệp nhị phân: không phải văn bản"},
    Text{"no articles: a folder is searched for *.txt, *.jsonl and *.json files",
         "không có bài nào: trong thư mục chỉ tìm các tệp *.txt, *.jsonl và *.json"},
    Text{"line longer than 64 MiB", "dòng dài hơn 64 MiB"},
    Text{"text longer than 256 MiB", "văn bản dài hơn 256 MiB"},
};

}  // namespace

std::string translated(Lang lang, std::string_view message) {
  for (const Text& text : kKnown) {
    if (lang == Lang::vi && message == text.en) return text.vi;
  }
  return std::string(message);
}

}  // namespace socai::cli
