// SPDX-License-Identifier: Apache-2.0
// socai history: what became of one claim, version by version.
#include <memory>
#include <string>

#include "cli/commands/all.h"
#include "cli/commands/claim_rows.h"
#include "cli/commands/find_claim.h"
#include "cli/commands/ledger_options.h"
#include "cli/terminal/width.h"
#include "extractor/claim/json_writer.h"
#include "ledger/row_json.h"

namespace socai::cli {
namespace {

struct Options {
  std::string id;
  std::string format;
  AsOf as_of;
};

const char* name_of(ClaimEvent::Kind kind) {
  return kind == ClaimEvent::Kind::recorded ? "recorded" : kind == ClaimEvent::Kind::moved ? "moved" : "retired";
}

Text what_happened(const ClaimEvent& event, bool first) {
  if (event.kind == ClaimEvent::Kind::moved)
    return {"stands on, elsewhere in the new text", "vẫn còn, ở chỗ khác trong bản mới"};
  if (event.kind == ClaimEvent::Kind::recorded)
    return first ? Text{"recorded", "ghi sổ"} : Text{"recorded again", "ghi lại"};
  if (event.reason == "article_changed") return {"retired: the article changed", "rút: bài báo đã đổi"};
  if (event.reason == "rules_changed") return {"retired: the rules changed", "rút: quy tắc đã đổi"};
  return {"retired by a person", "rút theo quyết định của người biên tập"};
}

std::string event_lines(const ClaimEvent& event, bool first, const ClaimText& text) {
  std::string out = fill(text.t({"version {0}  {1}  ", "phiên bản {0}  {1}  "}),
                         {std::to_string(event.version.number), text.dates.time(event.version.time)}) +
                    text.t(what_happened(event, first)) + "\n";
  out += text.row({"by", "người ghi"}, one_line(event.version.author));
  out += text.row({"why", "lý do"}, one_line(event.note.empty() ? event.version.message : event.note));
  if (event.kind != ClaimEvent::Kind::retired) {
    const Claim& claim = event.claim.claim;
    out += text.row({"place", "vị trí"},
                    fill(text.t({"revision {0} of {1}, bytes {2} to {3}", "bản {0} của {1}, byte {2} đến {3}"}),
                         {std::to_string(event.claim.article.revision), one_line(event.claim.article.id),
                          std::to_string(claim.start), std::to_string(claim.end)}));
  }
  if (event.counterpart) {
    const bool came = event.kind == ClaimEvent::Kind::recorded;
    const std::string before = text.amount(came ? event.counterpart->claim : event.claim.claim);
    const std::string after = text.amount(came ? event.claim.claim : event.counterpart->claim);
    out += text.row(came ? Text{"instead of", "thay cho"} : Text{"now", "nay là"},
                    before + " → " + after + "  " + short_id(event.counterpart->id));
  }
  return out;
}

std::string event_json(const ClaimEvent& event) {
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.member("schema", "socai.claim-event/1");
  out.member("event", name_of(event.kind));
  out.member("entry", static_cast<std::size_t>(event.entry));
  out.key("version");
  out.raw(version_to_json(event.version));
  out.member("reason", event.reason.empty() ? std::nullopt : std::optional(event.reason));
  out.member("note", event.note.empty() ? std::nullopt : std::optional(event.note));
  out.key("claim");
  out.raw(row_to_json(event.claim));
  out.key("counterpart");
  event.counterpart ? out.raw(row_to_json(*event.counterpart)) : out.null();
  out.end_object();
  return json;
}

ExitCode run_history(const Options& options, Context* context) {
  const Ledger ledger = open_ledger(*context);
  const auto as_of = options.as_of.resolve(ledger);
  const auto events = ledger.history(find_claim(ledger, options.id, as_of, *context), as_of);
  if (options.format == "jsonl") {
    for (const ClaimEvent& event : events) context->out.line(event_json(event));
    return ExitCode::ok;
  }
  const ClaimText text(context->lang, context->screen);
  const RecordedClaim& row = events.front().claim;
  context->out.write(text.block(row.claim, row.id + "  ", ""));
  for (std::size_t i = 0; i < events.size(); ++i) context->out.write("\n" + event_lines(events[i], i == 0, text));
  return ExitCode::ok;
}

}  // namespace

void add_history(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command =
      commands->add("history",
                    {"Show what became of a claim: recorded, moved, retired, and the figure that took its place",
                     "Xem một tuyên bố đã ra sao: ghi, dời, rút, và số liệu nào thay nó"},
                    {"  socai history 3f2a91c0\n  socai history 3f2a91c0 --format jsonl",
                     "  socai history 3f2a91c0\n  socai history 3f2a91c0 --format jsonl"});
  command
      ->add_option("CLAIM", options->id,
                   context->t({"A claim's id, or the beginning of it", "Mã của tuyên bố, hoặc phần đầu của mã"}))
      ->required();
  options->as_of.add_to(commands, command);
  commands->add_format(command, &options->format, {"text", "jsonl"});
  commands->add_ledger(command);
  commands->set_run(command, [options, context] { return run_history(*options, context); });
}

}  // namespace socai::cli
