// SPDX-License-Identifier: Apache-2.0
// How a Writer turns articles and claims into entries. Not for users of the library: see ledger.h.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "ledger/store/history.h"
#include "ledger/store/reader.h"

namespace socai {

struct Writer::State {
  State(Database& db, const VersionInfo& info);

  void add(const Article& article, const std::vector<Claim>& claims);
  bool keep(const Article& article);
  void append(const Entry& entry);  // the version's own entry before its first
  IngestResult seal();

  // ---- steps of add()
  bool record_article(const Article& article, const std::string& id, const std::optional<ArticleRow>& known);
  void record_claims(const std::string& id, const std::vector<Claim>& claims, const std::optional<ArticleRow>& known,
                     bool article_changed);

  Database& db;
  VersionInfo info;
  WriteTransaction transaction;
  History history;
  IngestResult result;
  bool done = false;
};

// The entry of an article's first revision.
ArticleEntry entry_of(const Article& article, const std::string& id);

// "As of" all entries, for the readers of store/reader.h.
inline constexpr auto kEveryEntry = std::numeric_limits<std::int64_t>::max();

// Throws invalid_data for a time that is no RFC 3339 moment in UTC.
void check_version_info(const std::string& path, const VersionInfo& info);

}  // namespace socai
