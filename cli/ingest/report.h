// SPDX-License-Identifier: Apache-2.0
// What became of every article of an ingest: counted, and written to a file if one is asked for (docs/inputs.md).
#pragma once

#include <cstddef>
#include <fstream>
#include <optional>
#include <string>

#include "cli/ingest/duplicates.h"
#include "cli/input/slice_reader.h"
#include "cli/terminal/output.h"
#include "ledger/ledger.h"

namespace socai::cli {

struct IngestCounts {
  std::size_t taken = 0;  // new, updated and unchanged
  std::size_t refused = 0;
  std::size_t exact_duplicates = 0;
  std::size_t near_duplicates = 0;
};

// Where the time went, in seconds. Reading and recording are done one after the other, extraction on many threads.
struct IngestSeconds {
  double reading = 0;
  double parsing = 0;
  double extracting = 0;
  double recording = 0;
  double sealing = 0;
  double all = 0;
};

enum class Taken { is_new, updated, unchanged };

// JSONL, or one JSON document where the file's name ends in ".json"; "-" is standard output. The file comes into being
// whole at the end; where the command fails none does.
class IngestReport {
 public:
  IngestReport(std::string path, Output* out);
  ~IngestReport();
  IngestReport(const IngestReport&) = delete;
  IngestReport& operator=(const IngestReport&) = delete;

  void add(const Origin& origin, const std::string& article, Taken taken, std::size_t claims,
           const std::optional<Duplicate>& duplicate);
  void add(const Refusal& refusal);
  // What was added since the last version stands now.
  void add_version(const IngestResult& result);

  void finish(const IngestResult& sum, const IngestSeconds& seconds, bool interrupted);

  const IngestCounts& counts() const { return counts_; }

 private:
  void write(const std::string& item);
  void put(const std::string& bytes);

  std::string path_;
  std::string part_;
  Output* out_;
  std::ofstream file_;
  bool is_document_;
  bool first_ = true;
  IngestCounts counts_;
};

}  // namespace socai::cli
