// SPDX-License-Identifier: Apache-2.0
// socai retire: a person takes a claim back that was read wrongly.
#include <memory>
#include <string>

#include "cli/commands/all.h"
#include "cli/commands/claim_rows.h"
#include "cli/commands/find_claim.h"
#include "cli/commands/new_version.h"

namespace socai::cli {
namespace {

struct Options {
  std::string id;
  std::string reason;
  NewVersion version;
};

ExitCode run_retire(const Options& options, Context* context) {
  Ledger ledger = NewVersion::open(*context);
  const std::string id = find_claim(ledger, options.id, std::nullopt, *context);
  const RecordedClaim row = ledger.claim(id).value().row;
  if (row.retired) {
    throw Error(ExitCode::not_found, id,
                context->t({"it was retired in version {0} already", "đã rút từ phiên bản {0}"},
                           {std::to_string(*row.retired)}),
                context->t({"socai history {0} tells how", "xem: socai history {0}"}, {short_id(id)}));
  }
  const ClaimText text(context->lang, context->screen);
  Writer writer = ledger.begin(options.version.info("", options.reason));
  writer.retire(id, options.reason);
  options.version.finish(
      &writer, context->t({"retired {0} ({1})", "rút {0} ({1})"}, {short_id(id), text.amount(row.claim)}), *context);
  return ExitCode::ok;
}

}  // namespace

void add_retire(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command =
      commands->add("retire",
                    {"Take back a claim that was read wrongly; it stays in the ledger, with your reason",
                     "Rút một tuyên bố bị đọc sai; nó vẫn ở trong sổ cái, kèm lý do của bạn"},
                    {"  socai retire 3f2a91c0 --reason \"the figure is of another project\" --author Lan",
                     "  socai retire 3f2a91c0 --reason \"số liệu của dự án khác\" --author Lan"});
  command
      ->add_option("CLAIM", options->id,
                   context->t({"A claim's id, or the beginning of it", "Mã của tuyên bố, hoặc phần đầu của mã"}))
      ->required();
  command->add_option("--reason", options->reason, context->t({"Why, in your words", "Vì sao, theo lời bạn"}))
      ->required()
      ->type_name("TEXT");
  options->version.add_to(commands, command);
  commands->add_ledger(command);
  commands->set_run(command, [options, context] { return run_retire(*options, context); });
}

}  // namespace socai::cli
