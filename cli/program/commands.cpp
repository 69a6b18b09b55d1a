// SPDX-License-Identifier: Apache-2.0
#include "cli/program/commands.h"

#include <algorithm>

#include "cli/commands/all.h"
#include "cli/program/suggest.h"

namespace socai::cli {

CLI::App* Commands::add(const char* name, const Text& summary, const Text& examples) {
  return add_to(app_, name, summary, examples);
}

CLI::App* Commands::add_to(CLI::App* parent, const char* name, const Text& summary, const Text& examples) {
  CLI::App* command = parent->add_subcommand(name, context_->t(summary));
  command->fallthrough();
  command->footer(context_->t(examples));
  command->get_help_ptr()->description(context_->t({"Show this help", "Hiện phần trợ giúp này"}));
  return command;
}

ExitCode Commands::run() const {
  const CLI::App* command = app_;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return runs_.at(command)();
}

ExitCode Commands::run_named(const char* name) const { return runs_.at(app_->get_subcommand(name))(); }

void Commands::add_choice(CLI::App* command, const char* option, std::string* value, std::vector<std::string> names,
                          const Text& help) {
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : "|") + name;
  Context* context = context_;
  const auto check = [context, names, list](const std::string& typed) {
    if (std::find(names.begin(), names.end(), typed) != names.end()) return std::string();
    const auto meant = nearest(typed, names);
    std::string message = context->t({"'{0}' is none of {1}", "'{0}' không thuộc {1}"}, {typed, list});
    if (meant) message += context->t({"; did you mean '{0}'?", "; có phải ý bạn là '{0}'?"}, {*meant});
    return message;
  };
  command->add_option(option, *value, context_->t(help))->check(check)->type_name(list);
}

void Commands::add_format(CLI::App* command, std::string* format, std::vector<std::string> names) {
  *format = names.front();
  add_choice(command, "--format,-O", format, std::move(names),
             {"Form of the output: text for people, the others for programs",
              "Dạng kết quả: text cho người đọc, các dạng khác cho chương trình"});
}

void Commands::add_rules(CLI::App* command) {
  command
      ->add_option("--rules", context_->rules_folder,
                   context_->t({"Use the rules in this folder, not the built-in ones (also $SOCAI_RULES)",
                                "Dùng quy tắc trong thư mục này thay cho quy tắc có sẵn (hoặc $SOCAI_RULES)"}))
      ->type_name("DIR");
}

void Commands::add_ledger(CLI::App* command) {
  command
      ->add_option("--ledger", context_->ledger,
                   context_->t({"The ledger (else $SOCAI_LEDGER, else ./socai.db)",
                                "Tệp sổ cái (nếu không: $SOCAI_LEDGER, rồi ./socai.db)"}))
      ->type_name("PATH");
}

void add_all(Commands* commands) {
  add_extract(commands);
  add_ingest(commands);
  add_claims(commands);
  add_audit(commands);
  add_show(commands);
  add_log(commands);
  add_diff(commands);
  add_verify(commands);
  add_rules(commands);
  add_eval(commands);
  add_train(commands);
  add_version(commands);
}

}  // namespace socai::cli
