// SPDX-License-Identifier: Apache-2.0
// socai train: learn the weights of the linear models from articles whose claims a person has marked.
#include <cmath>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/all.h"
#include "cli/input/whole_file.h"
#include "cli/program/commands.h"
#include "cli/score/gold.h"
#include "cli/train/examples.h"
#include "cli/train/learner.h"

namespace socai::cli {
namespace {

struct Options {
  std::vector<std::string> gold;
  std::size_t folds = 0;
  LearnerOptions learner;
};

std::string percent(double share) {
  const auto tenths = std::lround(share * 1000);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

// The mean accuracy on the articles of each fold, learned without them.
double held_out_accuracy(const std::vector<Example>& examples, std::size_t folds, const LearnerOptions& learner) {
  double sum = 0;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<Example> learned_from;
    std::vector<Example> held_out;
    for (const Example& example : examples)
      (example.article % folds == fold ? held_out : learned_from).push_back(example);
    sum += accuracy(held_out, learn(learned_from, learner)) * static_cast<double>(held_out.size());
  }
  return examples.empty() ? 0 : sum / static_cast<double>(examples.size());
}

ExitCode run_train(const Options& options, Context* context) {
  std::vector<GoldArticle> articles;
  for (const auto& file : options.gold) {
    auto more = read_gold(read_whole_file(file), file);
    std::move(more.begin(), more.end(), std::back_inserter(articles));
  }
  if (articles.empty()) throw Error(ExitCode::invalid_data, options.gold.front(), "no gold article");
  Extractor extractor(context->rules());
  std::map<std::string, LearnedWeights> models;
  for (const auto& [model, examples] : make_examples(articles, &extractor)) {
    models[model] = learn(examples, options.learner);
    std::string line = model + ": " + std::to_string(examples.size()) + " examples, right " +
                       percent(accuracy(examples, models[model]));
    if (options.folds > 1) line += ", held out " + percent(held_out_accuracy(examples, options.folds, options.learner));
    context->note(line);
  }
  context->out.write(weights_file(models));
  return ExitCode::ok;
}

}  // namespace

void add_train(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add("train",
                                    {"Learn the weights of rules/weights.toml from marked articles",
                                     "Học trọng số của rules/weights.toml từ các bài đã đánh dấu"},
                                    {"  socai train corpus/gold/*.jsonl > weights.toml\n"
                                     "  # with the accuracy on articles that were not learned from\n"
                                     "  socai train corpus/gold/*.jsonl --folds 5 > weights.toml",
                                     "  socai train corpus/gold/*.jsonl > weights.toml\n"
                                     "  # kèm độ đúng trên các bài không dùng để học\n"
                                     "  socai train corpus/gold/*.jsonl --folds 5 > weights.toml"});
  command
      ->add_option("GOLD", options->gold,
                   context->t({"Gold files (docs/annotation.md)", "Tệp chuẩn (docs/annotation.md)"}))
      ->required();
  command
      ->add_option("--folds", options->folds,
                   context->t({"Cross-validate over N parts of the articles", "Kiểm định chéo trên N phần bài"}))
      ->type_name("N");
  command
      ->add_option("--epochs", options->learner.epochs,
                   context->t({"Passes over the examples", "Số lượt qua các ví dụ"}))
      ->type_name("N");
  command->add_option("--penalty", options->learner.penalty, context->t({"L2 penalty", "Hệ số phạt L2"}))
      ->type_name("X");
  commands->add_rules(command);
  commands->set_run(command, [options, context] { return run_train(*options, context); });
}

}  // namespace socai::cli
