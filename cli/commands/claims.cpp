// SPDX-License-Identifier: Apache-2.0
// socai claims: who claimed what.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands/all.h"
#include "cli/commands/claim_rows.h"
#include "cli/commands/ledger_options.h"
#include "ledger/ledger.h"
#include "ledger/row_json.h"

namespace socai::cli {
namespace {

constexpr std::size_t kTextLimit = 50;

struct Options {
  std::vector<std::string> by;
  std::vector<std::string> about;
  std::string metric, currency, min, max, kind, since, until, format;
  AsOf as_of;
  std::optional<std::size_t> limit;
  bool newest = false;
  bool retired = false;
};

// The rules are compiled only for a question that needs them: that takes longer than to answer most others.
void add_names(const std::vector<std::string>& typed, Context* context, std::vector<std::string>* names) {
  for (const std::string& name : typed) {
    const auto ids = names_for(name, context->rules());
    names->insert(names->end(), ids.begin(), ids.end());
  }
}

// A bound on the amount; the currency that stands beside it counts if no other was asked for.
Decimal bound(const std::string& typed, const char* option, bool is_min, ClaimQuery* query, Context* context) {
  const Amount amount = amount_for(typed, option, context);
  if (!amount.currency.empty() && !amount.implied_currency) {
    if (query->currency && *query->currency != amount.currency) {
      throw Error(ExitCode::usage, option,
                  context->t({"'{0}' is in {1}, but {2} was asked for", "'{0}' tính bằng {1}, trong khi yêu cầu {2}"},
                             {typed, amount.currency, *query->currency}));
    }
    query->currency = amount.currency;
  }
  const auto& edge = is_min ? amount.min : amount.max;
  if (amount.value) return *amount.value;
  if (edge) return *edge;
  throw Error(ExitCode::usage, option,
              context->t({"'{0}' sets no such bound", "'{0}' không cho giới hạn này"}, {typed}));
}

ClaimQuery query_of(const Options& options, const Ledger& ledger, Context* context) {
  ClaimQuery query;
  add_names(options.by, context, &query.by);
  add_names(options.about, context, &query.about);
  if (!options.metric.empty()) query.metric = metric_for(options.metric, ledger, context);
  if (!options.currency.empty()) query.currency = currency_for(options.currency, context);
  if (!options.min.empty()) query.min = bound(options.min, "--min", true, &query, context);
  if (!options.max.empty()) query.max = bound(options.max, "--max", false, &query, context);
  if (!options.kind.empty()) query.kind = options.kind == "money" ? Kind::money : Kind::statement;
  if (!options.since.empty()) query.since = day_for(options.since, "--since", *context);
  if (!options.until.empty()) query.until = day_for(options.until, "--until", *context);
  query.as_of = options.as_of.resolve(ledger);
  query.limit = options.limit.value_or(options.format == "text" ? kTextLimit : 0);
  query.newest_first = options.newest;
  query.with_retired = options.retired;
  return query;
}

void print_text(const Ledger& ledger, const ClaimQuery& query, Context* context) {
  const ClaimText text(context->lang, context->screen);
  const ClaimPage page = ledger.claims(query);
  if (page.rows.empty()) return context->note(context->t({"no such claims", "không có tuyên bố nào như vậy"}));
  context->out.write(claim_table(page.rows, text).render(context->screen));
  if (page.truncated) {
    context->note(context->t({"the first {0}; all of them: --limit 0", "{0} tuyên bố đầu tiên; xem tất cả: --limit 0"},
                             {text.numbers.count(page.rows.size())}));
  }
}

// One object that holds them all, written row by row.
void print_json(const Ledger& ledger, const ClaimQuery& query, Context* context) {
  ClaimQuery more = query;  // one row beyond the limit tells whether it cut
  if (query.limit > 0) ++more.limit;
  const VersionNumber head = ledger.head_number();
  context->out.write("{\"schema\":\"socai.claims/1\",\"ledger_version\":" + std::to_string(head) +
                     ",\"as_of\":" + std::to_string(query.as_of.value_or(head)) + ",\"claims\":[");
  std::size_t count = 0;
  bool truncated = false;
  ledger.for_each_claim(more, [&](const RecordedClaim& row) {
    truncated = query.limit > 0 && count == query.limit;
    if (truncated) return false;
    context->out.write((count++ > 0 ? ",\n" : "\n") + row_to_json(row));
    return true;
  });
  context->out.line(std::string("],\"truncated\":") + (truncated ? "true" : "false") + "}");
}

ExitCode run_claims(const Options& options, Context* context) {
  const Ledger ledger = open_ledger(*context);
  const ClaimQuery query = query_of(options, ledger, context);
  if (options.format == "text") {
    print_text(ledger, query, context);
  } else if (options.format == "json") {
    print_json(ledger, query, context);
  } else {
    const bool csv = options.format == "csv";
    if (csv) context->out.write(claim_csv_header());
    ledger.for_each_claim(query, [&](const RecordedClaim& row) {
      context->out.write(csv ? claim_csv(row) : row_to_json(row) + "\n");
      return true;
    });
  }
  return ExitCode::ok;
}

void add_filters(Commands* commands, CLI::App* command, Options* options) {
  const Context& context = commands->context();
  const auto option = [&](const char* name, std::string* value, const char* type, const Text& help) {
    command->add_option(name, *value, context.t(help))->type_name(type);
  };
  const auto names = [&](const char* name, std::vector<std::string>* value, const Text& help) {
    command->add_option(name, *value, context.t(help))->type_name("NAME")->expected(1)->take_all();
  };
  names("--by", &options->by,
        {"Who claims it; case and diacritics do not matter, aliases are followed",
         "Ai nói; không phân biệt hoa thường và dấu, hiểu cả tên gọi khác"});
  names("--about", &options->about, {"Who or what it is about", "Nói về ai hay cái gì"});
  option("--metric", &options->metric, "ID",
         {"A metric and all below it: cost, cost.training, revenue",
          "Chỉ số và mọi chỉ số con: cost, cost.training, revenue"});
  option("--currency", &options->currency, "CODE", {"The currency: USD, VND, …", "Loại tiền: USD, VND, …"});
  option("--min", &options->min, "AMOUNT",
         {"At least, as people write it: \"500 triệu USD\"", "Ít nhất, viết như thường: \"500 triệu USD\""});
  option("--max", &options->max, "AMOUNT", {"At most", "Nhiều nhất"});
  commands->add_choice(command, "--kind", &options->kind, {"money", "statement"},
                       {"Money claims, or attributed statements without an amount",
                        "Tuyên bố về tiền, hay phát biểu không kèm số tiền"});
  option("--since", &options->since, "DAY", {"Published on this day or later", "Đăng từ ngày này"});
  option("--until", &options->until, "DAY", {"Published on this day or earlier", "Đăng đến hết ngày này"});
}

}  // namespace

void add_claims(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add(
      "claims",
      {"List who claimed what, now or as of any version", "Liệt kê ai nói gì, hiện tại hoặc tại một phiên bản"},
      {"  socai claims --about deepseek --metric cost\n"
       "  # half a billion dollars and more\n"
       "  socai claims --min \"500 triệu USD\"\n"
       "  socai claims --by semianalysis --as-of 1\n"
       "  socai claims --format csv > claims.csv",
       "  socai claims --about deepseek --metric cost\n"
       "  # từ nửa tỷ đô la trở lên\n"
       "  socai claims --min \"500 triệu USD\"\n"
       "  socai claims --by semianalysis --as-of 1\n"
       "  socai claims --format csv > claims.csv"});
  add_filters(commands, command, options.get());
  options->as_of.add_to(commands, command);
  command
      ->add_option("--limit", options->limit,
                   context->t({"At most N; 0: all (default: 50 as text, else all)",
                               "Nhiều nhất N; 0: tất cả (mặc định: 50 với text, còn lại tất cả)"}))
      ->type_name("N");
  command->add_flag("--newest", options->newest, context->t({"Those recorded last come first", "Ghi sau đứng trước"}));
  command->add_flag("--retired", options->retired,
                    context->t({"Also those that no longer stand", "Cả những tuyên bố không còn hiệu lực"}));
  commands->add_format(command, &options->format, {"text", "json", "jsonl", "csv"});
  commands->add_ledger(command);
  commands->add_rules(command);
  commands->set_run(command, [options, context] { return run_claims(*options, context); });
}

}  // namespace socai::cli
