// SPDX-License-Identifier: Apache-2.0
// socai eval: how right the extractor is on articles whose claims a person has marked, and how right the audit is on
// pairs of figures that a person has judged.
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/all.h"
#include "cli/commands/eval_audit.h"
#include "cli/input/find_files.h"
#include "cli/input/whole_file.h"
#include "cli/program/commands.h"
#include "cli/score/gold.h"
#include "cli/score/report.h"
#include "cli/score/score.h"
#include "extractor/extractor.h"

namespace socai::cli {
namespace {

struct Options {
  std::vector<std::string> gold;
  std::vector<std::string> pairs;
  std::string format;
  std::size_t misses = 0;
};

std::vector<GoldArticle> read_marked(const std::vector<std::string>& names) {
  const FoundFiles found = find_files(names);
  if (!found.refused.empty()) throw Error(ExitCode::io, found.refused.front().place.file, found.refused.front().why);
  std::vector<GoldArticle> articles;
  for (const std::string& file : found.files) {
    for (GoldArticle& article : read_gold(read_whole_file(file), file)) articles.push_back(std::move(article));
  }
  if (articles.empty()) throw Error(ExitCode::invalid_data, names.front(), "no gold article");
  return articles;
}

ExitCode run_eval(const Options& options, Context* context) {
  if (!options.pairs.empty()) {
    return run_eval_audit({options.gold, options.pairs, options.format, options.misses}, context);
  }
  const std::vector<GoldArticle> articles = read_marked(options.gold);
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
                                    {"Score the extractor, or the audit, against what a person has judged",
                                     "Chấm điểm bộ trích xuất, hoặc phần đối chiếu, theo đánh giá của người"},
                                    {"  socai eval corpus/gold\n"
                                     "  # your own rules, and the first ten errors of each kind\n"
                                     "  socai eval corpus/gold --rules rules --misses 10\n"
                                     "  # the audit: its verdicts beside those of a person\n"
                                     "  socai eval corpus/events --pairs corpus/pairs",
                                     "  socai eval corpus/gold\n"
                                     "  # quy tắc của riêng bạn, và mười lỗi đầu tiên của mỗi loại\n"
                                     "  socai eval corpus/gold --rules rules --misses 10\n"
                                     "  # phần đối chiếu: kết luận của nó bên cạnh kết luận của người\n"
                                     "  socai eval corpus/events --pairs corpus/pairs"});
  command
      ->add_option("GOLD", options->gold,
                   context->t({"Gold files or folders (docs/annotation.md); with --pairs also articles without claims",
                               "Tệp hoặc thư mục chuẩn (docs/annotation.md); với --pairs cả bài chưa đánh dấu"}))
      ->required();
  command
      ->add_option("--pairs", options->pairs,
                   context->t({"Score the audit instead: judged pairs of figures (corpus/README.md)",
                               "Chấm phần đối chiếu: các cặp số liệu đã được xét (corpus/README.md)"}))
      ->type_name("FILE");
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
