// SPDX-License-Identifier: Apache-2.0
// socai verify: the whole ledger recomputed from its stored bytes.
#include <memory>
#include <string>

#include "cli/commands/all.h"
#include "cli/commands/ledger_options.h"
#include "cli/commands/proof_files.h"
#include "cli/people/numbers.h"
#include "cli/program/clock.h"
#include "cli/terminal/progress.h"
#include "extractor/claim/json_writer.h"
#include "ledger/ledger.h"

namespace socai::cli {
namespace {

struct Options {
  std::string format;
  std::string checkpoint;
  std::string public_key;
};

struct ProblemWords {
  const char* code;
  Text words;
};

constexpr ProblemWords kProblems[] = {
    {"file.damaged", {"the file's pages cannot be read", "không đọc được các trang của tệp"}},
    {"schema.changed",
     {"a table, index, view or trigger is missing, added or altered",
      "bảng, chỉ mục, view hay trigger bị mất, bị thêm hoặc bị sửa"}},
    {"entry.missing", {"an entry is missing", "thiếu một mục"}},
    {"entry.hash",
     {"an entry was altered: its bytes do not give its hash", "một mục đã bị sửa: nội dung không khớp mã băm"}},
    {"entry.unreadable", {"an entry is no canonical entry", "một mục không đọc được"}},
    {"entry.order", {"an entry stands where it cannot be", "một mục nằm sai chỗ"}},
    {"version.missing", {"a version is missing", "thiếu một phiên bản"}},
    {"version.root", {"the entries do not give the version's root", "các mục không cho ra mã gốc của phiên bản"}},
    {"version.differs", {"a version's row is not what its entry says", "dòng phiên bản khác với mục của nó"}},
    {"tree.differs", {"a stored inner hash is wrong", "một mã băm trong cây bị sai"}},
    {"text.hash", {"a stored text was altered", "một văn bản lưu trữ đã bị sửa"}},
    {"text.missing", {"an article's text is missing", "thiếu văn bản của một bài"}},
    {"text.kept", {"a text that was taken out is still there", "một văn bản đã gỡ vẫn còn"}},
    {"claim.quote", {"an article does not say what a claim quotes", "bài báo không có lời mà tuyên bố trích"}},
    {"checkpoint.differs",
     {"history was rewritten: the entries do not give the checkpoint's root",
      "lịch sử đã bị viết lại: các mục không cho ra mã gốc của điểm kiểm"}},
    {"checkpoint.ahead",
     {"the end was cut off: the ledger is shorter than the checkpoint", "phần cuối đã bị cắt: sổ ngắn hơn điểm kiểm"}},
    {"table.differs", {"a table is not what the entries give", "một bảng khác với những gì các mục cho ra"}},
};

std::string words_of(const Problem& problem, const Context& context) {
  std::string line = problem.where + ": ";
  bool known = false;
  for (const auto& [code, words] : kProblems) {
    if (problem.code == code) line += context.t(words), known = true;
  }
  if (known) line += " [" + problem.code + "]";
  if (!known) line += problem.code;
  if (!problem.detail.empty()) line += " " + problem.detail;
  return line;
}

std::string report_json(const VerifyReport& report) {
  std::string json;
  JsonWriter out(&json);
  const auto count = [&](const char* key, std::int64_t value) { out.member(key, static_cast<std::size_t>(value)); };
  out.begin_object();
  out.member("schema", "socai.verify/1");
  out.key("ok");
  out.boolean(report.ok());
  count("versions", report.versions);
  count("entries", report.entries);
  count("articles", report.articles);
  count("claims", report.claims);
  count("texts", report.texts);
  count("redacted", report.redacted);
  out.member("root", report.root);
  out.key("problems");
  out.begin_array();
  for (const Problem& problem : report.problems) {
    out.begin_object();
    out.member("code", problem.code);
    out.member("where", problem.where);
    out.member("detail", problem.detail);
    out.end_object();
  }
  out.end_array();
  out.key("more_problems");
  out.boolean(report.more_problems);
  out.end_object();
  return json;
}

std::string summary(const VerifyReport& report, const std::string& elapsed, const Context& context) {
  const Numbers numbers(context.lang);
  const auto n = [&](std::int64_t value) { return numbers.count(static_cast<std::size_t>(value)); };
  std::string text = context.t({"{0} versions, {1} entries, {2} articles, {3} claims, {4} texts: all recomputed from "
                                "stored bytes; root {5}; {6}",
                                "{0} phiên bản, {1} mục, {2} bài, {3} tuyên bố, {4} văn bản: đã tính lại tất cả từ "
                                "dữ liệu lưu trữ; gốc {5}; {6}"},
                               {n(report.versions), n(report.entries), n(report.articles), n(report.claims),
                                n(report.texts), report.root, elapsed});
  if (report.redacted > 0) text += context.t({"; {0} texts redacted", "; {0} văn bản đã gỡ"}, {n(report.redacted)});
  return text;
}

std::optional<Checkpoint> earlier_of(const Options& options, const Context& context) {
  if (!options.checkpoint.empty()) {
    return read_checkpoint_file(options.checkpoint, options.public_key, context).checkpoint;
  }
  if (options.public_key.empty()) return std::nullopt;
  throw Error(ExitCode::usage, "--public-key",
              context.t({"a key needs a checkpoint that it signed", "khóa cần một điểm kiểm mà nó đã ký"}),
              context.t({"name it with --checkpoint FILE", "chỉ ra bằng --checkpoint FILE"}));
}

ExitCode run_verify(const Options& options, Context* context) {
  const Stopwatch watch;
  const auto earlier = earlier_of(options, *context);
  const Ledger ledger = open_ledger(*context);
  Progress progress(*context, 0);
  const VerifyReport report = ledger.verify(
      [&](std::int64_t done, std::int64_t total) {
        progress.tell_share(static_cast<double>(done), static_cast<double>(total));
      },
      earlier);
  progress.clear();
  if (options.format == "json") {
    context->out.line(report_json(report));
  } else {
    context->out.line(context->t({"checked: ", "đã kiểm: "}) + summary(report, watch.elapsed(), *context));
    for (const Problem& problem : report.problems) context->out.line("  " + words_of(problem, *context));
    if (report.more_problems) context->out.line(context->t({"  … and more", "  … và còn nữa"}));
    if (report.ok() && earlier) {
      context->out.line(context->t({"since the checkpoint ({0} entries) the ledger has only grown",
                                    "từ điểm kiểm ({0} mục) đến nay sổ cái chỉ có thêm"},
                                   {std::to_string(earlier->size)}));
    }
    if (report.ok())
      context->out.line(
          context->screen.paint(Style::green, context->t({"ok: nothing was altered", "tốt: không có gì bị sửa"})));
  }
  if (report.ok()) return ExitCode::ok;
  throw Error(ExitCode::integrity, context->ledger_path(), words_of(report.problems.front(), *context),
              context->t({"do not write to it; restore a backup, or compare it with one",
                          "đừng ghi thêm; hãy khôi phục bản sao lưu, hoặc so với bản đó"}));
}

}  // namespace

void add_verify(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add("verify",
                                    {"Recompute the whole ledger, and say whether anything was altered",
                                     "Tính lại toàn bộ sổ cái, và cho biết có gì bị sửa không"},
                                    {"  socai verify\n"
                                     "  socai verify --ledger archive.db --format json\n"
                                     "  # has it only grown since a checkpoint that was kept elsewhere?\n"
                                     "  socai verify --checkpoint today.checkpoint",
                                     "  socai verify\n"
                                     "  socai verify --ledger archive.db --format json\n"
                                     "  # từ điểm kiểm giữ ở nơi khác đến nay có chỉ thêm không?\n"
                                     "  socai verify --checkpoint today.checkpoint"});
  command
      ->add_option("--checkpoint", options->checkpoint,
                   context->t({"Also: the ledger must begin with the entries of this checkpoint",
                               "Thêm: sổ cái phải bắt đầu bằng các mục của điểm kiểm này"}))
      ->type_name("FILE");
  command
      ->add_option("--public-key", options->public_key,
                   context->t({"The checkpoint must be signed by this key (NAME+ID+BASE64, or a file of it)",
                               "Điểm kiểm phải mang chữ ký của khóa này (TÊN+MÃ+BASE64, hoặc tệp chứa nó)"}))
      ->type_name("KEY");
  commands->add_format(command, &options->format, {"text", "json"});
  commands->add_ledger(command);
  commands->set_run(command, [options, context] { return run_verify(*options, context); });
}

}  // namespace socai::cli
