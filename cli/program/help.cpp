// SPDX-License-Identifier: Apache-2.0
#include "cli/program/help.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/terminal/width.h"

namespace socai::cli {
namespace {

constexpr std::size_t kColumn = 30;

struct CodeWords {
  ExitCode code;
  Text words;
};

constexpr CodeWords kCodes[] = {
    {ExitCode::ok, {"done", "xong"}},
    {ExitCode::findings,
     {"findings or differences exist (only with --exit-code)",
      "có phát hiện hoặc khác biệt (chỉ khi dùng --exit-code)"}},
    {ExitCode::usage, {"wrong usage", "dùng sai lệnh"}},
    {ExitCode::partial,
     {"some input could not be read; the rest is done", "một phần đầu vào không đọc được; phần còn lại đã xong"}},
    {ExitCode::invalid_data, {"data is invalid (a rule, a gold file)", "dữ liệu không hợp lệ (quy tắc, tệp chuẩn)"}},
    {ExitCode::integrity, {"verify found that the ledger was altered", "verify thấy sổ cái đã bị sửa"}},
    {ExitCode::not_found,
     {"no such ledger, version, claim or article", "không có sổ cái, phiên bản, tuyên bố hay bài như vậy"}},
    {ExitCode::locked, {"the ledger is in use by another writer", "sổ cái đang được chương trình khác ghi"}},
    {ExitCode::newer_format, {"the ledger was made by a newer socai", "sổ cái do bản socai mới hơn tạo ra"}},
    {ExitCode::io, {"input/output error, disk full", "lỗi đọc/ghi, ổ đĩa đầy"}},
    {ExitCode::interrupted, {"interrupted", "bị ngắt"}},
};

std::string path_of(const CLI::App* app) {
  return app->get_parent() == nullptr ? app->get_name() : path_of(app->get_parent()) + " " + app->get_name();
}

std::string left_of(const CLI::Option* option) {
  if (option->get_positional()) {
    return option->get_name() + (option->get_expected_max() > 1 ? "…" : "");
  }
  std::string left = option->get_name(false, true);
  for (std::size_t at = left.find(','); at != std::string::npos; at = left.find(',', at + 2)) left.insert(at + 1, " ");
  const bool takes_value = option->get_expected_max() > 0 && !option->get_type_name().empty();
  return takes_value ? left + " " + option->get_type_name() : left;
}

}  // namespace

std::string exit_code_table(const Context& context) {
  std::string text = context.t({"Exit codes:\n", "Mã thoát:\n"});
  for (const auto& [code, words] : kCodes) {
    text += "  " + pad_left(std::to_string(static_cast<int>(code)), 3) + "  " + context.t(words) + "\n";
  }
  return text;
}

std::string HelpFormatter::item(const std::string& left, const std::string& words) const {
  const std::size_t room = std::max<std::size_t>(context_->screen.width, kColumn + 30) - kColumn;
  std::string text = "  " + pad_right(left, kColumn - 4);
  if (display_width(left) > kColumn - 4) text += "\n" + std::string(kColumn - 2, ' ');
  bool first = true;
  for (const std::string& line : wrap(words, room)) {
    text += (first ? "  " : std::string(kColumn, ' ')) + line + "\n";
    first = false;
  }
  return text;
}

std::string HelpFormatter::usage(const CLI::App* app) const {
  std::string text = std::string(context_->t({"Usage:", "Cách dùng:"})) + " " + path_of(app);
  text += context_->t({" [OPTION…]", " [TÙY CHỌN…]"});
  if (!app->get_subcommands(nullptr).empty()) text += context_->t({" COMMAND …", " LỆNH …"});
  for (const CLI::Option* option : app->get_options()) {
    if (!option->get_positional()) continue;
    text += option->get_required() ? " " + left_of(option) : " [" + left_of(option) + "]";
  }
  return text + "\n";
}

std::string HelpFormatter::options(const CLI::App* app, bool positional) const {
  std::string text;
  for (const CLI::Option* option : app->get_options()) {
    if (option->get_positional() != positional || option->get_group().empty()) continue;
    text += item(left_of(option), option->get_description());
  }
  return text;
}

std::string HelpFormatter::commands(const CLI::App* app) const {
  std::string text;
  for (const CLI::App* command : app->get_subcommands(nullptr)) {
    if (!command->get_group().empty()) text += item(command->get_name(), command->get_description());
  }
  return text;
}

std::string HelpFormatter::make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const {
  const bool whole = app->get_parent() == nullptr;
  std::string text = path_of(app) + ": " + app->get_description() + "\n\n" + usage(app);
  const std::string arguments = options(app, true);
  if (!arguments.empty()) text += "\n" + arguments;
  const std::string list = commands(app);
  if (!list.empty()) text += std::string("\n") + context_->t({"Commands:\n", "Các lệnh:\n"}) + list;
  text += std::string("\n") + context_->t({"Options:\n", "Tùy chọn:\n"}) + options(app, false);
  if (!whole) {
    text += std::string("\n") + context_->t({"Options of every command: --lang, --color, --quiet (socai --help)\n",
                                             "Tùy chọn của mọi lệnh: --lang, --color, --quiet (socai --help)\n"});
  }
  if (!app->get_footer().empty()) {
    text += std::string("\n") + context_->t({"Examples:\n", "Ví dụ:\n"}) + app->get_footer() + "\n";
  }
  if (whole) text += "\n" + exit_code_table(*context_);
  return text;
}

}  // namespace socai::cli
