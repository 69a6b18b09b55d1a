// SPDX-License-Identifier: Apache-2.0
#include "cli/ingest/run.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>
#include <vector>

#include "cli/ingest/duplicates.h"
#include "cli/ingest/recording.h"
#include "cli/ingest/report.h"
#include "cli/input/ordered_work.h"
#include "cli/input/slice_reader.h"
#include "cli/people/numbers.h"
#include "cli/program/clock.h"
#include "cli/program/interrupt.h"
#include "cli/terminal/progress.h"
#include "extractor/extractor.h"
#include "ledger/identity.h"

namespace socai::cli {
namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct TakenArticle {
  Article article;
  Origin origin;
  std::vector<Claim> claims;
  bool stands = false;  // the ledger seems to hold it as it is: no claims were looked for
  TextMark mark;
};

struct Extracted {
  std::vector<TakenArticle> articles;
  SliceReport report;
  double extracting = 0;
  double all = 0;
};

// The work of one thread.
struct Worker {
  Worker(const InputForm& form, const Rules& rules, const std::vector<std::uint64_t>& known)
      : reader(form, rules), extractor(rules), standing(known) {}

  Extracted work(const Slice& slice) {
    Extracted result;
    const auto start = Clock::now();
    result.report = reader.read(slice, [&](Article article, const Origin& origin) {
      TakenArticle taken;
      const auto begun = Clock::now();
      taken.stands =
          !standing.empty() && std::binary_search(standing.begin(), standing.end(), article_fingerprint(article));
      if (!taken.stands) taken.claims = extractor.extract(article);
      taken.mark = mark_text(article.text);
      taken.article = std::move(article);
      taken.origin = origin;
      result.extracting += since(begun);
      result.articles.push_back(std::move(taken));
    });
    result.all = since(start);
    return result;
  }

  SliceReader reader;
  Extractor extractor;
  const std::vector<std::uint64_t>& standing;
};

class Ingest {
 public:
  Ingest(const IngestOptions& options, FoundFiles found, Context* context)
      : options_(options), context_(context), form_(options.input.form()), found_(std::move(found)),
        recording_(options, context), report_(options.report, &context->out) {}

  ExitCode run();

 private:
  void take(Extracted result);
  void record(TakenArticle* taken);
  void tell(const IngestResult& result) const;
  void tell_all();
  void stop_if_interrupted();

  const IngestOptions& options_;
  Context* context_;
  InputForm form_;
  FoundFiles found_;
  Recording recording_;
  IngestReport report_;
  Duplicates duplicates_;
  std::unique_ptr<Extractor> extractor_;  // for what does not stand after all
  IngestSeconds seconds_;
  Stopwatch watch_;
  Clock::time_point start_ = Clock::now();
};

void Ingest::record(TakenArticle* taken) {
  const Article& article = taken->article;
  Taken outcome = Taken::unchanged;
  if (!taken->stands || !recording_.keep(article)) {
    if (taken->stands) {
      if (extractor_ == nullptr) extractor_ = std::make_unique<Extractor>(context_->rules());
      taken->claims = extractor_->extract(article);
    }
    outcome = recording_.add(article, taken->claims);
  }
  const std::string id = article_identity(article);
  report_.add(taken->origin, id, outcome, taken->claims.size(), duplicates_.look(id, taken->mark));
  if (const auto sealed = recording_.seal_if_full()) {
    report_.add_version(*sealed);
    tell(*sealed);
  }
}

void Ingest::take(Extracted result) {
  stop_if_interrupted();
  seconds_.extracting += result.extracting;
  seconds_.parsing += result.all - result.extracting;
  context_->report(result.report);
  for (const Refusal& refusal : result.report.refused) report_.add(refusal);
  const auto begun = Clock::now();
  for (TakenArticle& taken : result.articles) record(&taken);
  seconds_.recording += since(begun);
}

ExitCode Ingest::run() {
  SliceReport folders;
  folders.refused = std::move(found_.refused);
  context_->report(folders);
  for (const Refusal& refusal : folders.refused) report_.add(refusal);
  const Rules& rules = context_->rules();
  const auto standing = recording_.standing();
  SliceSource source(std::move(found_.files), form_);
  OrderedWork<Slice, Extracted> work(options_.input.thread_count(), [&] {
    auto worker = std::make_shared<Worker>(form_, rules, standing);
    return [worker](const Slice& slice) { return worker->work(slice); };
  });
  const bool shown = context_->talk.is_terminal || options_.progress == "json";
  Progress progress(*context_, options_.progress, shown ? source.bytes_in_all() : 0);
  work.run(
      [&] {
        const auto begun = Clock::now();
        auto slice = source.next();
        seconds_.reading += since(begun);
        return slice;
      },
      [&](Extracted result) {
        progress.clear();
        take(std::move(result));
        progress.tell(source.bytes_read(), report_.counts().taken);
      });
  progress.finish(source.bytes_read(), report_.counts().taken);
  stop_if_interrupted();
  context_->end_report();
  tell_all();
  return report_.counts().refused > 0 ? ExitCode::partial : ExitCode::ok;
}

void Ingest::tell_all() {
  const auto begun = Clock::now();
  const auto last = recording_.finish();
  seconds_.sealing = since(begun);
  seconds_.all = since(start_);
  if (last && last->version && !options_.dry_run) report_.add_version(*last);
  if (recording_.versions() > 1 && last && last->version) tell(*last);
  if (report_.counts().taken == 0) {
    context_->note(
        context_->t({"no article was read; the ledger is as it was", "không đọc được bài nào; sổ cái giữ nguyên"}));
  } else {
    tell(recording_.sum());
  }
  report_.finish(recording_.sum(), seconds_, false);
}

// One line: of a version, or of all of them.
void Ingest::tell(const IngestResult& result) const {
  const Numbers numbers(context_->lang);
  const auto n = [&](std::size_t count) { return numbers.count(count); };
  std::string counts =
      context_->t({"articles: {0} new, {1} updated, {2} unchanged; claims: {3} recorded, {4} retired, {5} kept",
                   "bài: {0} mới, {1} cập nhật, {2} không đổi; tuyên bố: {3} ghi mới, {4} rút, {5} giữ nguyên"},
                  {n(result.articles_new), n(result.articles_updated), n(result.articles_unchanged),
                   n(result.claims_recorded), n(result.claims_retired), n(result.claims_kept)});
  const bool is_sum = &result == &recording_.sum();
  const IngestCounts& all = report_.counts();
  if (is_sum && all.exact_duplicates + all.near_duplicates > 0) {
    counts += context_->t({"; duplicates: {0} exact, {1} near", "; trùng lặp: {0} y hệt, {1} gần giống"},
                          {n(all.exact_duplicates), n(all.near_duplicates)});
  }
  if (is_sum && all.refused > 0) {
    counts += context_->t({"; refused: {0}", "; từ chối: {0}"}, {n(all.refused)});
  }
  const std::string elapsed = watch_.elapsed();
  if (!result.version) {
    context_->note(
        context_->t({"nothing is new: no version was made; {0}; {1}", "không có gì mới: không tạo phiên bản; {0}; {1}"},
                    {counts, elapsed}));
  } else if (options_.dry_run) {
    context_->note(
        context_->t({"dry run, nothing was written; would be: {0}; {1}", "chạy thử, không ghi gì; nếu ghi: {0}; {1}"},
                    {counts, elapsed}));
  } else if (is_sum && recording_.versions() > 1) {
    context_->note(context_->t({"{0} versions: {1}; root {2}; {3}", "{0} phiên bản: {1}; gốc {2}; {3}"},
                               {n(recording_.versions()), counts, result.root.substr(0, 12), elapsed}));
  } else {
    context_->note(context_->t({"version {0}: {1}; root {2}; {3}", "phiên bản {0}: {1}; gốc {2}; {3}"},
                               {std::to_string(*result.version), counts, result.root.substr(0, 12), elapsed}));
  }
}

void Ingest::stop_if_interrupted() {
  if (!interrupted()) return;
  if (recording_.versions() == 0) {
    throw Error(ExitCode::interrupted, "",
                context_->t({"interrupted; the ledger is as it was", "bị ngắt; sổ cái giữ nguyên"}));
  }
  seconds_.all = since(start_);
  report_.finish(recording_.sum(), seconds_, true);
  throw Error(
      ExitCode::interrupted, "",
      context_->t({"interrupted; what was sealed stands, up to version {0}; what came behind it was not recorded",
                   "bị ngắt; những gì đã niêm phong, đến phiên bản {0}, vẫn còn; phần sau đó không được ghi"},
                  {std::to_string(recording_.sum().version.value_or(0))}),
      context_->t({"the same command again goes on from there", "chạy lại lệnh này để tiếp tục"}));
}

}  // namespace

ExitCode run_ingest(const IngestOptions& options, FoundFiles found, Context* context) {
  return Ingest(options, std::move(found), context).run();
}

}  // namespace socai::cli
