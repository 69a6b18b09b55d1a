// SPDX-License-Identifier: Apache-2.0
// socai proof: what shows somebody without the ledger that a claim was recorded in it, or that it has only grown.
#include <memory>
#include <string>

#include "cli/commands/all.h"
#include "cli/commands/find_claim.h"
#include "cli/commands/ledger_options.h"
#include "cli/commands/proof_files.h"
#include "ledger/ledger.h"

namespace socai::cli {
namespace {

struct Options {
  std::string id;
  std::string key;
  std::string checkpoint;
  std::string since;
  bool with_text = false;
};

// The checkpoint that the proof leads to: the reader's own, or one made here of the newest version.
std::string target_note(const Options& options, const Ledger& ledger, Context* context) {
  if (!options.checkpoint.empty()) return read_checkpoint_file(options.checkpoint, "", *context).note;
  const auto key = read_secret_key(options.key, *context);
  return checkpoint_note(ledger.checkpoint(std::nullopt, key ? key->public_key().name() : std::string()), key);
}

ExitCode run_proof(const Options& options, Context* context) {
  if (options.id.empty() == options.since.empty()) {
    throw Error(ExitCode::usage, "", context->t({"one of CLAIM and --since is needed", "cần CLAIM hoặc --since"}),
                context->t({"see: socai proof --help", "xem: socai proof --help"}));
  }
  const Ledger ledger = open_ledger(*context);
  const std::string note = target_note(options, ledger, context);
  if (options.since.empty()) {
    context->out.line(
        proof_to_json(ledger.prove(find_claim(ledger, options.id, std::nullopt, *context), note, options.with_text)));
  } else {
    const auto from = read_checkpoint_file(options.since, "", *context);
    context->out.line(proof_to_json(ledger.prove_growth(from.note, note)));
  }
  return ExitCode::ok;
}

}  // namespace

void add_proof(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add("proof",
                                    {"Write the proof that a claim is in the ledger, for somebody without the ledger",
                                     "Ghi chứng minh rằng một tuyên bố có trong sổ cái, cho người không có sổ"},
                                    {"  socai proof 3f2a91c0 > claim.proof\n"
                                     "  socai check-proof claim.proof\n"
                                     "  # for somebody who holds a checkpoint: leading to that one\n"
                                     "  socai proof 3f2a91c0 --checkpoint today.checkpoint > claim.proof\n"
                                     "  # that the ledger has only grown since\n"
                                     "  socai proof --since today.checkpoint > growth.proof",
                                     "  socai proof 3f2a91c0 > claim.proof\n"
                                     "  socai check-proof claim.proof\n"
                                     "  # cho người đang giữ một điểm kiểm: dẫn đến chính điểm đó\n"
                                     "  socai proof 3f2a91c0 --checkpoint today.checkpoint > claim.proof\n"
                                     "  # rằng từ đó sổ cái chỉ có thêm\n"
                                     "  socai proof --since today.checkpoint > growth.proof"});
  command->add_option("CLAIM", options->id,
                      context->t({"A claim's id, or the beginning of it", "Mã của tuyên bố, hoặc phần đầu của mã"}));
  command
      ->add_option("--checkpoint", options->checkpoint,
                   context->t({"Lead to this checkpoint (else: to the newest version)",
                               "Dẫn đến điểm kiểm này (nếu không: đến phiên bản mới nhất)"}))
      ->type_name("FILE");
  command
      ->add_option("--since", options->since,
                   context->t({"Prove that the ledger has only grown since this checkpoint",
                               "Chứng minh rằng sổ cái chỉ có thêm kể từ điểm kiểm này"}))
      ->type_name("FILE");
  command->add_flag("--with-text", options->with_text,
                    context->t({"With the whole text that the claim stands in, so that its place can be checked",
                                "Kèm toàn văn chứa tuyên bố, để kiểm được cả vị trí"}));
  command
      ->add_option("--key", options->key,
                   context->t({"Sign the newest checkpoint with the secret key in this file",
                               "Ký điểm kiểm mới nhất bằng khóa bí mật trong tệp này"}))
      ->type_name("FILE");
  commands->add_ledger(command);
  commands->set_run(command, [options, context] { return run_proof(*options, context); });
}

}  // namespace socai::cli
