// SPDX-License-Identifier: Apache-2.0
// socai redact: an article's words go, because the law asks for it; hashes, digits and proofs stay.
#include <memory>
#include <string>

#include "cli/commands/all.h"
#include "cli/commands/new_version.h"
#include "cli/people/numbers.h"

namespace socai::cli {
namespace {

struct Options {
  std::string article;
  std::string reason;
  NewVersion version;
};

ExitCode run_redact(const Options& options, Context* context) {
  Ledger ledger = NewVersion::open(*context);
  const auto article = ledger.article(options.article);
  if (!article) {
    throw Error(ExitCode::not_found, options.article, context->t({"no such article", "không có bài này"}),
                context->t({"its id or URL, whole, is needed: socai show CLAIM names it",
                            "cần mã hoặc URL đầy đủ của bài: xem bằng socai show CLAIM"}));
  }
  Writer writer = ledger.begin(options.version.info("", options.reason));
  writer.redact(article->info.id, options.reason);
  const Numbers numbers(context->lang);
  options.version.finish(&writer,
                         context->t({"took {0} texts of {1} out; their hashes and the figures stay",
                                     "gỡ {0} văn bản của {1}; mã băm và số liệu vẫn còn"},
                                    {numbers.count(writer.so_far().texts_redacted), article->info.id}),
                         *context);
  if (!options.version.dry_run) {
    context->note(context->t({"copies made before (backups, exports, other ledgers) still hold the words",
                              "các bản sao trước đây (sao lưu, bản xuất, sổ khác) vẫn còn nguyên văn"}));
  }
  return ExitCode::ok;
}

}  // namespace

void add_redact(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command =
      commands->add("redact",
                    {"Take an article's text and title out for good; hashes, figures and proofs stay",
                     "Gỡ hẳn văn bản và tiêu đề của một bài; mã băm, số liệu và chứng minh vẫn còn"},
                    {"  socai redact https://songhau.example/cau --reason \"court order 12/2025\" --dry-run",
                     "  socai redact https://songhau.example/cau --reason \"quyết định 12/2025 của tòa\" --dry-run"});
  command
      ->add_option("ARTICLE", options->article,
                   context->t({"The article's id or URL, whole", "Mã hoặc URL đầy đủ của bài"}))
      ->required();
  command
      ->add_option("--reason", options->reason,
                   context->t({"Why: it stays in the ledger for ever", "Vì sao: ở lại trong sổ cái mãi mãi"}))
      ->required()
      ->type_name("TEXT");
  options->version.add_to(commands, command);
  commands->add_ledger(command);
  commands->set_run(command, [options, context] { return run_redact(*options, context); });
}

}  // namespace socai::cli
