// SPDX-License-Identifier: Apache-2.0
// socai eval: how right the extractor is on articles whose claims a person has marked.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/all.h"
#include "cli/input/whole_file.h"
#include "cli/program/commands.h"
#include "cli/score/gold.h"
#include "cli/score/report.h"
#include "cli/score/score.h"
#include "extractor/extractor.h"

namespace socai::cli {
namespace {

struct Options {
  std::string gold;
  std::string format;
  std::size_t misses = 0;
};

ExitCode run_eval(const Options& options, Context* context) {
  const std::vector<GoldArticle> articles = read_gold(read_whole_file(options.gold), options.gold);
  if (articles.empty()) throw Error(ExitCode::invalid_data, options.gold, "no gold article");
  Extractor extractor(context->rules());
  std::map<std::string, std::vector<Claim>> claims;  // by article id: an id that stands twice shares its claims
  for (const GoldArticle& gold : articles) {
    std::vector<Claim> found = extractor.extract(gold.article);
    auto& all = claims[gold.article.id];
    all.insert(all.end(), found.begin(), found.end());
  }
  Score score;
  for (const GoldArticle& gold : articles) score.add(gold, claims[gold.article.id]);
  if (options.format == "json") {
    context->out.line(score_json(score));
  } else {
    context->out.write(score_text(score));
    context->out.write(misses_text(score, options.misses));
  }
  return ExitCode::ok;
}

}  // namespace

void add_eval(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add("eval",
                                    {"Score the extractor against articles that a person has marked",
                                     "Chấm điểm bộ trích xuất trên các bài do người đánh dấu"},
                                    {"  socai eval corpus/gold.jsonl\n"
                                     "  # your own rules, and the first ten errors of each kind\n"
                                     "  socai eval corpus/gold.jsonl --rules rules --misses 10",
                                     "  socai eval corpus/gold.jsonl\n"
                                     "  # quy tắc của riêng bạn, và mười lỗi đầu tiên của mỗi loại\n"
                                     "  socai eval corpus/gold.jsonl --rules rules --misses 10"});
  command
      ->add_option("GOLD", options->gold,
                   context->t({"Gold file (docs/annotation.md)", "Tệp chuẩn (docs/annotation.md)"}))
      ->required();
  command
      ->add_option("--misses", options->misses,
                   context->t({"Also show the first N claims missed, in excess, and wrong",
                               "Cho xem cả N tuyên bố đầu tiên bị sót, bị thừa và bị sai"}))
      ->type_name("N");
  commands->add_format(command, &options->format, {"text", "json"});
  commands->add_rules(command);
  commands->set_run(command, [options, context] { return run_eval(*options, context); });
}

}  // namespace socai::cli
