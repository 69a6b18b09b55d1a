// SPDX-License-Identifier: Apache-2.0
// socai audit: which figures contradict each other, and why they do or only seem to.
#include "ledger/audit/audit.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/all.h"
#include "cli/commands/audit_options.h"
#include "cli/commands/audit_text.h"
#include "cli/commands/ledger_options.h"
#include "ledger/audit/finding_json.h"
#include "ledger/ledger.h"

namespace socai::cli {
namespace {

constexpr Verdict kVerdicts[] = {Verdict::refuted,    Verdict::contradicts, Verdict::part_exceeds_whole,
                                 Verdict::unit_slip,  Verdict::revised,     Verdict::strained,
                                 Verdict::apparent,   Verdict::superseded,  Verdict::refines,
                                 Verdict::compatible, Verdict::same,        Verdict::not_comparable};

struct Options {
  std::string about, verdict, format;
  AsOf as_of;
  bool all = false;
  bool exit_code = false;
  std::size_t details = 10;
};

AuditOptions options_for(const Options& options, const Ledger& ledger, std::optional<VersionNumber> as_of,
                         Context* context) {
  AuditOptions audit = audit_options(context->rules());
  audit.all = options.all;
  audit.aliases = ledger.aliases(as_of);
  if (!options.verdict.empty()) audit.only = parse_verdict(options.verdict);
  if (!options.about.empty()) audit.about = context->rules().resolve_id(options.about);
  return audit;
}

void print_text(const std::vector<Finding>& findings, std::size_t claims, const Options& options, Context* context) {
  const Numbers numbers(context->lang);
  if (findings.empty()) {
    return context->note(context->t({"{0} claims compared: no finding", "đã so {0} tuyên bố: không có phát hiện nào"},
                                    {numbers.count(claims)}));
  }
  const AuditText text(context->lang, context->screen);
  context->out.write(text.table(findings) + "\n");
  const std::size_t shown = options.details == 0 ? findings.size() : std::min(options.details, findings.size());
  for (std::size_t i = 0; i < shown; ++i) context->out.write(text.block(findings[i]));
  if (shown < findings.size()) {
    context->note(context->t({"{0} of {1} findings shown in full; all of them: --details 0",
                              "xem đầy đủ {0} trong {1} phát hiện; tất cả: --details 0"},
                             {numbers.count(shown), numbers.count(findings.size())}));
  }
}

void print_records(const std::vector<Finding>& findings, VersionNumber as_of, const std::string& format, Output* out) {
  if (format == "csv") out->write(finding_csv_header());
  if (format == "json") {
    out->write("{\"schema\":\"socai.audit/1\",\"as_of\":" + std::to_string(as_of) + ",\"findings\":[");
  }
  bool first = true;
  for (const Finding& finding : findings) {
    if (format == "json") out->write(first ? "\n" : ",\n");
    first = false;
    out->write(format == "csv" ? finding_csv(finding) : finding_to_json(finding));
    if (format == "jsonl") out->write("\n");
  }
  if (format == "json") out->line("]}");
}

ExitCode run_audit(const Options& options, Context* context) {
  const Ledger ledger = open_ledger(*context);
  const auto as_of = options.as_of.resolve(ledger);
  ClaimQuery query;
  query.with_sentence = true;
  query.as_of = as_of;
  const std::vector<RecordedClaim> claims = ledger.claims(query).rows;
  const std::vector<Finding> findings = audit(claims, options_for(options, ledger, as_of, context));
  if (options.format == "text") {
    print_text(findings, claims.size(), options, context);
  } else {
    print_records(findings, as_of.value_or(ledger.head_number()), options.format, &context->out);
  }
  const bool conflict = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return !options.verdict.empty() || is_conflict(finding.verdict);
  });
  return options.exit_code && conflict ? ExitCode::findings : ExitCode::ok;
}

std::vector<std::string> verdict_names() {
  std::vector<std::string> names;
  for (const Verdict verdict : kVerdicts) {
    names.emplace_back(to_string(verdict));
    std::replace(names.back().begin(), names.back().end(), ' ', '-');
  }
  return names;
}

}  // namespace

void add_audit(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add(
      "audit", {"Show which figures contradict each other, and why", "Xem số liệu nào mâu thuẫn với nhau, và vì sao"},
      {"  socai audit\n"
       "  socai audit --about deepseek --verdict apparent\n"
       "  # for a script: 1 if there is a conflict\n"
       "  socai audit --exit-code --format jsonl",
       "  socai audit\n"
       "  socai audit --about deepseek --verdict apparent\n"
       "  # cho kịch bản: mã 1 nếu có mâu thuẫn\n"
       "  socai audit --exit-code --format jsonl"});
  command
      ->add_option("--about", options->about,
                   context->t({"Only figures of this subject", "Chỉ số liệu về chủ thể này"}))
      ->type_name("NAME");
  commands->add_choice(command, "--verdict", &options->verdict, verdict_names(),
                       {"Only findings of this kind", "Chỉ những phát hiện loại này"});
  command->add_flag(
      "--all", options->all,
      context->t({"Every related pair, also those that agree", "Mọi cặp liên quan, cả những cặp khớp nhau"}));
  options->as_of.add_to(commands, command);
  command
      ->add_option("--details", options->details,
                   context->t({"Show the first N in full; 0: all (default: 10)",
                               "Xem đầy đủ N phát hiện đầu; 0: tất cả (mặc định: 10)"}))
      ->type_name("N");
  command->add_flag("--exit-code", options->exit_code,
                    context->t({"Exit with 1 if there is a conflict (with --verdict: a finding)",
                                "Thoát với mã 1 nếu có mâu thuẫn (với --verdict: nếu có phát hiện)"}));
  commands->add_format(command, &options->format, {"text", "json", "jsonl", "csv"});
  commands->add_ledger(command);
  commands->add_rules(command);
  commands->set_run(command, [options, context] { return run_audit(*options, context); });
}

}  // namespace socai::cli
