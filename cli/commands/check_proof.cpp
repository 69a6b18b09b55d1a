// SPDX-License-Identifier: Apache-2.0
// socai check-proof: whether a proof file holds; needs no ledger.
#include <memory>
#include <stdexcept>
#include <string>

#include "cli/commands/all.h"
#include "cli/commands/proof_files.h"
#include "cli/input/whole_file.h"
#include "cli/people/claim_text.h"
#include "cli/program/commands.h"
#include "cli/terminal/width.h"
#include "extractor/claim/claim_json.h"
#include "extractor/claim/json_writer.h"
#include "ledger/proof/proof.h"

namespace socai::cli {
namespace {

struct Options {
  std::string file;
  std::string checkpoint;
  std::string public_key;
  std::string format;
};

Error refused(const Options& options, const Context& context, const std::string& what) {
  return Error(ExitCode::integrity, options.file,
               context.t({"the proof does not hold: {0}", "chứng minh không đúng: {0}"}, {what}),
               context.t({"believe nothing of it", "đừng tin điều gì trong đó"}));
}

// The proof must lead to the checkpoint that the reader trusts.
void check_trusted(const Checkpoint& proven, const Options& options, const Context& context) {
  if (options.checkpoint.empty()) return;
  const auto trusted = read_checkpoint_file(options.checkpoint, options.public_key, context).checkpoint;
  if (trusted.size == proven.size && trusted.root == proven.root) return;
  const bool same_size = trusted.size == proven.size;
  throw Error(ExitCode::integrity, options.file,
              same_size
                  ? context.t({"it is of another ledger than {0}", "nó thuộc sổ khác với {0}"}, {options.checkpoint})
                  : context.t({"it leads to {0} entries, {1} has {2}", "nó dẫn đến {0} mục, còn {1} có {2}"},
                              {std::to_string(proven.size), options.checkpoint, std::to_string(trusted.size)}),
              context.t({"ask for one made with: socai proof CLAIM --checkpoint {0}",
                         "hãy xin bản được tạo bằng: socai proof CLAIM --checkpoint {0}"},
                        {options.checkpoint}));
}

std::string claim_json(const ProvenClaim& proven) {
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.member("schema", "socai.check-proof/1");
  out.key("ok");
  out.boolean(true);
  out.member("origin", proven.checkpoint.origin);
  out.member("entries", static_cast<std::size_t>(proven.checkpoint.size));
  out.member("root", to_hex(proven.checkpoint.root));
  out.member("index", static_cast<std::size_t>(proven.index));
  out.member("id", proven.id);
  out.key("claim");
  write_claim(&out, proven.claim);
  out.key("version");
  out.number(static_cast<std::size_t>(proven.version.number));
  out.key("version_is_exact");
  out.boolean(proven.version_is_exact);
  out.member("time", proven.version.info.time);
  out.member("author", proven.version.info.author);
  out.member("url", proven.article.url);
  out.member("outlet", proven.article.outlet);
  out.member("published", proven.article.published);
  out.member("text_sha256", to_hex(proven.article.text));
  out.key("text_is_shown");
  out.boolean(proven.text_is_shown);
  out.member("retired", proven.retirement ? std::optional(proven.retirement->reason) : std::nullopt);
  out.end_object();
  return json;
}

void print_claim(const ProvenClaim& proven, Context* context) {
  const ClaimText text(context->lang, context->screen);
  const auto& version = proven.version;
  std::string out = text.block(proven.claim, proven.id + "  ", "");
  out += text.row({"article", "bài"}, one_line(proven.article.article + " · " + proven.article.outlet.value_or("")));
  out +=
      text.row({"recorded", "ghi sổ"},
               context->t(proven.version_is_exact ? Text{"version {0}, {1}, by {2}", "phiên bản {0}, {1}, bởi {2}"}
                                                  : Text{"version {0} or later, not before {1}, by {2}",
                                                         "phiên bản {0} hoặc sau đó, không trước {1}, bởi {2}"},
                          {std::to_string(version.number), text.dates.time(version.info.time), version.info.author}));
  if (proven.retirement) out += text.row({"retired", "đã rút"}, proven.retirement->reason);
  out += text.row(
      {"proven", "chứng minh"},
      context->t({"entry {0} of the {1} with the root {2} ({3})", "mục {0} trong {1} mục với mã gốc {2} ({3})"},
                 {std::to_string(proven.index), std::to_string(proven.checkpoint.size), to_hex(proven.checkpoint.root),
                  proven.checkpoint.origin}));
  context->out.write(out);
  context->out.line(context->screen.paint(
      Style::green, context->t({"ok: the claim was recorded so", "tốt: tuyên bố đã được ghi đúng như vậy"})));
}

ExitCode check_claim(const std::string& json, const Options& options, Context* context) {
  const ClaimProof proof = claim_proof_from_json(json);
  const ProofResult result = check_proof(proof);
  if (!result.claim) throw refused(options, *context, result.failure);
  check_signature(proof.checkpoint, options.checkpoint.empty() ? options.public_key : "", options.file, *context);
  check_trusted(result.claim->checkpoint, options, *context);
  options.format == "json" ? context->out.line(claim_json(*result.claim)) : print_claim(*result.claim, context);
  return ExitCode::ok;
}

ExitCode check_growth_file(const std::string& json, const Options& options, Context* context) {
  const GrowthProof proof = growth_proof_from_json(json);
  const auto to = check_growth(proof);
  if (!to) throw refused(options, *context, "growth");
  check_signature(proof.to, options.public_key, options.file, *context);
  const auto from = checkpoint_from(proof.from).value();
  if (!options.checkpoint.empty()) {
    const auto trusted = read_checkpoint_file(options.checkpoint, "", *context).checkpoint;
    if (trusted.size != from.size || trusted.root != from.root) {
      throw refused(options, *context, options.checkpoint);
    }
  }
  if (options.format == "json") {
    context->out.line("{\"schema\":\"socai.check-proof/1\",\"ok\":true,\"from\":" + std::to_string(from.size) +
                      ",\"entries\":" + std::to_string(to->size) + ",\"root\":\"" + to_hex(to->root) + "\"}");
  } else {
    context->out.line(context->t({"ok: the {0} entries of the first checkpoint begin the {1} of the second, root {2}",
                                  "tốt: {0} mục của điểm kiểm trước là phần đầu của {1} mục sau, mã gốc {2}"},
                                 {std::to_string(from.size), std::to_string(to->size), to_hex(to->root)}));
  }
  return ExitCode::ok;
}

ExitCode run_check(const Options& options, Context* context) {
  const std::string json = read_whole_file(options.file);
  try {
    return is_growth_proof(json) ? check_growth_file(json, options, context) : check_claim(json, options, context);
  } catch (const std::invalid_argument& error) {
    throw Error(ExitCode::invalid_data, options.file,
                context->t({"no proof file: {0}", "không phải tệp chứng minh: {0}"}, {error.what()}),
                context->t({"socai proof writes them", "socai proof tạo ra các tệp này"}));
  }
}

}  // namespace

void add_check_proof(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command =
      commands->add("check-proof", {"Check a proof file; needs no ledger", "Kiểm một tệp chứng minh; không cần sổ cái"},
                    {"  socai check-proof claim.proof\n"
                     "  # does it lead to the checkpoint that you keep?\n"
                     "  socai check-proof claim.proof --checkpoint today.checkpoint\n"
                     "  # the same without this program, with Python alone\n"
                     "  python3 docs/verify.py claim.proof",
                     "  socai check-proof claim.proof\n"
                     "  # có dẫn đến điểm kiểm mà bạn đang giữ không?\n"
                     "  socai check-proof claim.proof --checkpoint today.checkpoint\n"
                     "  # không cần chương trình này, chỉ cần Python\n"
                     "  python3 docs/verify.py claim.proof"});
  command
      ->add_option("FILE", options->file,
                   context->t({"A proof file, or - for standard input", "Tệp chứng minh, hoặc - là đầu vào chuẩn"}))
      ->required();
  command
      ->add_option("--checkpoint", options->checkpoint,
                   context->t({"The proof must lead to this checkpoint; a proof of growth must begin at it",
                               "Chứng minh phải dẫn đến điểm kiểm này; chứng minh tăng trưởng phải bắt đầu từ nó"}))
      ->type_name("FILE");
  command
      ->add_option("--public-key", options->public_key,
                   context->t({"The checkpoint must be signed by this key (NAME+ID+BASE64, or a file of it)",
                               "Điểm kiểm phải mang chữ ký của khóa này (TÊN+MÃ+BASE64, hoặc tệp chứa nó)"}))
      ->type_name("KEY");
  commands->add_format(command, &options->format, {"text", "json"});
  commands->set_run(command, [options, context] { return run_check(*options, context); });
}

}  // namespace socai::cli
