// SPDX-License-Identifier: Apache-2.0
// The entries of a version that a person decides on.
#include <algorithm>
#include <limits>

#include "ledger/writer.h"

namespace socai {
namespace {

constexpr auto kEverything = std::numeric_limits<std::int64_t>::max();

void expect_words(const std::string& path, const char* what, const std::string& words) {
  const bool blank = words.find_first_not_of(" \t\r\n") == std::string::npos;
  if (blank) throw Error(ExitCode::invalid_data, path, std::string(what) + " is empty", "write it out");
}

bool are_joined(Database& db, const std::string& a, const std::string& b) {
  const auto pairs = read_joined_pairs(db, kEverything);
  return std::any_of(pairs.begin(), pairs.end(), [&](const JoinedPair& pair) { return pair.a == a && pair.b == b; });
}

}  // namespace

void Writer::alias(const std::string& id, const std::string& other, bool joined) {
  auto& state = *state_;
  expect_words(state.db.path(), "an id", id);
  expect_words(state.db.path(), "an id", other);
  if (id == other) throw Error(ExitCode::invalid_data, state.db.path(), "an id is no alias of itself: " + id);
  const auto& [a, b] = std::minmax(id, other);
  if (are_joined(state.db, a, b) == joined) {
    if (joined) return;
    throw Error(ExitCode::not_found, state.db.path(), "nobody joined " + a + " and " + b,
                "alias list shows the pairs that were");
  }
  state.append(AliasEntry{a, b, joined});
}

void Writer::retire(const std::string& claim_id, const std::string& reason) {
  expect_words(state_->db.path(), "the reason", reason);
  state_->append(RetirementEntry{claim_id, "person", reason});
  ++state_->result.claims_retired;
}

void Writer::decide(const std::string& finding_id, const std::string& judgement, const std::string& reason) {
  expect_words(state_->db.path(), "the finding", finding_id);
  expect_words(state_->db.path(), "the judgement", judgement);
  state_->append(DecisionEntry{finding_id, judgement, reason});
}

void Writer::redact(const std::string& article_id, const std::string& reason) {
  auto& state = *state_;
  expect_words(state.db.path(), "the reason", reason);
  if (!read_article(state.db, article_id, kEverything)) {
    throw Error(ExitCode::not_found, state.db.path(), "no article has the id " + article_id);
  }
  const auto texts = read_kept_texts(state.db, article_id);
  if (texts.empty()) {
    throw Error(ExitCode::not_found, state.db.path(), "nothing is left to take out of article " + article_id);
  }
  state.append(RedactionEntry{article_id, texts, reason});
  for (const auto& digest : texts) state.history.drop_text(digest);
  state.result.texts_redacted += texts.size();
}

}  // namespace socai
