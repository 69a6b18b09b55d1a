// SPDX-License-Identifier: Apache-2.0
// socai ingest: articles into the ledger, as one version or as several.
#include <memory>

#include "cli/commands/all.h"
#include "cli/commands/ingest_options.h"
#include "cli/ingest/run.h"
#include "cli/input/find_files.h"
#include "cli/program/interrupt.h"

namespace socai::cli {

void add_ingest_options(Commands* commands, CLI::App* command, IngestOptions* options) {
  const Context* context = &commands->context();
  commands->add_ledger(command);
  command
      ->add_option("-m,--message", options->message,
                   context->t({"Why: kept with the version", "Lý do: lưu cùng phiên bản"}))
      ->type_name("TEXT");
  command
      ->add_option("--author", options->author,
                   context->t({"Who (else $SOCAI_AUTHOR, $USER)", "Ai ghi (nếu không: $SOCAI_AUTHOR, $USER)"}))
      ->type_name("NAME");
  options->input.add_to(commands, command);
}

void add_ingest(Commands* commands) {
  auto options = std::make_shared<IngestOptions>();
  Context* context = &commands->context();
  CLI::App* command = commands->add("ingest",
                                    {"Record the claims of articles in the ledger, as one version",
                                     "Ghi các tuyên bố trong bài báo vào sổ cái, thành một phiên bản"},
                                    {"  socai ingest article.txt\n"
                                     "  # a folder: texts, JSON, tables, pages and archives in it\n"
                                     "  socai ingest archive --message \"archive of 2025\"\n"
                                     "  # what a crawler wrote, compressed; its names for title and text\n"
                                     "  socai ingest crawl.jsonl.zst --map title=headline --map text=article.body\n"
                                     "  # millions of articles: a version each 10,000, and what became of each\n"
                                     "  socai ingest pages.warc.gz --batch 10000 --report report.jsonl\n"
                                     "  # what would it do?\n"
                                     "  socai ingest archive.jsonl --dry-run",
                                     "  socai ingest article.txt\n"
                                     "  # một thư mục: văn bản, JSON, bảng, trang web và tệp nén trong đó\n"
                                     "  socai ingest archive --message \"kho bài 2025\"\n"
                                     "  # tệp nén do trình thu thập ghi; tên trường tít và văn bản của nó\n"
                                     "  socai ingest crawl.jsonl.zst --map title=headline --map text=article.body\n"
                                     "  # hàng triệu bài: mỗi 10.000 bài một phiên bản, kèm báo cáo từng bài\n"
                                     "  socai ingest pages.warc.gz --batch 10000 --report report.jsonl\n"
                                     "  # thử xem sẽ ghi những gì\n"
                                     "  socai ingest archive.jsonl --dry-run"});
  command
      ->add_option("FILE", options->input.names,
                   context->t({"Articles: files, archives, folders, patterns, or - for standard input",
                               "Bài báo: tệp, tệp nén, thư mục, mẫu tên, hoặc - là đầu vào chuẩn"}))
      ->required();
  add_ingest_options(commands, command, options.get());
  command->add_flag("--dry-run", options->dry_run,
                    context->t({"Say what would be recorded; write nothing", "Cho biết sẽ ghi gì; không ghi"}));
  command
      ->add_option(
          "--batch", options->batch,
          context->t({"Articles a version (default: all in one); Ctrl-C then leaves the sealed ones",
                      "Số bài mỗi phiên bản (mặc định: tất cả vào một); Ctrl-C giữ lại những phiên bản đã xong"}))
      ->type_name("N");
  command
      ->add_option(
          "--report", options->report,
          context->t({"What became of each article: JSONL, or JSON if the name ends in .json; - is standard output",
                      "Báo cáo từng bài: JSONL, hoặc JSON nếu tên kết thúc bằng .json; - là đầu ra chuẩn"}))
      ->type_name("FILE");
  commands->add_choice(command, "--progress", &options->progress, {"auto", "json", "never"},
                       {"How far it is, on standard error. auto: a line on a terminal; json: a line a second",
                        "Tiến độ, ở luồng lỗi chuẩn. auto: một dòng trên màn hình; json: mỗi giây một dòng"});
  commands->set_run(command, [options, context] {
    note_interrupts();
    return run_ingest(*options, find_files(options->input.names), context);
  });
}

}  // namespace socai::cli
