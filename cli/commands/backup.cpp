// SPDX-License-Identifier: Apache-2.0
// socai backup: a verified copy of the ledger, while others may write.
#include <memory>
#include <string>

#include "cli/commands/all.h"
#include "cli/commands/ledger_options.h"
#include "cli/program/clock.h"

namespace socai::cli {
namespace {

ExitCode run_backup(const std::string& file, Context* context) {
  const Stopwatch watch;
  const Ledger ledger = open_ledger(*context);
  const Version head = ledger.back_up(file).value_or(Version());
  context->note(context->t(
      {"{0}: version {1}, {2} entries, verified; root {3}; {4}", "{0}: phiên bản {1}, {2} mục, đã kiểm; gốc {3}; {4}"},
      {file, std::to_string(head.number), std::to_string(head.entries), head.root.substr(0, 12), watch.elapsed()}));
  return ExitCode::ok;
}

}  // namespace

void add_backup(Commands* commands) {
  auto file = std::make_shared<std::string>();
  Context* context = &commands->context();
  CLI::App* command =
      commands->add("backup",
                    {"Copy the ledger to a new file and verify the copy, while others may write",
                     "Sao sổ cái sang tệp mới và kiểm bản sao, trong khi chương trình khác vẫn ghi được"},
                    {"  socai backup backup-2025-03-01.db", "  socai backup backup-2025-03-01.db"});
  command->add_option("FILE", *file, context->t({"The copy; no file may be there", "Bản sao; chưa được có tệp này"}))
      ->required();
  commands->add_ledger(command);
  commands->set_run(command, [file, context] { return run_backup(*file, context); });
}

}  // namespace socai::cli
