// SPDX-License-Identifier: Apache-2.0
// socai decide: a person's judgement on a finding of the audit.
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/all.h"
#include "cli/commands/audit_options.h"
#include "cli/commands/ledger_options.h"
#include "cli/commands/new_version.h"
#include "ledger/audit/audit.h"

namespace socai::cli {
namespace {

struct Options {
  std::string finding;
  std::string judgement;
  std::string reason;
  NewVersion version;
};

// Every finding of the audit that `socai audit --all` lists.
std::vector<Finding> all_findings(const std::vector<RecordedClaim>& claims, const Ledger& ledger, Context* context) {
  AuditOptions options = audit_options(context);
  options.all = true;
  options.aliases = ledger.aliases();
  return audit(claims, options);
}

std::string whole_id(const std::string& typed, const Ledger& ledger, Context* context) {
  const std::vector<RecordedClaim> claims = claims_to_audit(ledger);
  std::vector<std::string> ids;
  for (const Finding& finding : all_findings(claims, ledger, context)) {
    if (finding.id.starts_with(typed)) ids.push_back(finding.id);
  }
  if (ids.empty()) {
    throw Error(ExitCode::not_found, typed,
                context->t({"no finding has an id that begins so", "không có phát hiện nào có mã bắt đầu như vậy"}),
                context->t({"socai audit shows them", "xem bằng: socai audit"}));
  }
  if (ids.size() == 1) return ids.front();
  std::string list;
  for (const auto& id : ids) list += (list.empty() ? "" : ", ") + id;
  throw Error(ExitCode::usage, typed, context->t({"several ids begin so", "có nhiều mã bắt đầu như vậy"}), list);
}

ExitCode run_decide(const Options& options, Context* context) {
  Ledger ledger = NewVersion::open(*context);
  const std::string id = whole_id(options.finding, ledger, context);
  Writer writer = ledger.begin(options.version.info("", options.reason));
  writer.decide(id, options.judgement, options.reason);
  options.version.finish(&writer, id.substr(0, 8) + ": " + options.judgement, *context);
  return ExitCode::ok;
}

}  // namespace

void add_decide(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add(
      "decide",
      {"Keep your judgement on a finding of the audit, with the reason",
       "Lưu nhận định của bạn về một phát hiện, kèm lý do"},
      {"  # confirmed: a true conflict; explained: both may be right; misread: the program read it wrongly;\n"
       "  # open: back to no judgement\n"
       "  socai decide 35b61275 confirmed --reason \"asked both: they disagree\" --author Lan",
       "  # confirmed: mâu thuẫn thật; explained: cả hai có thể đúng; misread: chương trình đọc sai;\n"
       "  # open: bỏ nhận định cũ\n"
       "  socai decide 35b61275 confirmed --reason \"đã hỏi cả hai: họ nói khác nhau\" --author Lan"});
  command
      ->add_option("FINDING", options->finding,
                   context->t({"A finding's id, or the beginning of it", "Mã của phát hiện, hoặc phần đầu của mã"}))
      ->required();
  commands->add_choice(command, "JUDGEMENT", &options->judgement, {"confirmed", "explained", "misread", "open"},
                       {"What you found", "Nhận định của bạn"});
  command->get_option("JUDGEMENT")->required();
  command->add_option("--reason", options->reason, context->t({"Why, in your words", "Vì sao, theo lời bạn"}))
      ->required()
      ->type_name("TEXT");
  options->version.add_to(commands, command);
  commands->add_ledger(command);
  commands->add_rules(command);
  commands->set_run(command, [options, context] { return run_decide(*options, context); });
}

}  // namespace socai::cli
