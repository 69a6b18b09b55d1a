// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/input_options.h"

#include <algorithm>
#include <thread>

namespace socai::cli {
namespace {

constexpr std::size_t kMostThreads = 256;

}  // namespace

void InputOptions::add_to(Commands* commands, CLI::App* command) {
  const Context& context = commands->context();
  commands->add_choice(command, "--input-format", &format, {"auto", "text", "jsonl", "html", "feed"},
                       {"Form of the input. text: a file is one article; jsonl: a line is one; html: a web page; feed: "
                        "RSS or Atom; auto: by "
                        "name and content",
                        "Dạng đầu vào. text: mỗi tệp một bài; jsonl: mỗi dòng một bài; html: trang web; feed: RSS hay "
                        "Atom; auto: theo tên "
                        "và nội dung"});
  commands->add_rules(command);
  command
      ->add_option("--threads", threads,
                   context.t({"Threads (default: one for each processor); the output is the same",
                              "Số luồng (mặc định: mỗi bộ xử lý một luồng); kết quả không đổi"}))
      ->type_name("N");
}

InputFormat InputOptions::input_format() const {
  if (format == "text") return InputFormat::text;
  if (format == "html") return InputFormat::html;
  if (format == "feed") return InputFormat::feed;
  return format == "jsonl" ? InputFormat::jsonl : InputFormat::automatic;
}

std::size_t InputOptions::thread_count() const {
  const std::size_t count = threads > 0 ? threads : std::thread::hardware_concurrency();
  return std::clamp<std::size_t>(count, 1, kMostThreads);
}

}  // namespace socai::cli
