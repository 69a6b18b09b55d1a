// SPDX-License-Identifier: Apache-2.0
#include "cli/program/usage_error.h"

#include <string>
#include <vector>

#include "cli/program/suggest.h"

namespace socai::cli {
namespace {

const CLI::App& innermost(const CLI::App& app) {
  const CLI::App* command = &app;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return *command;
}

std::string path_of(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name() : path_of(*app.get_parent()) + " " + app.get_name();
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* level = &app; level != nullptr; level = level->get_parent()) {
    for (const CLI::Option* option : level->get_options()) {
      for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  return names;
}

std::string advice(const Context& context, const CLI::App& command, const std::optional<std::string>& meant) {
  if (meant) return context.t({"did you mean '{0}'?", "có phải ý bạn là '{0}'?"}, {*meant});
  return context.t({"see: {0} --help", "xem: {0} --help"}, {path_of(command)});
}

// Arguments that nothing takes: a misspelt command or option, or one word too many.
Error unknown_argument(const CLI::App& app, const Context& context) {
  const CLI::App& command = innermost(app);
  const std::vector<std::string> rest = app.remaining(true);
  const std::string word = rest.empty() ? "" : rest.front();
  const bool is_option = word.starts_with("-") && word != "-";
  const bool is_command = !is_option && !command.get_subcommands(nullptr).empty();
  const auto typed = word.substr(0, word.find('='));
  const auto meant = is_option    ? nearest(typed, option_names(command))
                     : is_command ? nearest(word, command_names(command))
                                  : std::nullopt;
  if (is_option && meant == typed) {
    return Error(ExitCode::usage, "",
                 context.t({"the option '{0}' stands before its command", "tùy chọn '{0}' đứng trước lệnh"}, {typed}),
                 context.t({"write it behind: {0} {1}", "hãy viết sau lệnh: {0} {1}"}, {path_of(command), typed}));
  }
  const Text what = is_option    ? Text{"unknown option '{0}'", "không có tùy chọn '{0}'"}
                    : is_command ? Text{"unknown command '{0}'", "không có lệnh '{0}'"}
                                 : Text{"unexpected argument '{0}'", "thừa đối số '{0}'"};
  return Error(ExitCode::usage, "", context.t(what, {word}), advice(context, command, meant));
}

}  // namespace

Error usage_error(const CLI::App& app, const CLI::ParseError& error, const Context& context) {
  const CLI::App& command = innermost(app);
  const std::string kind = error.get_name();
  if (kind == "ExtrasError" || !app.remaining(true).empty()) return unknown_argument(app, context);
  std::string what = error.what();
  if (kind == "RequiredError") {
    const bool no_command = what.find("subcommand") != std::string::npos;
    const std::string option = what.substr(0, what.find(" is required"));
    what = no_command ? context.t({"a command is missing", "thiếu tên lệnh"})
                      : context.t({"{0} is missing", "thiếu {0}"}, {option});
  } else if (kind == "ArgumentMismatch") {
    const std::string option = what.substr(0, what.find(':'));
    what = context.t({"{0} needs one value", "{0} cần đúng một giá trị"}, {option});
  } else if (kind == "ConversionError") {
    const std::string said = "Could not convert: ";  // "Could not convert: --penalty = x"
    if (what.starts_with(said)) what.erase(0, said.size());
    what = context.t({"not a valid value: {0}", "giá trị không hợp lệ: {0}"}, {what});
  }
  return Error(ExitCode::usage, "", what, advice(context, command, std::nullopt));
}

}  // namespace socai::cli
