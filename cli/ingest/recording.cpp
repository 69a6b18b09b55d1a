// SPDX-License-Identifier: Apache-2.0
#include "cli/ingest/recording.h"

#include <cstdlib>
#include <system_error>

#include "cli/program/clock.h"

namespace socai::cli {
namespace {

namespace fs = std::filesystem;

void add_up(const IngestResult& result, IngestResult* sum) {
  if (result.version) sum->version = result.version;
  if (!result.root.empty()) sum->root = result.root;
  sum->articles_new += result.articles_new;
  sum->articles_updated += result.articles_updated;
  sum->articles_unchanged += result.articles_unchanged;
  sum->claims_recorded += result.claims_recorded;
  sum->claims_retired += result.claims_retired;
  sum->claims_kept += result.claims_kept;
  sum->claims_moved += result.claims_moved;
}

}  // namespace

ScratchFolder::ScratchFolder() {
  std::string pattern = (fs::temp_directory_path() / "socai-XXXXXX").native();
  if (mkdtemp(pattern.data()) == nullptr) throw Error(ExitCode::io, pattern, "cannot make a temporary folder");
  path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

Recording::Recording(const IngestOptions& options, Context* context)
    : options_(options), context_(context), path_(context->ledger_path()) {
  std::error_code ignored;
  is_new_ = !fs::exists(path_, ignored);
}

Recording::~Recording() {
  writer_.reset();
  ledger_.reset();
  std::error_code ignored;
  if (is_new_ && !any_ && !scratch_) fs::remove(path_, ignored);
}

std::vector<std::uint64_t> Recording::standing() const {
  return is_new_ ? std::vector<std::uint64_t>() : Ledger::open(path_).standing(context_->rules().id());
}

Writer& Recording::writer() {
  if (writer_) return *writer_;
  if (!ledger_) {
    if (options_.dry_run && is_new_) scratch_ = std::make_unique<ScratchFolder>();
    if (options_.dry_run && !is_new_) {
      ledger_.emplace(Ledger::open_to_write(path_));
    } else {
      ledger_.emplace(Ledger::open_or_create(scratch_ ? (scratch_->path() / "dry-run.db").native() : path_));
    }
  }
  const std::string author = options_.author.empty() ? user_name() : options_.author;
  return writer_.emplace(ledger_->begin({utc_now(), author, options_.message, context_->rules().id()}));
}

Taken Recording::add(const Article& article, const std::vector<Claim>& claims) {
  Writer& version = writer();
  const IngestResult before = version.so_far();
  version.add(article, claims);
  const IngestResult& now = version.so_far();
  if (now.articles_new > before.articles_new) return Taken::is_new;
  return now.articles_updated > before.articles_updated ? Taken::updated : Taken::unchanged;
}

bool Recording::keep(const Article& article) { return writer().keep(article); }

IngestResult Recording::seal() {
  const IngestResult result = options_.dry_run ? writer_->discard() : writer_->seal();
  writer_.reset();
  any_ = true;
  versions_ += result.version ? 1 : 0;
  add_up(result, &sum_);
  return result;
}

std::optional<IngestResult> Recording::seal_if_full() {
  // A dry run sees what all of it would do: versions that are dropped one by one would not know of each other.
  if (!writer_ || options_.batch == 0 || options_.dry_run) return std::nullopt;
  const IngestResult& now = writer_->so_far();
  if (now.articles_new + now.articles_updated < options_.batch) return std::nullopt;
  return seal();
}

std::optional<IngestResult> Recording::finish() {
  if (!writer_) return std::nullopt;
  return seal();
}

}  // namespace socai::cli
