// SPDX-License-Identifier: Apache-2.0
// socai show: one claim with its quote in context, or one article with its claims.
#include <memory>
#include <string>

#include "cli/commands/all.h"
#include "cli/commands/claim_rows.h"
#include "cli/commands/find_claim.h"
#include "cli/commands/ledger_options.h"
#include "cli/terminal/width.h"
#include "extractor/claim/json_writer.h"
#include "ledger/ledger.h"
#include "ledger/row_json.h"

namespace socai::cli {
namespace {

struct Options {
  std::string id;
  std::string format;
  AsOf as_of;
};

std::string article_heading(const ArticleInfo& article, const ClaimText& text) {
  std::string line = article.id;
  const std::string where = published(article, text);
  if (!where.empty()) line += " · " + where;
  if (article.title) line += " · " + *article.title;
  return one_line(line);
}

Text reason_words(const std::string& reason) {
  if (reason == "article_changed") return {"the article changed", "bài báo đã đổi"};
  if (reason == "rules_changed") return {"the rules changed", "quy tắc đã đổi"};
  return {"a person decided so", "người biên tập quyết định"};
}

std::string history(const RecordedClaim& row, const ClaimText& text) {
  std::string words = fill(text.t({"version {0}, {1}", "phiên bản {0}, {1}"}),
                           {std::to_string(row.recorded), text.dates.time(row.recorded_at)});
  if (row.retired) {
    words += fill(text.t({"; retired in version {0}: {1}", "; rút ở phiên bản {0}: {1}"}),
                  {std::to_string(*row.retired), text.t(reason_words(row.retired_reason))});
  }
  return words;
}

void show_claim(const ClaimDetail& detail, Context* context) {
  const ClaimText text(context->lang, context->screen);
  const RecordedClaim& row = detail.row;
  std::string out = text.block(row.claim, row.id + "  ", sentence_of(row.claim, detail.field_text));
  out += text.row({"article", "bài"}, article_heading(row.article, text));
  out += text.row({"link", "liên kết"}, row.article.url.value_or(""));
  out += text.row({"recorded", "ghi sổ"}, history(row, text));
  if (row.article.redacted)
    out += text.row({"text", "văn bản"},
                    text.t({"taken out of the ledger; its hash stays", "đã gỡ khỏi sổ; mã băm vẫn còn"}));
  context->out.write(out);
}

void show_article(const ArticleDetail& detail, Context* context) {
  const ClaimText text(context->lang, context->screen);
  context->out.line(context->screen.paint(Style::bold, "# " + article_heading(detail.info, text)));
  if (detail.info.url) context->out.line(one_line(*detail.info.url));
  for (const RecordedClaim& row : detail.claims) {
    const std::string& field = row.claim.field == Field::title ? detail.info.title.value_or("") : detail.text;
    context->out.write("\n" + text.block(row.claim, short_id(row.id) + "  ", sentence_of(row.claim, field)));
  }
  if (detail.claims.empty()) context->note(context->t({"it holds no claims", "bài này không có tuyên bố nào"}));
}

std::string article_json(const ArticleDetail& detail) {
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.member("schema", "socai.article/1");
  out.member("id", detail.info.id);
  out.member("url", detail.info.url);
  out.member("outlet", detail.info.outlet);
  out.member("published", detail.info.published);
  out.member("title", detail.info.title);
  out.member("revision", static_cast<std::size_t>(detail.info.revision));
  out.member("version", static_cast<std::size_t>(detail.info.recorded));
  out.member("text_sha256", detail.info.text_sha256);
  out.member("text", detail.text);
  out.key("claims");
  out.begin_array();
  for (const RecordedClaim& row : detail.claims) out.raw(row_to_json(row));
  out.end_array();
  out.end_object();
  return json;
}

ExitCode run_show(const Options& options, Context* context) {
  const Ledger ledger = open_ledger(*context);
  const auto as_of = options.as_of.resolve(ledger);
  const IdMatch match = find_one(ledger, options.id, as_of, *context);
  const bool text = options.format == "text";
  if (match.kind == IdMatch::Kind::claim) {
    const ClaimDetail detail = ledger.claim(match.id, as_of).value();
    text ? show_claim(detail, context) : context->out.line(row_to_json(detail.row));
  } else {
    const ArticleDetail detail = ledger.article(match.id, as_of).value();
    text ? show_article(detail, context) : context->out.line(article_json(detail));
  }
  return ExitCode::ok;
}

}  // namespace

void add_show(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add("show",
                                    {"Show one claim in context, or one article with its claims",
                                     "Xem một tuyên bố trong ngữ cảnh, hoặc một bài cùng các tuyên bố"},
                                    {"  # an id, or its beginning\n"
                                     "  socai show 3f2a91c0\n"
                                     "  socai show 3f2a91c0 --format json",
                                     "  # một mã, hoặc phần đầu của nó\n"
                                     "  socai show 3f2a91c0\n"
                                     "  socai show 3f2a91c0 --format json"});
  command
      ->add_option("ID", options->id,
                   context->t({"Of a claim or an article, or the beginning of it",
                               "Mã của tuyên bố hay bài báo, hoặc phần đầu của mã"}))
      ->required();
  options->as_of.add_to(commands, command);
  commands->add_format(command, &options->format, {"text", "json"});
  commands->add_ledger(command);
  commands->set_run(command, [options, context] { return run_show(*options, context); });
}

}  // namespace socai::cli
