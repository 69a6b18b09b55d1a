// SPDX-License-Identifier: Apache-2.0
// The program `socai`: builds the command line, runs one command, and turns what ends it into an exit code.
#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstddef>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <string_view>

#include "cli/program/commands.h"
#include "cli/program/help.h"
#include "cli/program/usage_error.h"

namespace socai::cli {
namespace {

// A file opened later must not get the number of a stream that was closed, and so take its output.
void open_missing_streams() {
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
    if (fcntl(fd, F_GETFD) == -1) open("/dev/null", fd == STDIN_FILENO ? O_RDONLY : O_WRONLY);
  }
}

// The language is needed before parsing: the help that parsing may print is written in it.
std::string lang_option(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--") break;
    if (word.starts_with("--lang=")) return std::string(word.substr(7));
    if (word == "--lang" && i + 1 < argc) return argv[i + 1];
  }
  return {};
}

struct GlobalOptions {
  std::string lang;
  std::string color = "auto";
};

void add_global_options(CLI::App* app, Commands* commands, GlobalOptions* options) {
  Context& context = commands->context();
  app->set_help_flag("-h,--help", context.t({"Show this help; also after a command: socai claims --help",
                                             "Hiện trợ giúp; dùng được sau lệnh: socai claims --help"}));
  commands->add_choice(app, "--lang", &options->lang, {"en", "vi"},
                       {"Language of messages and tables (else LC_ALL, LC_MESSAGES, LANG)",
                        "Ngôn ngữ của thông báo và bảng (nếu không: LC_ALL, LC_MESSAGES, LANG)"});
  commands->add_choice(
      app, "--color", &options->color, {"auto", "always", "never"},
      {"Colour; auto: on a terminal, unless NO_COLOR is set", "Màu; auto: khi ra màn hình, trừ khi có NO_COLOR"});
  app->add_flag("-q,--quiet", context.quiet,
                context.t({"No notes on standard error; errors remain", "Không ghi chú ra luồng lỗi; lỗi vẫn hiện"}));
}

void use_color(Context* context, const std::string& color) {
  const ColorChoice choice = color == "always"  ? ColorChoice::always
                             : color == "never" ? ColorChoice::never
                                                : ColorChoice::automatic;
  context->screen = look_at_terminal(STDOUT_FILENO, choice);
  context->talk = look_at_terminal(STDERR_FILENO, choice);
}

ExitCode parse_and_run(int argc, char** argv, Context* context) {
  CLI::App app(context->t({"who claims what about money in Vietnamese news, in a ledger that forgets nothing",
                           "ai nói gì về tiền trên báo chí tiếng Việt, trong một sổ cái không quên điều gì"}),
               "socai");
  app.formatter(std::make_shared<HelpFormatter>(context));
  Commands commands(&app, context);
  GlobalOptions options;
  add_global_options(&app, &commands, &options);
  bool version = false;
  app.add_flag("--version", version, context->t({"Show the version", "Hiện phiên bản"}));
  add_all(&commands);
  app.require_subcommand(0, 1);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    const CLI::App* command = &app;
    while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
    context->out.write(command->help());
    context->out.flush();
    return ExitCode::ok;
  } catch (const CLI::ParseError& error) {
    throw usage_error(app, error, *context);
  }
  use_color(context, options.color);
  if (!version && app.get_subcommands().empty()) {
    throw Error(ExitCode::usage, "", context->t({"a command is missing", "thiếu tên lệnh"}),
                context->t({"see: socai --help", "xem: socai --help"}));
  }
  const ExitCode code = version ? commands.run_named("version") : commands.run();
  context->out.flush();
  return code;
}

// The one place where what ends a command becomes an exit code.
ExitCode run(int argc, char** argv) {
  Context context(choose_lang(lang_option(argc, argv)));
  try {
    return parse_and_run(argc, argv, &context);
  } catch (const OutputClosed&) {
    return ExitCode::ok;  // the reader of our output has seen enough
  } catch (const Error& error) {
    try {
      context.out.flush();  // what was found before the error stands
    } catch (...) {         // NOLINT(bugprone-empty-catch): the first error is the one to tell
    }
    context.error(error);
    return error.code;
  } catch (const std::bad_alloc&) {
    context.error(Error(ExitCode::io, "", context.t({"out of memory", "hết bộ nhớ"})));
  } catch (const std::exception& error) {
    context.error(Error(ExitCode::io, "", error.what()));
  }
  return ExitCode::io;
}

}  // namespace
}  // namespace socai::cli

int main(int argc, char** argv) {
  socai::cli::open_missing_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is noticed where we write
  return static_cast<int>(socai::cli::run(argc, argv));
}
