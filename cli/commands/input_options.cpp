// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/input_options.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <thread>

#include "extractor/claim/error.h"
#include "extractor/read/encoding.h"

namespace socai::cli {
namespace {

constexpr std::size_t kMostThreads = 256;
// In the order of InputFormat.
constexpr std::array<std::string_view, 8> kFormats = {"auto", "text", "jsonl", "json", "csv", "tsv", "html", "feed"};

}  // namespace

void InputOptions::add_to(Commands* commands, CLI::App* command) {
  const Context& context = commands->context();
  commands->add_choice(
      command, "--input-format", &format, {"auto", "text", "jsonl", "json", "csv", "tsv", "html", "feed"},
      {"Form of the input; auto: by name and content. text, html: a file is one article; jsonl: a line is one; json: "
       "one "
       "or an array; csv, tsv: a table with a header; feed: RSS or Atom. Archives are opened by themselves",
       "Dạng đầu vào; auto: theo tên và nội dung. text, html: mỗi tệp một bài; jsonl: mỗi dòng một bài; json: một bài "
       "hoặc một mảng; csv, tsv: bảng có dòng tiêu đề; feed: RSS hoặc Atom. Tệp nén tự được mở"});
  command
      ->add_option("--encoding", encoding,
                   context.t({"What bytes that are not UTF-8 are: utf-16le, windows-1258, viscii, tcvn3, vni, … "
                              "(default: found out)",
                              "Bảng mã của những byte không phải UTF-8: utf-16le, windows-1258, viscii, tcvn3, vni, … "
                              "(mặc định: tự nhận biết)"}))
      ->type_name("NAME");
  command
      ->add_option("--map", maps,
                   context.t({"Name of a field in JSON and tables: --map title=tieu_de --map text=data.body",
                              "Tên trường trong JSON và bảng: --map title=tieu_de --map text=data.body"}))
      ->type_name("FIELD=NAME")
      ->allow_extra_args(false);
  command->add_flag("--title-line", title_line,
                    context.t({"The first line of a text is its title", "Dòng đầu của văn bản là tít bài"}));
  commands->add_rules(command);
  command
      ->add_option("--threads", threads,
                   context.t({"Threads (default: one for each processor); the output is the same",
                              "Số luồng (mặc định: mỗi bộ xử lý một luồng); kết quả không đổi"}))
      ->type_name("N");
}

InputForm InputOptions::form() const {
  InputForm form;
  const auto known = std::find(kFormats.begin(), kFormats.end(), format);
  form.format = static_cast<InputFormat>(known - kFormats.begin());
  form.title_line = title_line;
  if (!encoding.empty()) {
    form.encoding = encoding_name(encoding);
    if (form.encoding.empty()) throw Error(ExitCode::usage, "--encoding", "no such encoding: " + encoding);
  }
  for (const std::string& pair : maps) {
    if (form.names.map(pair)) continue;
    throw Error(ExitCode::usage, "--map", "not a field and a name: " + pair,
                "write title=NAME; the fields are id, url, outlet, published, title and text");
  }
  return form;
}

std::size_t InputOptions::thread_count() const {
  const std::size_t count = threads > 0 ? threads : std::thread::hardware_concurrency();
  return std::clamp<std::size_t>(count, 1, kMostThreads);
}

}  // namespace socai::cli
