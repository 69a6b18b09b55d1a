// SPDX-License-Identifier: Apache-2.0
// socai rules check: do the rules compile, and do their cases hold?
#include <map>
#include <memory>
#include <string>

#include "cli/commands/all.h"
#include "cli/input/audit_rules.h"
#include "cli/people/numbers.h"
#include "cli/program/commands.h"
#include "cli/terminal/width.h"
#include "extractor/claim/json_writer.h"
#include "extractor/rules/check.h"
#include "extractor/rules/rules.h"
#include "ledger/audit/words_check.h"

namespace socai::cli {
namespace {

struct Options {
  std::string folder;
  std::string format;
};

std::string report_json(const RuleReport& report, bool ok) {
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.member("schema", "socai.rules/1");
  out.key("ok");
  out.boolean(ok);
  out.member("rules", report.rules);
  out.member("cases", report.cases);
  out.key("problems");
  out.begin_array();
  for (const std::string& problem : report.problems) out.string(problem);
  out.end_array();
  out.key("failed");
  out.begin_array();
  for (const CaseResult& failed : report.failed) {
    out.begin_object();
    out.member("file", failed.file);
    out.member("line", static_cast<std::size_t>(failed.line));
    out.member("rule", failed.rule);
    out.member("text", failed.text);
    out.member("expected", failed.expected);
    out.member("got", failed.got);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return json;
}

void print_text(const RuleReport& report, Context* context) {
  const Numbers numbers(context->lang);
  for (const std::string& problem : report.problems) context->out.line(one_line(problem));
  for (const CaseResult& failed : report.failed) {
    context->out.line(
        one_line(failed.file + ":" + std::to_string(failed.line) + ": " + failed.rule + ": “" + failed.text + "”"));
    context->out.line(context->t({"  expected {0}", "  cần được {0}"}, {one_line(failed.expected)}));
    context->out.line(context->t({"  got      {0}", "  lại ra   {0}"}, {one_line(failed.got)}));
  }
  context->out.line(
      context->t({"{0} rules, {1} cases, {2} failed, {3} problems", "{0} quy tắc, {1} mẫu thử, {2} hỏng, {3} lỗi khác"},
                 {numbers.count(report.rules), numbers.count(report.cases), numbers.count(report.failed.size()),
                  numbers.count(report.problems.size())}));
}

// The audit's words are checked with the rest; a list needs no case of its own.
void add_audit_words(const std::string& folder, RuleReport* report) {
  const AuditWords words = folder.empty() ? AuditWords::built_in() : load_audit_words(folder);
  const WordsReport checked =
      check_words(words, folder.empty() ? AuditWords::built_in_cases() : load_audit_cases(folder));
  constexpr const char* kFile = "audit/words.cases";
  report->cases += checked.cases;
  for (const WordsCase& it : checked.failed) {
    const std::string holds = "a phrase of the list";
    const std::string none = "none";
    report->failed.push_back({kFile, it.line, it.list, it.text, it.wanted ? holds : none, it.wanted ? none : holds});
  }
  for (const WordsCase& it : checked.misplaced) {
    report->problems.push_back(std::string(kFile) + ":" + std::to_string(it.line) + ": of no list: " + it.text);
  }
}

ExitCode run_check(const Options& options, Context* context) {
  const std::string folder = options.folder.empty() ? context->rules_folder : options.folder;
  const std::map<std::string, std::string> files = folder.empty() ? Rules::built_in_files() : Rules::read_files(folder);
  RuleReport report = check_rules(files);
  add_audit_words(folder, &report);
  const bool ok = report.failed.empty() && report.problems.empty();
  if (options.format == "json") {
    context->out.line(report_json(report, ok));
  } else {
    print_text(report, context);
  }
  return ok ? ExitCode::ok : ExitCode::invalid_data;
}

}  // namespace

void add_rules(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* rules =
      commands->add("rules", {"Work on the rules that the extractor goes by", "Làm việc với bộ quy tắc trích xuất"},
                    {"  socai rules check", "  socai rules check"});
  rules->require_subcommand(1);
  CLI::App* check = commands->add_to(
      rules, "check", {"Check the rules and run their cases", "Kiểm tra quy tắc và chạy các mẫu thử của chúng"},
      {"  # those built into the program\n"
       "  socai rules check\n"
       "  # those of a folder\n"
       "  socai rules check rules",
       "  # quy tắc có sẵn trong chương trình\n"
       "  socai rules check\n"
       "  # quy tắc trong một thư mục\n"
       "  socai rules check rules"});
  check->add_option(
      "DIR", options->folder,
      context->t({"A folder of rules (default: the built-in ones)", "Thư mục quy tắc (mặc định: bộ có sẵn)"}));
  commands->add_rules(check);
  commands->add_format(check, &options->format, {"text", "json"});
  commands->set_run(check, [options, context] { return run_check(*options, context); });
}

}  // namespace socai::cli
