// SPDX-License-Identifier: Apache-2.0
// socai export: the whole ledger as lines that rebuild it; or its claims as CSV or JSON-LD for other programs.
#include <memory>
#include <string>

#include "cli/commands/all.h"
#include "cli/commands/claim_rows.h"
#include "cli/commands/ledger_options.h"
#include "cli/people/json_ld.h"
#include "ledger/ledger.h"

namespace socai::cli {
namespace {

struct Options {
  std::string format;
  AsOf as_of;
};

void write_claims(const Ledger& ledger, std::optional<VersionNumber> as_of, const std::string& format, Output* out) {
  ClaimQuery query;
  query.as_of = as_of;
  const bool csv = format == "csv";
  out->write(csv ? claim_csv_header() : json_ld_begin());
  bool first = true;
  ledger.for_each_claim(query, [&](const RecordedClaim& row) {
    if (!csv) out->write(first ? "\n" : ",\n");
    out->write(csv ? claim_csv(row) : claim_json_ld(row));
    first = false;
    return true;
  });
  if (!csv) out->write(json_ld_end());
}

ExitCode run_export(const Options& options, Context* context) {
  const Ledger ledger = open_ledger(*context);
  const auto as_of = options.as_of.resolve(ledger);
  if (options.format != "jsonl") {
    write_claims(ledger, as_of, options.format, &context->out);
    return ExitCode::ok;
  }
  if (as_of) {
    throw Error(
        ExitCode::usage, "--as-of",
        context->t({"lines that rebuild a ledger hold all of it", "các dòng để dựng lại sổ cái phải có toàn bộ"}),
        context->t(
            {"leave --as-of out, or choose --format csv or jsonld", "bỏ --as-of, hoặc chọn --format csv hay jsonld"}));
  }
  ledger.export_lines([&](std::string_view line) { context->out.line(line); });
  return ExitCode::ok;
}

}  // namespace

void add_export(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add(
      "export",
      {"Write the whole ledger as lines from which import makes it again, or its claims for other programs",
       "Ghi cả sổ cái thành các dòng để import dựng lại, hoặc các tuyên bố cho chương trình khác"},
      {"  socai export > ledger.jsonl\n"
       "  socai import ledger.jsonl --ledger copy.db\n"
       "  # the same root without this program, with Python alone\n"
       "  python3 docs/verify.py ledger.jsonl\n"
       "  # claims that stand: for a spreadsheet, for the web (schema.org)\n"
       "  socai export --format csv > claims.csv\n"
       "  socai export --format jsonld --as-of 1 > claims.jsonld",
       "  socai export > ledger.jsonl\n"
       "  socai import ledger.jsonl --ledger copy.db\n"
       "  # tính lại mã gốc không cần chương trình này, chỉ cần Python\n"
       "  python3 docs/verify.py ledger.jsonl\n"
       "  # các tuyên bố còn hiệu lực: cho bảng tính, cho web (schema.org)\n"
       "  socai export --format csv > claims.csv\n"
       "  socai export --format jsonld --as-of 1 > claims.jsonld"});
  commands->add_format(command, &options->format, {"jsonl", "csv", "jsonld"});
  options->as_of.add_to(commands, command);
  commands->add_ledger(command);
  commands->set_run(command, [options, context] { return run_export(*options, context); });
}

}  // namespace socai::cli
