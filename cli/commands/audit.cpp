// SPDX-License-Identifier: Apache-2.0
// socai audit: which figures contradict each other, and why they do or only seem to.
#include "ledger/audit/audit.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/all.h"
#include "cli/commands/audit_explain.h"
#include "cli/commands/audit_filter.h"
#include "cli/commands/audit_options.h"
#include "cli/commands/audit_text.h"
#include "cli/commands/ledger_options.h"
#include "cli/input/whole_file.h"
#include "ledger/audit/finding_json.h"
#include "ledger/ledger.h"

namespace socai::cli {
namespace {

struct Options {
  std::string about, format, explain, rates;
  AuditFilter filter;
  std::vector<std::string> fail_on;
  AsOf as_of;
  std::string new_since;
  bool all = false;
  bool exit_code = false;
  std::size_t details = 10;
};

// A ledger's claims, as of a version, and what the audit finds in them.
class Audited {
 public:
  Audited(const Ledger& ledger, std::optional<VersionNumber> as_of, AuditOptions options) {
    claims_ = claims_to_audit(ledger, as_of);
    options.aliases = ledger.aliases(as_of);
    options.decisions = ledger.decisions(as_of);
    findings_ = audit(claims_, options);
  }

  std::size_t figures() const {
    return static_cast<std::size_t>(std::count_if(
        claims_.begin(), claims_.end(), [](const RecordedClaim& row) { return row.claim.amount.has_value(); }));
  }
  std::vector<Finding>& findings() { return findings_; }

 private:
  std::vector<RecordedClaim> claims_;
  std::vector<Finding> findings_;
};

AuditOptions options_for(const Options& options, Context* context) {
  AuditOptions audit = audit_options(context);
  const bool named = std::any_of(options.filter.verdicts.begin(), options.filter.verdicts.end(), [](const auto& name) {
    return !calls_for_a_look(parse_verdict(name).value_or(Verdict::same));
  });
  audit.all = options.all || named || !options.explain.empty();
  audit.with_support = !options.explain.empty();
  if (!options.about.empty()) audit.about = context->rules().resolve_id(options.about);
  if (!options.rates.empty()) audit.rates = Rates::parse(read_whole_file(options.rates), options.rates);
  return audit;
}

// Takes out what stood alike at the version before.
void keep_new(const std::vector<Finding>& before, std::vector<Finding>* findings) {
  std::map<std::string, Verdict> known;
  for (const auto& finding : before) known.emplace(finding.id, finding.verdict);
  std::erase_if(*findings, [&](const Finding& finding) {
    const auto found = known.find(finding.id);
    return found != known.end() && found->second == finding.verdict;
  });
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

// The one finding whose id begins so.
ExitCode explain(const Options& options, const std::vector<Finding>& findings, Context* context) {
  std::vector<const Finding*> found;
  for (const auto& finding : findings) {
    if (finding.id.starts_with(options.explain)) found.push_back(&finding);
  }
  if (found.size() != 1) {
    throw Error(ExitCode::not_found, options.explain,
                found.empty() ? context->t({"no finding has this id", "không có phát hiện nào mang mã này"})
                              : context->t({"several findings begin so", "nhiều phát hiện bắt đầu như vậy"}),
                context->t({"socai audit --all shows the ids", "socai audit --all cho xem các mã"}));
  }
  if (options.format == "text") {
    context->out.write(explain_finding(*found.front(), context->lang, context->screen));
  } else {
    context->out.line(finding_to_json(*found.front()));
  }
  return ExitCode::ok;
}

// The names, metric and days as the ledger writes them.
AuditFilter understood(const AuditFilter& typed, const Ledger& ledger, Context* context) {
  AuditFilter filter = typed;
  filter.sources.clear();
  for (const auto& name : typed.sources) {
    for (auto& id : names_for(name, context->rules())) filter.sources.push_back(std::move(id));
  }
  if (!typed.metric.empty()) filter.metric = metric_for(typed.metric, ledger, context);
  if (!typed.since.empty()) filter.since = day_for(typed.since, "--from", *context);
  if (!typed.until.empty()) filter.until = day_for(typed.until, "--to", *context);
  return filter;
}

ExitCode run_audit(const Options& options, Context* context) {
  const Ledger ledger = open_ledger(*context);
  const AuditFilter filter = understood(options.filter, ledger, context);
  const auto as_of = options.as_of.resolve(ledger);
  const AuditOptions audit = options_for(options, context);
  Audited audited(ledger, as_of, audit);
  auto& findings = audited.findings();
  if (!options.explain.empty()) return explain(options, findings, context);
  if (!options.new_since.empty()) {
    keep_new(Audited(ledger, ledger.resolve_as_of(options.new_since), audit).findings(), &findings);
  }
  std::erase_if(findings, [&](const Finding& finding) { return !filter.passes(finding); });
  if (options.format == "text") {
    print_text(findings, audited.figures(), options, context);
  } else {
    print_records(findings, as_of.value_or(ledger.head_number()), options.format, &context->out);
  }
  std::vector<std::string> fail_on = options.fail_on;
  if (options.exit_code) fail_on.emplace_back(options.filter.verdicts.empty() ? "conflict" : "any");
  const bool failed =
      std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return fails(finding, fail_on); });
  return failed ? ExitCode::findings : ExitCode::ok;
}

void add_filters(Commands* commands, CLI::App* command, Options* options) {
  const Context& context = commands->context();
  command
      ->add_option("--about", options->about, context.t({"Only figures of this subject", "Chỉ số liệu về chủ thể này"}))
      ->type_name("NAME");
  command
      ->add_option(
          "--by", options->filter.sources,
          context.t({"Only where a side is by this source or outlet", "Chỉ khi một bên là nguồn hoặc báo này"}))
      ->type_name("NAME");
  command
      ->add_option("--metric", options->filter.metric,
                   context.t({"Only this metric and what is below it", "Chỉ chỉ số này và các chỉ số con"}))
      ->type_name("ID");
  commands->add_choices(command, "--verdict", &options->filter.verdicts, verdict_names(),
                        {"Only findings of these kinds", "Chỉ những phát hiện các loại này"});
  commands->add_choice(command, "--severity", &options->filter.severity, {"high", "medium", "low"},
                       {"Only findings that weigh so much or more", "Chỉ những phát hiện từ mức này trở lên"});
  command
      ->add_option(
          "--from", options->filter.since,
          context.t({"Only where a side was published on this day or later", "Chỉ khi một bên đăng từ ngày này"}))
      ->type_name("DAY");
  command->add_option("--to", options->filter.until, context.t({"… on this day or earlier", "… đến hết ngày này"}))
      ->type_name("DAY");
  command->add_flag("--undecided", options->filter.undecided,
                    context.t({"Only findings on which nobody has judged yet", "Chỉ những phát hiện chưa ai xét"}));
  command
      ->add_option(
          "--since", options->new_since,
          context.t({"Only what is new since this version or day", "Chỉ những gì mới từ phiên bản hoặc ngày này"}))
      ->type_name("VERSION");
}

}  // namespace

void add_audit(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add(
      "audit", {"Show which figures contradict each other, and why", "Xem số liệu nào mâu thuẫn với nhau, và vì sao"},
      {"  socai audit\n"
       "  socai audit --about deepseek --verdict apparent\n"
       "  # only the heavy ones\n"
       "  socai audit --verdict contradicts --severity high\n"
       "  # for a script: 1 if there is a conflict\n"
       "  socai audit --exit-code --format jsonl",
       "  socai audit\n"
       "  socai audit --about deepseek --verdict apparent\n"
       "  # chỉ những mâu thuẫn nặng\n"
       "  socai audit --verdict contradicts --severity high\n"
       "  # cho kịch bản: mã 1 nếu có mâu thuẫn\n"
       "  socai audit --exit-code --format jsonl"});
  add_filters(commands, command, options.get());
  command->add_flag(
      "--all", options->all,
      context->t({"Every related pair, also those that agree", "Mọi cặp liên quan, cả những cặp khớp nhau"}));
  options->as_of.add_to(commands, command);
  command
      ->add_option("--details", options->details,
                   context->t({"Show the first N in full; 0: all (default: 10)",
                               "Xem đầy đủ N phát hiện đầu; 0: tất cả (mặc định: 10)"}))
      ->type_name("N");
  command
      ->add_option("--explain", options->explain,
                   context->t({"Everything that led to this one finding", "Mọi cơ sở của riêng phát hiện này"}))
      ->type_name("ID");
  command
      ->add_option("--rates", options->rates,
                   context->t({"Exchange rates to compare currencies through: DAY USD VND 24650 a line",
                               "Tỷ giá để so các loại tiền: mỗi dòng NGÀY USD VND 24650"}))
      ->type_name("FILE");
  command->add_flag("--exit-code", options->exit_code,
                    context->t({"Exit with 1 if there is a conflict (with --verdict: a finding)",
                                "Thoát với mã 1 nếu có mâu thuẫn (với --verdict: nếu có phát hiện)"}));
  commands->add_choices(command, "--fail-on", &options->fail_on, fail_names(),
                        {"Exit with 1 if there is a finding of these verdicts or severities",
                         "Thoát với mã 1 nếu có phát hiện thuộc các loại hoặc mức này"});
  commands->add_format(command, &options->format, {"text", "json", "jsonl", "csv"});
  commands->add_ledger(command);
  commands->add_rules(command);
  commands->set_run(command, [options, context] { return run_audit(*options, context); });
}

}  // namespace socai::cli
