// SPDX-License-Identifier: Apache-2.0
#include "cli/people/known_messages.h"

#include <array>
#include <cstddef>

namespace socai::cli {
namespace {

// {0} stands for any words, which are kept; at most one place a message, and not at its start.
constexpr std::array kKnown = {
    // the operating system
    Text{"No such file or directory", "không có tệp hay thư mục này"},
    Text{"Permission denied", "không có quyền truy cập"},
    Text{"Is a directory", "là một thư mục"},
    Text{"Not a directory", "không phải là thư mục"},
    Text{"No space left on device", "ổ đĩa đã đầy"},
    Text{"Input/output error", "lỗi đọc/ghi"},
    Text{"Read-only file system", "hệ thống tệp chỉ cho đọc"},
    Text{"Too many levels of symbolic links", "liên kết tượng trưng lồng nhau quá nhiều"},
    Text{"File name too long", "tên tệp quá dài"},
    Text{"No such device or address", "không có thiết bị hay địa chỉ này"},
    Text{"Bad file descriptor", "luồng đã bị đóng"},
    Text{"unable to open database file", "không mở được tệp"},
    Text{"disk I/O error", "lỗi đọc/ghi ổ đĩa"},
    // input
    Text{"standard output", "đầu ra chuẩn"},
    Text{"empty", "rỗng"},
    Text{"neither a file nor a folder", "không phải tệp cũng không phải thư mục"},
    Text{"the text is empty", "văn bản rỗng"},
    Text{"binary: not text", "tệp nhị phân: không phải văn bản"},
    Text{"no articles: docs/inputs.md lists the names of files that a folder is searched for",
         "không có bài nào: docs/inputs.md kê tên những tệp được tìm trong thư mục"},
    Text{"no file has a name of this pattern", "không tệp nào có tên theo mẫu này"},
    Text{"the file changed while it was read", "tệp bị sửa trong khi đang đọc"},
    Text{"the archive is damaged", "tệp nén bị hỏng"},
    Text{"the archive is damaged: {0}", "tệp nén bị hỏng: {0}"},
    Text{"the archive unpacks to more than 256 times its size", "tệp nén bung ra hơn 256 lần kích thước của nó"},
    Text{"archives within archives, more than 5 deep", "tệp nén lồng nhau quá 5 lớp"},
    Text{"the archive is damaged before this record", "kho lưu bị hỏng ở trước bản ghi này"},
    Text{"the record's header is damaged", "phần đầu của bản ghi bị hỏng"},
    Text{"the record does not say how long it is", "bản ghi không cho biết độ dài"},
    Text{"the record ends early", "bản ghi bị cụt"},
    Text{"the end is no part of a web archive", "phần cuối không thuộc kho lưu web"},
    Text{"the page is compressed in a way not known here: {0}", "trang được nén theo cách chưa biết: {0}"},
    Text{"the table has no header line", "bảng không có dòng tiêu đề"},
    Text{"no column of the table is a title or a text", "không cột nào của bảng là tít hay văn bản"},
    Text{"an element longer than 64 MiB; the rest is left out", "một phần tử dài hơn 64 MiB; phần còn lại bị bỏ"},
    Text{"the record has {0}", "số trường của dòng không khớp tiêu đề: {0}"},
    Text{"no such encoding: {0}", "không có bảng mã này: {0}"},
    Text{"not a field and a name: {0}", "không phải trường và tên: {0}"},
    Text{"write title=NAME; the fields are id, url, outlet, published, title and text",
         "viết title=TÊN; các trường là id, url, outlet, published, title và text"},
    Text{"no article: the page is a list of links", "không phải bài báo: trang là một danh sách liên kết"},
    Text{"no article: the page has no running text", "không phải bài báo: trang không có đoạn văn nào"},
    Text{"no article: the page has no text", "không phải bài báo: trang không có chữ"},
    Text{"no article: the page has more than a million elements", "không phải bài báo: trang có hơn một triệu phần tử"},
    Text{"page longer than 16 MiB", "trang dài hơn 16 MiB"},
    Text{"no article: the feed has no items", "không có bài nào: nguồn tin không có mục nào"},
    Text{"no article: the item has no text", "không phải bài báo: mục không có chữ"},
    Text{"line longer than 64 MiB", "dòng dài hơn 64 MiB"},
    Text{"text longer than 64 MiB", "văn bản dài hơn 64 MiB"},
    Text{"the line is no JSON: {0}", "dòng không phải JSON: {0}"},
    Text{"the line is JSON, but no object", "dòng là JSON nhưng không phải một đối tượng"},
    Text{"the object has no \"text\"", "đối tượng không có \"text\""},
    Text{"no gold article", "không có bài chuẩn nào"},
    // rules
    Text{"docs/rules.md describes the rule files", "xem mô tả tệp quy tắc trong docs/rules.md"},
    Text{"docs/annotation.md describes gold files", "xem mô tả tệp chuẩn trong docs/annotation.md"},
    Text{"the rules lack this file", "bộ quy tắc thiếu tệp này"},
    Text{"Start from a copy of the rules/ folder.", "hãy bắt đầu từ một bản sao của thư mục rules/"},
    Text{"--rules takes a folder of rule files.", "--rules cần một thư mục chứa tệp quy tắc"},
    // the ledger
    Text{"no version {0}", "không có phiên bản {0}"},
    Text{"the newest is version {0}", "mới nhất là phiên bản {0}"},
    Text{"no version is as old as {0}", "không có phiên bản nào cũ đến {0}"},
    Text{"log lists the versions", "xem các phiên bản bằng: socai log"},
    Text{"neither a version, a day nor a time: {0}", "không phải số phiên bản, ngày hay giờ: {0}"},
    Text{"write 12, 2026-03-01 or 2026-03-01T10:00+07:00", "viết 12, 2026-03-01 hoặc 2026-03-01T10:00+07:00"},
    Text{"not a ledger: it is a folder", "không phải sổ cái: đó là một thư mục"},
    Text{"not a ledger: it is no file", "không phải sổ cái: đó không phải một tệp"},
    Text{"not a ledger: the file is another program's database",
         "không phải sổ cái: tệp là cơ sở dữ liệu của chương trình khác"},
    Text{"not a ledger: the file is empty", "không phải sổ cái: tệp rỗng"},
    Text{"not a ledger: the file is no SQLite database", "không phải sổ cái: tệp không phải cơ sở dữ liệu SQLite"},
    Text{"the ledger cannot be read or written: {0}", "không đọc hoặc ghi được sổ cái: {0}"},
    Text{"the ledger cannot be written: {0}", "không ghi được sổ cái: {0}"},
    Text{"attempt to write a readonly database", "tệp hoặc thư mục chỉ cho đọc"},
    Text{"the ledger is open elsewhere in WAL mode", "sổ cái đang mở ở nơi khác ở chế độ WAL"},
    Text{"no such ledger", "không có sổ cái này"},
    Text{"no article has the id {0}", "không có bài nào mang mã {0}"},
    Text{"no claim stands that has the id {0}", "không có tuyên bố nào đang có hiệu lực mang mã {0}"},
    Text{"the ledger is damaged: {0}", "sổ cái bị hỏng: {0}"},
    Text{"the disk is full", "ổ đĩa đã đầy"},
    Text{"give the path of a ledger", "hãy chỉ ra đường dẫn của một sổ cái"},
    Text{"remove it to begin a new ledger there", "xóa tệp đó đi để lập sổ mới ở đây"},
    Text{"the ledger cannot be created: {0}", "không tạo được sổ cái: {0}"},
    Text{"the ledger cannot be opened: {0}", "không mở được sổ cái: {0}"},
    Text{"another process is writing the ledger: {0}", "chương trình khác đang ghi sổ cái: {0}"},
    Text{"another process is writing the ledger", "chương trình khác đang ghi sổ cái"},
    Text{"another process is reading the ledger: {0}", "chương trình khác đang đọc sổ cái: {0}"},
    Text{"wait until it is done and try again", "hãy đợi xong rồi thử lại"},
    Text{"the ledger has no version yet", "sổ cái chưa có phiên bản nào"},
    Text{"ingest an article first", "hãy ghi một bài báo trước"},
    Text{"the text is no checkpoint", "văn bản không phải điểm kiểm"},
    Text{"the ledger does not go on from that checkpoint", "sổ cái không tiếp nối điểm kiểm đó"},
    Text{"verify --checkpoint says where they part", "verify --checkpoint cho biết khác nhau từ đâu"},
    Text{"no claim of that checkpoint has the id {0}", "không tuyên bố nào thuộc điểm kiểm đó có mã {0}"},
    Text{"the reason is empty", "lý do để trống"},
    Text{"write it out", "hãy viết rõ"},
    Text{"an id is no alias of itself: {0}", "một mã không phải tên khác của chính nó: {0}"},
    Text{"nobody joined {0}", "chưa ai gộp {0}"},
    Text{"alias list shows the pairs that were", "xem các cặp đã gộp bằng: socai alias list"},
    Text{"nothing is left to take out of article {0}", "không còn gì để gỡ khỏi bài {0}"},
    Text{"a file is there already", "đã có tệp ở đó"},
    Text{"name one that is not there", "hãy chọn tên chưa có"},
    Text{"the new ledger would not verify: {0}", "sổ mới không qua được kiểm tra: {0}"},
    Text{"nothing was made", "không tạo gì cả"},
    Text{"it must be what export wrote, whole; nothing was made",
         "phải đúng và đủ những gì export đã ghi; không tạo gì cả"},
    Text{"the ledger has format {0}", "sổ cái có định dạng {0}"},
    Text{"use a newer socai", "hãy dùng bản socai mới hơn"},
    Text{"run verify", "hãy chạy: socai verify"},
    Text{"run verify, and restore a backup", "hãy chạy: socai verify, rồi khôi phục bản sao lưu"},
    Text{"nothing was recorded; run verify", "chưa ghi gì; hãy chạy: socai verify"},
    Text{"check the permissions of file and folder", "hãy kiểm tra quyền truy cập tệp và thư mục"},
    Text{"free some space and try again", "hãy giải phóng chỗ trống rồi thử lại"},
    Text{"wait until it is done and try again", "hãy đợi chương trình đó xong rồi thử lại"},
    Text{"ingest an article to begin one", "hãy ghi một bài báo để lập sổ"},
    Text{"close that program first", "hãy đóng chương trình đó trước"},
    Text{"interrupted", "bị ngắt"},
};

// The message in Vietnamese if it has the form of `known`.
std::string in_vietnamese(const Text& known, std::string_view message) {
  const std::string_view form = known.en;
  const std::size_t place = form.find("{0}");
  if (place == std::string_view::npos) return message == form ? known.vi : "";
  const std::string_view tail = form.substr(place + 3);
  const bool fits =
      message.size() > place + tail.size() && message.starts_with(form.substr(0, place)) && message.ends_with(tail);
  if (!fits) return {};
  const std::string_view words = message.substr(place, message.size() - place - tail.size());
  return fill(known.vi, {translated(Lang::vi, words)});
}

}  // namespace

std::string translated(Lang lang, std::string_view message) {
  if (lang == Lang::vi) {
    for (const Text& known : kKnown) {
      if (std::string words = in_vietnamese(known, message); !words.empty()) return words;
    }
  }
  return std::string(message);
}

}  // namespace socai::cli
