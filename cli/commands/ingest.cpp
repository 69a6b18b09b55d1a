// SPDX-License-Identifier: Apache-2.0
// socai ingest: articles into the ledger, as one version.
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "cli/commands/all.h"
#include "cli/commands/input_options.h"
#include "cli/input/find_files.h"
#include "cli/input/ordered_work.h"
#include "cli/people/numbers.h"
#include "cli/program/clock.h"
#include "cli/program/interrupt.h"
#include "cli/terminal/progress.h"
#include "extractor/extractor.h"
#include "ledger/ledger.h"

namespace socai::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  InputOptions input;
  bool dry_run = false;
  std::string message;
  std::string author;
};

struct Extracted {
  std::vector<ArticleClaims> articles;
  SliceReport report;
};

struct Worker {
  explicit Worker(const Rules& rules) : reader(rules), extractor(rules) {}

  Extracted work(const Slice& slice) {
    Extracted result;
    result.report = reader.read(slice, [&](const Article& article) {
      result.articles.push_back({article, extractor.extract(article)});
    });
    return result;
  }

  SliceReader reader;
  Extractor extractor;
};

// Where a dry run works if there is no ledger yet: a folder that goes when it ends.
struct ScratchFolder {
  ScratchFolder() {
    std::string pattern = (fs::temp_directory_path() / "socai-XXXXXX").native();
    if (mkdtemp(pattern.data()) == nullptr) throw Error(ExitCode::io, pattern, "cannot make a temporary folder");
    path = pattern;
  }
  ~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  fs::path path;
};

// The ledger and the version that is being made. Both are opened at the first article, so that a command that finds
// none leaves no file behind; a file that it made itself goes again if it fails.
class Recording {
 public:
  Recording(const Options& options, Context* context) : options_(options), context_(context) {}

  ~Recording() {
    writer_.reset();
    ledger_.reset();
    std::error_code ignored;
    if (is_new_ && !done_ && !scratch_) fs::remove(path_, ignored);
  }
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;

  void add(const ArticleClaims& item) {
    if (!writer_) open();
    writer_->add(item.article, item.claims);
  }

  // Nothing where no article came.
  std::optional<IngestResult> finish() {
    if (!writer_) return std::nullopt;
    IngestResult result = options_.dry_run ? writer_->discard() : writer_->seal();
    writer_.reset();
    done_ = true;
    return result;
  }

 private:
  void open() {
    path_ = context_->ledger_path();
    std::error_code ignored;
    is_new_ = !fs::exists(path_, ignored);
    if (options_.dry_run && is_new_) scratch_ = std::make_unique<ScratchFolder>();
    if (options_.dry_run && !is_new_) {
      ledger_.emplace(Ledger::open_to_write(path_));
    } else {
      ledger_.emplace(Ledger::open_or_create(scratch_ ? (scratch_->path / "dry-run.db").native() : path_));
    }
    const std::string author = options_.author.empty() ? user_name() : options_.author;
    writer_.emplace(ledger_->begin({utc_now(), author, options_.message, context_->rules().id()}));
  }

  const Options& options_;
  Context* context_;
  std::string path_;
  bool is_new_ = false;
  bool done_ = false;
  std::unique_ptr<ScratchFolder> scratch_;
  std::optional<Ledger> ledger_;
  std::optional<Writer> writer_;
};

void tell(const IngestResult& result, const Options& options, const std::string& elapsed, const Context& context) {
  const Numbers numbers(context.lang);
  const auto n = [&](std::size_t count) { return numbers.count(count); };
  const bool anything =
      result.articles_new + result.articles_updated + result.claims_recorded + result.claims_retired > 0;
  const std::string counts =
      context.t({"articles: {0} new, {1} updated, {2} unchanged; claims: {3} recorded, {4} retired, {5} kept",
                 "bài: {0} mới, {1} cập nhật, {2} không đổi; tuyên bố: {3} ghi mới, {4} rút, {5} giữ nguyên"},
                {n(result.articles_new), n(result.articles_updated), n(result.articles_unchanged),
                 n(result.claims_recorded), n(result.claims_retired), n(result.claims_kept)});
  if (!anything && !result.version) {
    context.note(
        context.t({"nothing is new: no version was made; {0}; {1}", "không có gì mới: không tạo phiên bản; {0}; {1}"},
                  {counts, elapsed}));
  } else if (options.dry_run) {
    context.note(
        context.t({"dry run, nothing was written; would be: {0}; {1}", "chạy thử, không ghi gì; nếu ghi: {0}; {1}"},
                  {counts, elapsed}));
  } else {
    context.note(context.t({"version {0}: {1}; root {2}; {3}", "phiên bản {0}: {1}; gốc {2}; {3}"},
                           {std::to_string(result.version.value_or(0)), counts, result.root.substr(0, 12), elapsed}));
  }
}

void stop_if_interrupted(const Context& context) {
  if (!interrupted()) return;
  throw Error(ExitCode::interrupted, "",
              context.t({"interrupted; the ledger is as it was", "bị ngắt; sổ cái giữ nguyên"}));
}

ExitCode run_ingest(const Options& options, Context* context) {
  const Stopwatch watch;
  FoundFiles found = find_files(options.input.names);
  SliceReport folders;
  folders.refused = std::move(found.refused);
  bool refused = context->report(folders);
  const Rules& rules = context->rules();
  SliceSource source(std::move(found.files), options.input.input_format());
  OrderedWork<Slice, Extracted> work(options.input.thread_count(), [&] {
    auto worker = std::make_shared<Worker>(rules);
    return [worker](const Slice& slice) { return worker->work(slice); };
  });
  note_interrupts();
  Recording recording(options, context);
  Progress progress(*context, context->talk.is_terminal ? source.bytes_in_all() : 0);
  std::size_t articles = 0;
  work.run([&] { return source.next(); },
           [&](const Extracted& result) {
             progress.clear();
             stop_if_interrupted(*context);
             refused = context->report(result.report) || refused;
             for (const ArticleClaims& item : result.articles) recording.add(item);
             articles += result.articles.size();
             progress.tell(source.bytes_read(), articles);
           });
  progress.clear();
  stop_if_interrupted(*context);
  if (const auto result = recording.finish()) {
    tell(*result, options, watch.elapsed(), *context);
  } else {
    context->note(
        context->t({"no article was read; the ledger is as it was", "không đọc được bài nào; sổ cái giữ nguyên"}));
  }
  return refused ? ExitCode::partial : ExitCode::ok;
}

}  // namespace

void add_ingest(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add("ingest",
                                    {"Record the claims of articles in the ledger, as one version",
                                     "Ghi các tuyên bố trong bài báo vào sổ cái, thành một phiên bản"},
                                    {"  socai ingest article.txt\n"
                                     "  # a folder: its *.txt, *.jsonl, *.json, *.html and *.xml files\n"
                                     "  socai ingest archive --message \"archive of 2025\"\n"
                                     "  # what would it do?\n"
                                     "  socai ingest archive.jsonl --dry-run",
                                     "  socai ingest article.txt\n"
                                     "  # một thư mục: các tệp *.txt, *.jsonl, *.json, *.html và *.xml trong đó\n"
                                     "  socai ingest archive --message \"kho bài 2025\"\n"
                                     "  # thử xem sẽ ghi những gì\n"
                                     "  socai ingest archive.jsonl --dry-run"});
  command
      ->add_option("FILE", options->input.names,
                   context->t({"Articles: files, folders, or - for standard input",
                               "Bài báo: tệp, thư mục, hoặc - là đầu vào chuẩn"}))
      ->required();
  commands->add_ledger(command);
  command->add_flag("--dry-run", options->dry_run,
                    context->t({"Say what would be recorded; write nothing", "Cho biết sẽ ghi gì; không ghi"}));
  command
      ->add_option("-m,--message", options->message,
                   context->t({"Why: kept with the version", "Lý do: lưu cùng phiên bản"}))
      ->type_name("TEXT");
  command
      ->add_option("--author", options->author,
                   context->t({"Who (else $SOCAI_AUTHOR, $USER)", "Ai ghi (nếu không: $SOCAI_AUTHOR, $USER)"}))
      ->type_name("NAME");
  options->input.add_to(commands, command);
  commands->set_run(command, [options, context] { return run_ingest(*options, context); });
}

}  // namespace socai::cli
