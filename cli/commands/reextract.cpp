// SPDX-License-Identifier: Apache-2.0
// socai reextract: all stored articles read again under the present rules; what changed becomes one version.
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands/all.h"
#include "cli/commands/input_options.h"
#include "cli/commands/new_version.h"
#include "cli/input/ordered_work.h"
#include "cli/people/numbers.h"
#include "cli/program/clock.h"
#include "cli/terminal/progress.h"
#include "extractor/claim/json_writer.h"
#include "extractor/extractor.h"
#include "ledger/compare_claims.h"

namespace socai::cli {
namespace {

struct Options {
  InputOptions input;
  NewVersion version;
  std::string format;
};

struct Reading {
  StoredArticle stored;
  std::vector<Claim> claims;
};

struct Summary {
  std::size_t articles = 0;
  std::size_t changed_articles = 0;
  std::size_t kept = 0;
  std::size_t gained = 0;
  std::size_t lost = 0;
  std::size_t altered = 0;
  std::map<std::string, std::size_t> altered_keys;

  void add(const ClaimsCompared& one) {
    ++articles;
    kept += one.kept;
    gained += one.gained.size();
    lost += one.lost.size();
    altered += one.altered.size();
    changed_articles += one.gained.empty() && one.lost.empty() && one.altered.empty() ? 0 : 1;
    for (const auto& change : one.altered) {
      for (const auto& key : change.keys) ++altered_keys[key];
    }
  }
};

std::string words_of(const Summary& summary, const Context& context) {
  const Numbers numbers(context.lang);
  const auto n = [&](std::size_t count) { return numbers.count(count); };
  std::string keys;
  for (const auto& [key, count] : summary.altered_keys) keys += (keys.empty() ? "" : ", ") + key + " " + n(count);
  return context.t({"{0} articles read again, {1} changed; claims: {2} gained, {3} lost, {4} altered{5}, {6} as before",
                    "đọc lại {0} bài, {1} bài có thay đổi; tuyên bố: thêm {2}, mất {3}, đổi {4}{5}, giữ nguyên {6}"},
                   {n(summary.articles), n(summary.changed_articles), n(summary.gained), n(summary.lost),
                    n(summary.altered), keys.empty() ? "" : " (" + keys + ")", n(summary.kept)});
}

std::string summary_json(const Summary& summary, const IngestResult& result, const std::string& rules) {
  std::string json;
  JsonWriter out(&json);
  out.begin_object();
  out.member("schema", "socai.reextract/1");
  out.key("version");
  result.version ? out.number(static_cast<std::size_t>(*result.version)) : out.null();
  out.member("rules", rules);
  out.member("articles", summary.articles);
  out.member("changed_articles", summary.changed_articles);
  out.member("kept", summary.kept);
  out.member("gained", summary.gained);
  out.member("lost", summary.lost);
  out.member("altered", summary.altered);
  out.key("altered_keys");
  out.begin_object();
  for (const auto& [key, count] : summary.altered_keys) out.member(key, count);
  out.end_object();
  out.end_object();
  return json;
}

ExitCode run_reextract(const Options& options, Context* context) {
  const Stopwatch watch;
  const Rules& rules = context->rules();
  Ledger ledger = NewVersion::open(*context);
  Writer writer = ledger.begin(options.version.info(rules.id(), "reextract"));
  OrderedWork<StoredArticle, Reading> work(options.input.thread_count(), [&] {
    auto extractor = std::make_shared<Extractor>(rules);
    return [extractor](StoredArticle stored) {
      auto claims = extractor->extract(stored.article);
      return Reading{std::move(stored), std::move(claims)};
    };
  });
  Summary summary;
  Progress progress(*context, 0);
  std::size_t bytes = 0;
  std::int64_t cursor = 0;
  work.run([&] { return ledger.next_article(&cursor); },
           [&](const Reading& reading) {
             summary.add(compare_claims(reading.stored, reading.claims));
             writer.add(reading.stored.article, reading.claims);
             bytes += reading.stored.article.text.size();
             progress.tell(bytes, summary.articles);
           });
  progress.clear();
  const std::string words = words_of(summary, *context) + "; " + watch.elapsed();
  const IngestResult result = options.version.finish(&writer, words, *context);
  if (!result.version) context->note(words);
  if (options.format == "json") context->out.line(summary_json(summary, result, rules.id()));
  return ExitCode::ok;
}

}  // namespace

void add_reextract(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command =
      commands->add("reextract",
                    {"Read all stored articles again under the present rules; what changed becomes one version",
                     "Đọc lại mọi bài đã lưu theo quy tắc hiện tại; những gì thay đổi thành một phiên bản"},
                    {"  # what would other rules change?\n"
                     "  socai reextract --rules my-rules --dry-run\n"
                     "  socai reextract --message \"rules of March\"",
                     "  # quy tắc khác sẽ làm thay đổi gì?\n"
                     "  socai reextract --rules my-rules --dry-run\n"
                     "  socai reextract --message \"quy tắc tháng 3\""});
  options->version.add_to(commands, command);
  commands->add_rules(command);
  command
      ->add_option("--threads", options->input.threads,
                   context->t({"Threads (default: one for each processor); the output is the same",
                               "Số luồng (mặc định: mỗi bộ xử lý một luồng); kết quả không đổi"}))
      ->type_name("N");
  commands->add_format(command, &options->format, {"text", "json"});
  commands->add_ledger(command);
  commands->set_run(command, [options, context] { return run_reextract(*options, context); });
}

}  // namespace socai::cli
