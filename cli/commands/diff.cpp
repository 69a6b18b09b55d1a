// SPDX-License-Identifier: Apache-2.0
// socai diff: what changed between two versions, article by article.
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/all.h"
#include "cli/commands/claim_rows.h"
#include "cli/commands/ledger_options.h"
#include "cli/terminal/width.h"
#include "extractor/claim/json_writer.h"
#include "ledger/ledger.h"
#include "ledger/row_json.h"

namespace socai::cli {
namespace {

struct Options {
  std::string from;
  std::string to;
  std::string format;
  bool exit_code = false;
};

class DiffText {
 public:
  explicit DiffText(Context* context) : context_(context), text_(context->lang, context->screen) {}

  void print(const ArticleDiff& diff) {
    std::string heading = one_line(diff.article.title.value_or(diff.article.id));
    const std::string where = published(diff.article, text_);
    if (!where.empty()) heading += " · " + where;
    if (diff.is_new) heading += std::string(" · ") + text_.t({"new article", "bài mới"});
    if (diff.text_changed) heading += std::string(" · ") + text_.t({"text changed", "văn bản đã đổi"});
    context_->out.line(context_->screen.paint(Style::bold, "# " + heading));
    for (const MovedFigure& moved : diff.moved) {
      line('~', Style::yellow, moved.after, text_.amount(moved.before.claim) + " → " + text_.amount(moved.after.claim));
    }
    for (const RecordedClaim& row : diff.gone) line('-', Style::red, row, text_.amount(row.claim));
    for (const RecordedClaim& row : diff.appeared) line('+', Style::green, row, text_.amount(row.claim));
  }

 private:
  void line(char mark, Style style, const RecordedClaim& row, const std::string& amount) {
    std::string words = std::string(1, mark) + " " + amount + "  " + text_.who(row.claim);
    const std::string what = text_.what(row.claim);
    if (!what.empty()) words += " · " + what;
    words += "  " + short_id(row.id);
    if (context_->screen.is_terminal) words = cut_to_width(words, context_->screen.width);
    context_->out.line(context_->screen.paint(style, words));
  }

  Context* context_;
  ClaimText text_;
};

void write_rows(JsonWriter* out, const char* key, const std::vector<RecordedClaim>& rows) {
  out->key(key);
  out->begin_array();
  for (const RecordedClaim& row : rows) out->raw(row_to_json(row));
  out->end_array();
}

void write_article(JsonWriter* out, const ArticleDiff& diff) {
  out->begin_object();
  out->member("article", diff.article.id);
  out->member("title", diff.article.title);
  out->key("is_new");
  out->boolean(diff.is_new);
  out->key("text_changed");
  out->boolean(diff.text_changed);
  out->key("moved");
  out->begin_array();
  for (const MovedFigure& moved : diff.moved) {
    out->begin_object();
    out->key("before");
    out->raw(row_to_json(moved.before));
    out->key("after");
    out->raw(row_to_json(moved.after));
    out->end_object();
  }
  out->end_array();
  write_rows(out, "appeared", diff.appeared);
  write_rows(out, "gone", diff.gone);
  out->end_object();
}

std::string diff_json(const LedgerDiff& diff) {
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.member("schema", "socai.diff/1");
  out.member("from", static_cast<std::size_t>(diff.from));
  out.member("to", static_cast<std::size_t>(diff.to));
  out.key("articles");
  out.begin_array();
  for (const ArticleDiff& article : diff.articles) write_article(&out, article);
  out.end_array();
  out.end_object();
  return json;
}

// "0" is the ledger before its first version.
VersionNumber version_of(const Ledger& ledger, const std::string& typed) {
  return typed == "0" ? 0 : ledger.resolve_as_of(typed);
}

ExitCode run_diff(const Options& options, Context* context) {
  const Ledger ledger = open_ledger(*context);
  const VersionNumber from = version_of(ledger, options.from);
  const VersionNumber to = options.to.empty() ? ledger.head_number() : version_of(ledger, options.to);
  const LedgerDiff diff = ledger.diff(from, to);
  if (options.format == "json") {
    context->out.line(diff_json(diff));
  } else if (diff.empty()) {
    context->note(context->t({"no difference", "không có khác biệt"}));
  } else {
    DiffText text(context);
    for (const ArticleDiff& article : diff.articles) text.print(article);
  }
  return options.exit_code && !diff.empty() ? ExitCode::findings : ExitCode::ok;
}

}  // namespace

void add_diff(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add("diff",
                                    {"Show which figures appeared, went or moved between two versions",
                                     "Xem số liệu nào mới, mất hay đổi giữa hai phiên bản"},
                                    {"  socai diff 1 2\n"
                                     "  # since the end of a day\n"
                                     "  socai diff 2025-02-01",
                                     "  socai diff 1 2\n"
                                     "  # từ cuối một ngày đến nay\n"
                                     "  socai diff 2025-02-01"});
  command
      ->add_option("N", options->from, context->t({"The earlier version, or a date", "Phiên bản trước, hoặc một ngày"}))
      ->required();
  command->add_option("M", options->to,
                      context->t({"The later one (default: the newest)", "Phiên bản sau (mặc định: mới nhất)"}));
  command->add_flag("--exit-code", options->exit_code,
                    context->t({"Exit with 1 if they differ", "Thoát với mã 1 nếu có khác biệt"}));
  commands->add_format(command, &options->format, {"text", "json"});
  commands->add_ledger(command);
  commands->set_run(command, [options, context] { return run_diff(*options, context); });
}

}  // namespace socai::cli
