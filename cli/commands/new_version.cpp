// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/new_version.h"

#include "cli/commands/ledger_options.h"
#include "cli/program/clock.h"

namespace socai::cli {

void NewVersion::add_to(Commands* commands, CLI::App* command) {
  const Context& context = commands->context();
  command->add_option("-m,--message", message, context.t({"Why: kept with the version", "Lý do: lưu cùng phiên bản"}))
      ->type_name("TEXT");
  command
      ->add_option("--author", author,
                   context.t({"Who (else $SOCAI_AUTHOR, $USER)", "Ai ghi (nếu không: $SOCAI_AUTHOR, $USER)"}))
      ->type_name("NAME");
  command->add_flag("--dry-run", dry_run,
                    context.t({"Say what would be recorded; write nothing", "Cho biết sẽ ghi gì; không ghi"}));
}

VersionInfo NewVersion::info(const std::string& rules, const std::string& otherwise) const {
  return {utc_now(), author.empty() ? user_name() : author, message.empty() ? otherwise : message, rules};
}

Ledger NewVersion::open(const Context& context) {
  open_ledger(context);  // its error is about a ledger that is not there
  return Ledger::open_to_write(context.ledger_path());
}

IngestResult NewVersion::finish(Writer* writer, const std::string& done, const Context& context) const {
  IngestResult result = dry_run ? writer->discard() : writer->seal();
  if (!result.version) {
    context.note(context.t({"nothing is new: no version was made", "không có gì mới: không tạo phiên bản"}));
  } else if (dry_run) {
    context.note(
        context.t({"dry run, nothing was written; would be: {0}", "chạy thử, không ghi gì; nếu ghi: {0}"}, {done}));
  } else {
    context.note(context.t({"version {0}: {1}; root {2}", "phiên bản {0}: {1}; gốc {2}"},
                           {std::to_string(*result.version), done, result.root.substr(0, 12)}));
  }
  return result;
}

}  // namespace socai::cli
