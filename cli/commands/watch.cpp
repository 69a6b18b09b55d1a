// SPDX-License-Identifier: Apache-2.0
// socai watch: a folder's new articles into the ledger as they come.
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "cli/commands/all.h"
#include "cli/commands/ingest_options.h"
#include "cli/ingest/folder_watch.h"
#include "cli/ingest/run.h"
#include "cli/program/interrupt.h"

namespace socai::cli {
namespace {

struct Options {
  IngestOptions ingest;
  std::string folder;
};

// One round. A ledger that another program writes is waited for; every other error ends the watch: what was not
// recorded is found again when it is started again.
void ingest_round(const Options& options, const std::vector<std::string>& names, Context* context) {
  while (!interrupted()) {
    FoundFiles found = find_files(names);
    if (found.files.empty()) return;
    try {
      run_ingest(options.ingest, std::move(found), context);
      return;
    } catch (const Error& error) {
      if (error.code != ExitCode::locked) throw;
      context->error(error);
      std::this_thread::sleep_for(std::chrono::seconds(1));
    }
  }
}

ExitCode run_watch(const Options& options, Context* context) {
  note_interrupts();
  FolderWatch watch(options.folder);  // before the first look, so that nothing slips between
  ingest_round(options, {options.folder}, context);
  context->note(context->t({"watching {0}; Ctrl-C ends it", "đang theo dõi {0}; Ctrl-C để dừng"}, {options.folder}));
  for (auto files = watch.next(); !files.empty(); files = watch.next()) ingest_round(options, files, context);
  return ExitCode::ok;
}

}  // namespace

void add_watch(Commands* commands) {
  auto options = std::make_shared<Options>();
  Context* context = &commands->context();
  CLI::App* command = commands->add("watch",
                                    {"Record a folder's articles, and new ones as they come, until it is stopped",
                                     "Ghi các bài trong một thư mục và bài mới khi có, cho đến khi bị dừng"},
                                    {"  # every file that a program is done with writing; Ctrl-C ends it\n"
                                     "  socai watch inbox",
                                     "  # mọi tệp mà chương trình khác vừa ghi xong; Ctrl-C để dừng\n"
                                     "  socai watch inbox"});
  command
      ->add_option("DIR", options->folder,
                   context->t({"The folder; folders in it are watched too", "Thư mục; theo dõi cả thư mục con"}))
      ->required();
  add_ingest_options(commands, command, &options->ingest);
  commands->set_run(command, [options, context] { return run_watch(*options, context); });
}

}  // namespace socai::cli
