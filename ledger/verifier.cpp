// SPDX-License-Identifier: Apache-2.0
#include "ledger/verifier.h"

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

}  // namespace

VerifyReport verify_ledger(Database& db, const std::function<void(std::int64_t, std::int64_t)>& progress,
                           const std::optional<Checkpoint>& earlier) {
  VerifyReport report;
  Problems problems;
  std::optional<ReadTransaction> one_state;
  run(&problems, "file", [&] { one_state.emplace(db); });
  run(&problems, "file", [&] { check_file(db, &problems); });
  run(&problems, "table entry", [&] { check_history(db, {progress, earlier}, &report, &problems); });
  run(&problems, "table text", [&] { check_texts(db, &report, &problems); });
  run(&problems, "derived tables", [&] { check_derived(db, &problems); });
  run(&problems, "claims", [&] { check_quotes(db, &problems); });
  report.problems = problems.sorted();
  report.more_problems = problems.more();
  return report;
}

}  // namespace socai
