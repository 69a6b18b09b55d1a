// SPDX-License-Identifier: Apache-2.0
// The ledger and the versions that an ingest makes.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/ingest/options.h"
#include "cli/ingest/report.h"
#include "cli/program/context.h"
#include "ledger/ledger.h"

namespace socai::cli {

// Where a dry run works if there is no ledger yet: a folder that goes when it ends.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// Ledger and version are opened at the first article, so that a command that finds none leaves no file behind; a file
// that it made itself goes again if it fails before a version is sealed.
class Recording {
 public:
  Recording(const IngestOptions& options, Context* context);
  ~Recording();
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;

  // The fingerprints of articles that need not be extracted again; empty where there is no ledger.
  std::vector<std::uint64_t> standing() const;

  Taken add(const Article& article, const std::vector<Claim>& claims);
  // False: the article does not stand so any more, and is to be extracted and added.
  bool keep(const Article& article);

  // Seals the version if it holds as many articles as --batch says; gives what it holds.
  std::optional<IngestResult> seal_if_full();
  // Seals what is left. Nothing where no article came since the last.
  std::optional<IngestResult> finish();

  // Over all versions; `version` and `root` of the last.
  const IngestResult& sum() const { return sum_; }
  std::size_t versions() const { return versions_; }

 private:
  Writer& writer();
  IngestResult seal();

  const IngestOptions& options_;
  Context* context_;
  std::string path_;
  bool is_new_ = false;
  std::unique_ptr<ScratchFolder> scratch_;
  std::optional<Ledger> ledger_;
  std::optional<Writer> writer_;
  IngestResult sum_;
  std::size_t versions_ = 0;
  bool any_ = false;  // a version was sealed, or found to hold nothing new
};

}  // namespace socai::cli
