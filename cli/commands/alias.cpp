// SPDX-License-Identifier: Apache-2.0
// socai alias: two names of one entity, joined or parted by a person.
#include <algorithm>
#include <memory>
#include <string>

#include "cli/commands/all.h"
#include "cli/commands/ledger_options.h"
#include "cli/commands/new_version.h"
#include "cli/people/dates.h"
#include "cli/program/suggest.h"
#include "cli/terminal/table.h"
#include "extractor/claim/json_writer.h"

namespace socai::cli {
namespace {

struct Options {
  std::string a;
  std::string b;
  std::string format;
  AsOf as_of;
  NewVersion version;
};

// The id that the ledger uses for a name: as the gazetteer has it, else folded. Joining what no claim names is allowed
// (it may come), but a slip of the hand is likelier.
std::string id_for(const std::string& name, const Ledger& ledger, Context* context) {
  std::string id = context->rules().resolve_id(name);
  const auto known = ledger.entity_ids();
  if (std::binary_search(known.begin(), known.end(), id)) return id;
  const auto meant = nearest(id, known);
  context->note(context->t({"no claim names '{0}' so far", "chưa có tuyên bố nào nhắc đến '{0}'"}, {id}) +
                (meant ? context->t({"; did you mean '{0}'?", "; có phải ý bạn là '{0}'?"}, {*meant}) : std::string()));
  return id;
}

ExitCode run_change(const Options& options, bool joined, Context* context) {
  Ledger ledger = NewVersion::open(*context);
  const std::string a = id_for(options.a, ledger, context);
  const std::string b = id_for(options.b, ledger, context);
  Writer writer = ledger.begin(options.version.info(""));
  writer.alias(a, b, joined);
  options.version.finish(&writer,
                         context->t(joined ? Text{"{0} and {1} are one", "{0} và {1} là một"}
                                           : Text{"{0} and {1} are two again", "{0} và {1} lại là hai"},
                                    {a, b}),
                         *context);
  return ExitCode::ok;
}

std::string pair_json(const JoinedPair& pair) {
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.member("schema", "socai.alias/1");
  out.member("a", pair.a);
  out.member("b", pair.b);
  out.member("version", static_cast<std::size_t>(pair.version));
  out.member("author", pair.author);
  out.member("time", pair.time);
  out.end_object();
  return json;
}

ExitCode run_list(const Options& options, Context* context) {
  const Ledger ledger = open_ledger(*context);
  const auto pairs = ledger.joined_pairs(options.as_of.resolve(ledger));
  if (options.format == "jsonl") {
    for (const JoinedPair& pair : pairs) context->out.line(pair_json(pair));
    return ExitCode::ok;
  }
  if (pairs.empty()) context->note(context->t({"no names are joined", "chưa có tên nào được gộp"}));
  if (pairs.empty()) return ExitCode::ok;
  const Dates dates(context->lang);
  Table table({{context->t({"one name", "một tên"})},
               {context->t({"the other", "tên kia"})},
               {context->t({"version", "phiên bản"}), Align::right, false},
               {context->t({"time (UTC+7)", "lúc (UTC+7)"}), Align::left, false},
               {context->t({"author", "người ghi"})}});
  for (const JoinedPair& pair : pairs) {
    table.add({pair.a, pair.b, std::to_string(pair.version), dates.time(pair.time), pair.author});
  }
  context->out.write(table.render(context->screen));
  return ExitCode::ok;
}

void add_change(Commands* commands, CLI::App* parent, bool joined) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command =
      joined ? commands->add_to(parent, "add",
                                {"Two names are of one entity: questions for one find both",
                                 "Hai tên là một: hỏi tên này thì ra cả tên kia"},
                                {"  socai alias add \"Vin\" \"Vingroup\" --message \"short name\"",
                                 "  socai alias add \"Vin\" \"Vingroup\" --message \"tên tắt\""})
             : commands->add_to(
                   parent, "remove", {"Two names are not of one entity after all", "Hai tên hóa ra không phải là một"},
                   {"  socai alias remove \"Vin\" \"Vingroup\"", "  socai alias remove \"Vin\" \"Vingroup\""});
  command->add_option("NAME", options->a, context->t({"A name, or its id", "Một tên, hoặc mã của nó"}))->required();
  command->add_option("OTHER", options->b, context->t({"The other name, or its id", "Tên kia, hoặc mã của nó"}))
      ->required();
  options->version.add_to(commands, command);
  commands->add_ledger(command);
  commands->add_rules(command);
  commands->set_run(command, [options, joined, context] { return run_change(*options, joined, context); });
}

void add_list(Commands* commands, CLI::App* parent) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add_to(parent, "list", {"The names that are joined", "Các tên đã được gộp"},
                                       {"  socai alias list\n  socai alias list --as-of 3 --format jsonl",
                                        "  socai alias list\n  socai alias list --as-of 3 --format jsonl"});
  options->as_of.add_to(commands, command);
  commands->add_format(command, &options->format, {"text", "jsonl"});
  commands->add_ledger(command);
  commands->set_run(command, [options, context] { return run_list(*options, context); });
}

}  // namespace

void add_alias(Commands* commands) {
  CLI::App* command = commands->add("alias", {"Say which names are of one entity", "Cho biết những tên nào là một"},
                                    {"  socai alias add \"Vin\" \"Vingroup\"\n  socai alias list",
                                     "  socai alias add \"Vin\" \"Vingroup\"\n  socai alias list"});
  command->require_subcommand(1);
  add_change(commands, command, true);
  add_change(commands, command, false);
  add_list(commands, command);
}

}  // namespace socai::cli
