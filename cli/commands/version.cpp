// SPDX-License-Identifier: Apache-2.0
// socai version: the program, its rules and the libraries that it stands on.
#include <unicode/uvernum.h>

#include <memory>
#include <string>

#include "cli/commands/all.h"
#include "cli/program/commands.h"
#include "extractor/claim/claim_json.h"
#include "extractor/claim/json_writer.h"

namespace socai::cli {
namespace {

ExitCode run_version(const std::string& format, Context* context) {
  const std::string rules = context->rules().id();
  if (format == "json") {
    std::string json;
    JsonWriter out(&json);
    out.begin_object();
    out.member("schema", "socai.version/1");
    out.member("version", SOCAI_VERSION);
    out.member("rules", rules);
    out.member("claim_schema", kClaimSchema);
    out.member("icu", U_ICU_VERSION);
    out.end_object();
    context->out.line(json);
  } else {
    context->out.line("socai " SOCAI_VERSION);
    context->out.line(std::string(context->t({"rules ", "quy tắc "})) + rules.substr(0, 16));
    context->out.line(std::string("ICU ") + U_ICU_VERSION);
  }
  return ExitCode::ok;
}

}  // namespace

void add_version(Commands* commands) {
  auto format = std::make_shared<std::string>();
  Context* context = &commands->context();
  CLI::App* command = commands->add(
      "version", {"Show the version of the program and its rules", "Hiện phiên bản của chương trình và của bộ quy tắc"},
      {"  socai version --format json", "  socai version --format json"});
  commands->add_format(command, format.get(), {"text", "json"});
  commands->add_rules(command);
  commands->set_run(command, [format, context] { return run_version(*format, context); });
}

}  // namespace socai::cli
