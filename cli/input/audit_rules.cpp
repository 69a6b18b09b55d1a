// SPDX-License-Identifier: Apache-2.0
#include "cli/input/audit_rules.h"

#include <filesystem>

#include "cli/input/whole_file.h"
#include "extractor/claim/error.h"

namespace socai::cli {
namespace {

std::string file_in(const std::string& folder, const char* name) {
  return (std::filesystem::path(folder) / "audit" / name).string();
}

}  // namespace

AuditWords load_audit_words(const std::string& folder) {
  const std::string file = file_in(folder, "words.toml");
  if (!std::filesystem::exists(file)) {
    throw Error(ExitCode::invalid_data, file, "the rules lack this file", "Start from a copy of the rules/ folder.");
  }
  return AuditWords::compile(read_whole_file(file), file);
}

std::string load_audit_cases(const std::string& folder) {
  const std::string file = file_in(folder, "words.cases");
  return std::filesystem::exists(file) ? read_whole_file(file) : std::string();
}

}  // namespace socai::cli
