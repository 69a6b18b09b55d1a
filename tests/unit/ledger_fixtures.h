// SPDX-License-Identifier: Apache-2.0
// Articles and claims for the tests of the ledger and the audit, and a folder that goes when the test ends.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "extractor/claim/entity_id.h"
#include "extractor/claim/sha256.h"
#include "ledger/ledger.h"

namespace socai::testing {

inline VersionInfo info(const std::string& time = "2025-02-01T03:15:00Z") { return {time, "lan", "", "rules-1"}; }

// An article as a reader gives it: without an id its text's hash stands there.
inline Article article(const std::string& id, const std::string& text) {
  Article made;
  made.id = id.empty() ? to_hex(sha256(text)).substr(0, 16) : id;
  made.text = text;
  return made;
}

// The claim whose quote is the first occurrence of `quote` in the article's text (behind `from`), exact, in VND.
inline Claim money(const Article& article, const std::string& quote, const std::string& value, std::size_t from = 0) {
  Claim claim;
  claim.article = article.id;
  claim.start = article.text.find(quote, from);
  claim.end = claim.start + quote.size();
  claim.quote = quote;
  const auto line_start = article.text.rfind('\n', claim.start);
  claim.sentence_start = line_start == std::string::npos ? 0 : line_start + 1;
  claim.sentence_end = std::min(article.text.find('\n', claim.start), article.text.size());
  Amount amount;
  amount.value = amount.min = amount.max = Decimal::parse(value);
  amount.currency = "VND";
  claim.amount = amount;
  claim.claimant.entity = {kNarratorName, kNarratorId, ""};
  claim.confidence_percent = 90;
  return claim;
}

inline Entity entity(const std::string& name) { return {name, entity_id(name), name}; }

inline Claim& by(Claim& claim, const std::string& name) {
  claim.claimant.entity = entity(name);
  claim.claimant.type = EntityType::organization;
  claim.claimant.attribution = Attribution::indirect;
  return claim;
}

inline Claim& about(Claim& claim, const std::string& subject, const std::string& metric) {
  claim.subject = entity(subject);
  claim.metric = Metric{metric, metric};
  return claim;
}

class Folder {
 public:
  Folder() {
    auto name = (std::filesystem::temp_directory_path() / "socai-test-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(const std::string& name) const { return (path_ / name).string(); }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
  }

 private:
  std::filesystem::path path_;
};

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The exit code of the Error that `action` ends with; ok where it ends without one.
template <typename Action>
ExitCode code_of(Action action) {
  try {
    action();
    return ExitCode::ok;
  } catch (const Error& error) {
    return error.code;
  }
}

}  // namespace socai::testing
