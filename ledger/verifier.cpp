// SPDX-License-Identifier: Apache-2.0
#include "ledger/verifier.h"

#include <algorithm>
#include <optional>

#include "extractor/claim/error.h"
#include "ledger/store/check.h"

namespace socai {
namespace {

// Runs one part of the check. A part that the damage stops has found it.
template <typename Part>
void run(Problems* problems, const char* where, Part part) {
  try {
    part();
  } catch (const Error& error) {
    problems->add({"file.damaged", where, std::nullopt, error.what()});
  }
}

// Three parts go over all entries, and take about the same time.
class Meter {
 public:
  Meter(Database& db, const std::function<void(std::int64_t, std::int64_t)>& progress)
      : progress_(progress), entries_(number_of_entries(db)) {}

  // What part 0, 1 or 2 is to be given.
  EntrySeen part(std::int64_t number) const {
    return [this, number](std::int64_t entry) {
      const auto done = std::clamp<std::int64_t>(entry + 1, 0, entries_);
      if (progress_ && done % kStep == 0) progress_(number * entries_ + done, kParts * entries_);
    };
  }
  void end() const {
    if (progress_) progress_(kParts * entries_, kParts * entries_);
  }

 private:
  static constexpr std::int64_t kParts = 3;
  static constexpr std::int64_t kStep = 256;

  // As the last entry's number has it, which costs no time; in a damaged file it may be anything.
  static std::int64_t number_of_entries(Database& db) {
    try {
      Query last(db, "SELECT coalesce(max(seq) + 1, 0) FROM entry");
      return last.step() ? std::max<std::int64_t>(0, last.integer(0)) : 0;
    } catch (const Error&) {  // the parts will say so
      return 0;
    }
  }

  const std::function<void(std::int64_t, std::int64_t)>& progress_;
  std::int64_t entries_;
};

}  // namespace

VerifyReport verify_ledger(Database& db, const std::function<void(std::int64_t, std::int64_t)>& progress,
                           const std::optional<Checkpoint>& earlier) {
  VerifyReport report;
  Problems problems;
  std::optional<ReadTransaction> one_state;
  run(&problems, "file", [&] { one_state.emplace(db); });
  const Meter meter(db, progress);
  run(&problems, "file", [&] { check_file(db, &problems); });
  run(&problems, "table entry", [&] { check_history(db, earlier, meter.part(0), &report, &problems); });
  run(&problems, "table text", [&] { check_texts(db, &report, &problems); });
  run(&problems, "derived tables", [&] { check_derived(db, meter.part(1), &problems); });
  run(&problems, "claims", [&] { check_quotes(db, meter.part(2), &problems); });
  meter.end();
  report.problems = problems.sorted();
  report.more_problems = problems.more();
  return report;
}

}  // namespace socai
