// SPDX-License-Identifier: Apache-2.0
// socai extract: articles in, claims out; no ledger.
#include <memory>
#include <string>
#include <vector>

#include "cli/commands/all.h"
#include "cli/commands/explain.h"
#include "cli/commands/input_options.h"
#include "cli/input/find_files.h"
#include "cli/input/ordered_work.h"
#include "cli/input/slice_reader.h"
#include "cli/people/claim_text.h"
#include "cli/terminal/progress.h"
#include "cli/terminal/width.h"
#include "extractor/claim/claim_json.h"
#include "extractor/extractor.h"

namespace socai::cli {
namespace {

struct Options {
  InputOptions input;
  std::string format;
  bool explain = false;
};

// What came of one slice: the output's bytes, ready to be written.
struct Extracted {
  std::string bytes;
  std::size_t claims = 0;
  SliceReport report;
};

// The work of one thread.
class Worker {
 public:
  Worker(const Options& options, Context* context)
      : options_(options), text_(context->lang, context->screen), screen_(context->screen),
        reader_(options.input.form(), context->rules()), extractor_(context->rules()) {}

  Extracted work(const Slice& slice) {
    Extracted result;
    result.report = reader_.read(slice, [&](const Article& article, const Origin&) { add(article, &result); });
    return result;
  }

 private:
  void add(const Article& article, Extracted* result) {
    if (options_.explain) {
      const auto explained = extractor_.explain(article);
      result->claims += explained.size();
      if (options_.format == "text") result->bytes += heading(article);
      for (std::size_t i = 0; i < explained.size(); ++i) add_explained(article, i, explained[i], &result->bytes);
      return;
    }
    const std::vector<Claim> claims = extractor_.extract(article);
    result->claims += claims.size();
    if (options_.format == "jsonl") return add_records(claims, &result->bytes);
    result->bytes += heading(article);
    for (std::size_t i = 0; i < claims.size(); ++i) result->bytes += block(article, i, claims[i]) + "\n";
  }

  static void add_records(const std::vector<Claim>& claims, std::string* out) {
    for (const Claim& claim : claims) {
      JsonWriter writer(out);
      write_claim(&writer, claim);
      out->push_back('\n');
    }
  }

  void add_explained(const Article& article, std::size_t index, const ExplainedClaim& explained, std::string* out) {
    if (options_.format == "jsonl") {
      *out += explained_to_json(explained) + "\n";
    } else {
      *out += block(article, index, explained.claim) + steps_as_tree(explained.steps, screen_) + "\n";
    }
  }

  std::string heading(const Article& article) const {
    std::string line = article.id;
    if (article.outlet) line += " · " + *article.outlet;
    if (article.published) line += " · " + text_.dates.day(*article.published);
    if (article.title) line += " · " + *article.title;
    return screen_.paint(Style::bold, "# " + one_line(line)) + "\n";
  }

  std::string block(const Article& article, std::size_t index, const Claim& claim) const {
    const std::string& field = claim.field == Field::title && article.title ? *article.title : article.text;
    return text_.block(claim, pad_left(std::to_string(index + 1), 3) + " ", sentence_of(claim, field));
  }

  const Options& options_;
  ClaimText text_;
  Terminal screen_;
  SliceReader reader_;
  Extractor extractor_;
};

ExitCode run_extract(const Options& options, Context* context) {
  FoundFiles found = find_files(options.input.names.empty() ? std::vector<std::string>{"-"} : options.input.names);
  SliceReport folders;
  folders.refused = std::move(found.refused);
  bool refused = context->report(folders);
  context->rules();  // compiled before the threads share them
  SliceSource source(std::move(found.files), options.input.form());
  OrderedWork<Slice, Extracted> work(options.input.thread_count(), [&] {
    auto worker = std::make_shared<Worker>(options, context);
    return [worker](const Slice& slice) { return worker->work(slice); };
  });
  Progress progress(*context, context->talk.is_terminal ? source.bytes_in_all() : 0);
  std::size_t articles = 0;
  std::size_t claims = 0;
  work.run([&] { return source.next(); },
           [&](const Extracted& result) {
             progress.clear();
             context->out.write(result.bytes);
             refused = context->report(result.report) || refused;
             articles += result.report.articles;
             claims += result.claims;
             progress.tell(source.bytes_read(), articles);
           });
  context->end_report();
  if (articles == 0 && !refused) context->note(context->t({"no article was read", "không đọc được bài nào"}));
  if (articles > 0 && claims == 0) context->note(context->t({"no claims found", "không thấy tuyên bố nào"}));
  return refused ? ExitCode::partial : ExitCode::ok;
}

}  // namespace

void add_extract(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add(
      "extract",
      {"Print the claims of articles; a pure filter", "In các tuyên bố trong bài báo; chỉ đọc, không ghi sổ"},
      {"  # the claims of one article, for people\n"
       "  socai extract article.txt\n"
       "  # an archive, a claim record a line\n"
       "  socai extract --format jsonl archive.jsonl > claims.jsonl\n"
       "  # which rules fired on which words\n"
       "  socai extract --explain article.txt",
       "  # các tuyên bố trong một bài, cho người đọc\n"
       "  socai extract article.txt\n"
       "  # cả kho bài, mỗi dòng một bản ghi\n"
       "  socai extract --format jsonl archive.jsonl > claims.jsonl\n"
       "  # quy tắc nào đã khớp với những chữ nào\n"
       "  socai extract --explain article.txt"});
  command->add_option("FILE", options->input.names,
                      context->t({"Articles: files, folders, or - for standard input (the default)",
                                  "Bài báo: tệp, thư mục, hoặc - là đầu vào chuẩn (mặc định)"}));
  commands->add_format(command, &options->format, {"text", "jsonl"});
  options->input.add_to(commands, command);
  command->add_flag("--explain", options->explain,
                    context->t({"Show, claim by claim, which rules fired on which words",
                                "Cho thấy với từng tuyên bố quy tắc nào đã khớp với những chữ nào"}));
  commands->set_run(command, [options, context] { return run_extract(*options, context); });
}

}  // namespace socai::cli
