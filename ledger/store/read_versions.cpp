// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "ledger/merkle.h"
#include "ledger/store/derived.h"
#include "ledger/store/reader.h"

namespace socai {
namespace {

const std::string kVersionColumns =
    "SELECT number, time, author, message, rules, entries, root, articles, claims, retired FROM version ";

constexpr const char* kOpen = "open";  // the judgement that takes an earlier one back

Version version_of(const Query& row) {
  Version version;
  version.number = row.integer(0);
  version.time = row.text(1);
  version.author = row.text(2);
  version.message = row.text(3);
  version.rules = row.text(4);
  version.entries = row.integer(5);
  version.root = id_hex(row.text(6));
  version.articles = row.integer(7);
  version.claims = row.integer(8);
  version.retired = row.integer(9);
  return version;
}

}  // namespace

std::optional<Version> read_newest_version(Database& db) {
  Query query(db, kVersionColumns + "ORDER BY number DESC LIMIT 1");
  return query.step() ? std::optional(version_of(query)) : std::nullopt;
}

std::optional<Version> read_version(Database& db, VersionNumber number) {
  Query query(db, kVersionColumns + "WHERE number = ?");
  query.bind(number);
  return query.step() ? std::optional(version_of(query)) : std::nullopt;
}

std::vector<Version> read_log(Database& db, std::size_t limit) {
  Query query(db, kVersionColumns + "ORDER BY number DESC LIMIT ?");
  query.bind(limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(limit));
  std::vector<Version> versions;
  while (query.step()) versions.push_back(version_of(query));
  return versions;
}

std::optional<VersionNumber> newest_version_until(Database& db, const std::string& utc_moment) {
  Query query(db, "SELECT max(number) FROM version WHERE time <= ?");
  query.bind(utc_moment);
  query.step();
  return query.is_null(0) ? std::nullopt : std::optional(query.integer(0));
}

Aliases read_aliases(Database& db, std::int64_t size) {
  std::set<std::pair<std::string, std::string>> pairs;
  Query query(db, "SELECT a, b, joined FROM alias WHERE entry < ? ORDER BY entry");
  query.bind(size);
  while (query.step()) {
    if (query.integer(2) != 0) {
      pairs.emplace(query.text(0), query.text(1));
    } else {
      pairs.erase({query.text(0), query.text(1)});
    }
  }
  Aliases aliases;
  for (const auto& [a, b] : pairs) aliases.join(a, b);
  return aliases;
}

std::map<std::string, std::string> read_decisions(Database& db, std::int64_t size) {
  std::map<std::string, std::string> decisions;
  Query query(db, "SELECT finding, judgement FROM decision WHERE entry < ? ORDER BY entry");
  query.bind(size);
  while (query.step()) {
    if (query.text(1) == kOpen) {
      decisions.erase(query.text(0));
    } else {
      decisions[query.text(0)] = query.text(1);
    }
  }
  return decisions;
}

std::vector<Judgement> read_decided(Database& db, std::int64_t size) {
  Query query(db,
              "SELECT finding, judgement, reason, version.number, author, time FROM decision"
              " JOIN entry ON entry.seq = decision.entry JOIN version ON version.number = entry.version"
              " WHERE decision.entry = (SELECT max(entry) FROM decision AS later"
              "  WHERE later.finding = decision.finding AND later.entry < ?) ORDER BY finding");
  query.bind(size);
  std::vector<Judgement> decisions;
  while (query.step()) {
    decisions.push_back({query.text(0), query.text(1), query.text(2), query.integer(3), query.text(4), query.text(5)});
  }
  return decisions;
}

std::vector<JoinedPair> read_joined_pairs(Database& db, std::int64_t size) {
  std::vector<JoinedPair> pairs;
  Query query(db,
              "SELECT a, b, joined, entry.version, author, time FROM alias JOIN entry ON entry.seq = alias.entry"
              " LEFT JOIN version ON version.number = entry.version WHERE alias.entry < ? ORDER BY alias.entry");
  query.bind(size);
  while (query.step()) {
    const JoinedPair pair{query.text(0), query.text(1), query.integer(3), query.text(4), query.text(5)};
    const auto same = [&](const JoinedPair& other) { return other.a == pair.a && other.b == pair.b; };
    if (query.integer(2) == 0) {
      std::erase_if(pairs, same);
    } else if (std::none_of(pairs.begin(), pairs.end(), same)) {
      pairs.push_back(pair);
    }
  }
  return pairs;
}

std::vector<std::string> read_ids(Database& db, const std::string& table) {
  std::vector<std::string> ids;
  Query query(db, "SELECT id FROM " + table + " ORDER BY id");
  while (query.step()) ids.push_back(query.text(0));
  return ids;
}

}  // namespace socai
