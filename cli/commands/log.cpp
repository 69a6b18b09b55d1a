// SPDX-License-Identifier: Apache-2.0
// socai log: the versions of the ledger, newest first.
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/all.h"
#include "cli/commands/ledger_options.h"
#include "cli/people/dates.h"
#include "cli/people/numbers.h"
#include "cli/terminal/table.h"
#include "ledger/ledger.h"
#include "ledger/row_json.h"

namespace socai::cli {
namespace {

struct Options {
  std::string format;
  std::size_t limit = 0;
};

void print_table(const std::vector<Version>& versions, Context* context) {
  const Dates dates(context->lang);
  const Numbers numbers(context->lang);
  const auto count = [&](std::int64_t value) { return numbers.count(static_cast<std::size_t>(value)); };
  Table table({{context->t({"version", "phiên bản"}), Align::right, false},
               {context->t({"time (UTC+7)", "lúc (UTC+7)"}), Align::left, false},
               {context->t({"author", "người ghi"})},
               {context->t({"articles", "bài"}), Align::right, false},
               {context->t({"claims", "tuyên bố"}), Align::right, false},
               {context->t({"retired", "rút"}), Align::right, false},
               {context->t({"root", "gốc"}), Align::left, false},
               {context->t({"message", "lý do"})}});
  for (const Version& version : versions) {
    table.add({std::to_string(version.number), dates.time(version.time), version.author, count(version.articles),
               count(version.claims), count(version.retired), version.root.substr(0, 12), version.message});
  }
  context->out.write(table.render(context->screen));
}

ExitCode run_log(const Options& options, Context* context) {
  const Ledger ledger = open_ledger(*context);
  const std::vector<Version> versions = ledger.log(options.limit);
  if (options.format == "jsonl") {
    for (const Version& version : versions) context->out.line(version_to_json(version));
  } else if (options.format == "json") {
    context->out.write("{\"schema\":\"socai.log/1\",\"versions\":[");
    for (std::size_t i = 0; i < versions.size(); ++i)
      context->out.write((i > 0 ? ",\n" : "\n") + version_to_json(versions[i]));
    context->out.line("]}");
  } else if (versions.empty()) {
    context->note(context->t({"the ledger has no version yet", "sổ cái chưa có phiên bản nào"}));
  } else {
    print_table(versions, context);
  }
  return ExitCode::ok;
}

}  // namespace

void add_log(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add(
      "log", {"List the versions of the ledger, newest first", "Liệt kê các phiên bản của sổ cái, mới nhất trước"},
      {"  socai log\n  socai log --limit 5 --format jsonl", "  socai log\n  socai log --limit 5 --format jsonl"});
  command->add_option("--limit", options->limit, context->t({"At most N; 0: all", "Nhiều nhất N; 0: tất cả"}))
      ->type_name("N");
  commands->add_format(command, &options->format, {"text", "json", "jsonl"});
  commands->add_ledger(command);
  commands->set_run(command, [options, context] { return run_log(*options, context); });
}

}  // namespace socai::cli
