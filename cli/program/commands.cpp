// SPDX-License-Identifier: Apache-2.0
#include "cli/program/commands.h"

#include <algorithm>

#include "cli/commands/all.h"
#include "cli/program/suggest.h"

namespace socai::cli {
namespace {

constexpr std::size_t kMostDigits = 18;  // such a number fits in 64 bits

}  // namespace

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

namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) list += (list.empty() ? "" : "|") + name;
  return list;
}

// What is wrong with a word that must be one of the names; empty: nothing.
std::function<std::string(const std::string&)> one_of(std::vector<std::string> names, Context* context) {
  return [context, names = std::move(names)](const std::string& typed) {
    if (std::find(names.begin(), names.end(), typed) != names.end()) return std::string();
    const auto meant = nearest(typed, names);
    std::string message = context->t({"'{0}' is none of {1}", "'{0}' không thuộc {1}"}, {typed, joined(names)});
    if (meant) message += context->t({"; did you mean '{0}'?", "; có phải ý bạn là '{0}'?"}, {*meant});
    return message;
  };
}

}  // namespace

void Commands::add_choice(CLI::App* command, const char* option, std::string* value, std::vector<std::string> names,
                          const Text& help) {
  const auto list = joined(names);
  command->add_option(option, *value, context_->t(help))->check(one_of(std::move(names), context_))->type_name(list);
}

void Commands::add_choices(CLI::App* command, const char* option, std::vector<std::string>* values,
                           std::vector<std::string> names, const Text& help) {
  command->add_option(option, *values, context_->t(help))
      ->check(one_of(std::move(names), context_))
      ->delimiter(',')
      ->type_name("NAME,…");
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
      ->check([context = context_](const std::string& typed) {  // --ledger "$UNSET" is not meant to be ./socai.db
        return typed.empty() ? context->t({"the path is empty", "đường dẫn bị rỗng"}) : "";
      })
      ->type_name("PATH");
}

void Commands::check_counts_of(CLI::App* command) {
  Context* context = context_;
  const auto check = [context](const std::string& typed) {
    const bool digits = typed.find_first_not_of("0123456789") == std::string::npos;
    if (digits && !typed.empty() && typed.size() <= kMostDigits) return std::string();
    return context->t({"'{0}' is no whole number", "'{0}' không phải là số nguyên không âm"}, {typed});
  };
  for (CLI::Option* option : command->get_options()) {
    if (option->get_type_name() == "N") option->check(check);
  }
  for (CLI::App* part : command->get_subcommands(nullptr)) check_counts_of(part);
}

void add_all(Commands* commands) {
  add_extract(commands);
  add_ingest(commands);
  add_watch(commands);
  add_claims(commands);
  add_audit(commands);
  add_show(commands);
  add_log(commands);
  add_diff(commands);
  add_history(commands);
  add_retire(commands);
  add_decide(commands);
  add_alias(commands);
  add_reextract(commands);
  add_redact(commands);
  add_verify(commands);
  add_checkpoint(commands);
  add_proof(commands);
  add_check_proof(commands);
  add_export(commands);
  add_import(commands);
  add_backup(commands);
  add_rules(commands);
  add_eval(commands);
  add_train(commands);
  add_version(commands);
  commands->check_counts();
}

}  // namespace socai::cli
