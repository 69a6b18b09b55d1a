// SPDX-License-Identifier: Apache-2.0
// socai import: a ledger made again from the lines that export wrote.
#include <fstream>
#include <iostream>
#include <memory>
#include <string>

#include "cli/commands/all.h"
#include "cli/program/clock.h"
#include "cli/program/commands.h"
#include "ledger/ledger.h"

namespace socai::cli {
namespace {

ExitCode run_import(const std::string& file, Context* context) {
  const Stopwatch watch;
  std::ifstream stream;
  if (file != "-") {
    stream.open(file, std::ios::binary);
    if (!stream) {
      throw Error(ExitCode::io, file, context->t({"the file cannot be read", "không đọc được tệp"}),
                  context->t({"socai export writes such files", "socai export tạo ra các tệp này"}));
    }
  }
  std::istream& input = file == "-" ? std::cin : stream;
  const Version head = Ledger::import_lines(
      context->ledger_path(), [&](std::string* line) { return static_cast<bool>(std::getline(input, *line)); });
  context->note(context->t(
      {"{0}: version {1}, {2} entries, verified; root {3}; {4}", "{0}: phiên bản {1}, {2} mục, đã kiểm; gốc {3}; {4}"},
      {context->ledger_path(), std::to_string(head.number), std::to_string(head.entries), head.root.substr(0, 12),
       watch.elapsed()}));
  return ExitCode::ok;
}

}  // namespace

void add_import(Commands* commands) {
  auto file = std::make_shared<std::string>();
  Context* context = &commands->context();
  CLI::App* command =
      commands->add("import",
                    {"Make a ledger from what export wrote: the same entries, the same root",
                     "Dựng sổ cái từ tệp export đã ghi: cùng các mục, cùng mã gốc"},
                    {"  socai import ledger.jsonl --ledger copy.db", "  socai import ledger.jsonl --ledger copy.db"});
  command
      ->add_option("FILE", *file,
                   context->t({"Lines of socai export, or - for standard input",
                               "Các dòng của socai export, hoặc - là đầu vào chuẩn"}))
      ->required();
  commands->add_ledger(command);
  commands->set_run(command, [file, context] { return run_import(*file, context); });
}

}  // namespace socai::cli
