// SPDX-License-Identifier: Apache-2.0
// A version: one sealed, atomic batch of entries. Versions count 1, 2, 3, …; an empty ledger stands at version 0.
#pragma once

#include <cstdint>
#include <string>

namespace socai {

using VersionNumber = std::int64_t;

// What the caller says about the version to be made. The ledger reads no clock and no user name.
struct VersionInfo {
  std::string time;     // RFC 3339 in UTC, whole seconds: "2025-02-01T03:15:00Z"
  std::string author;   // who made it: a person or a program
  std::string message;  // why; may be empty
  std::string rules;    // id of the rules that extracted the claims; empty where no rules were at work
};

// A sealed version.
struct Version {
  VersionNumber number = 0;
  std::string time;
  std::string author;
  std::string message;
  std::string rules;
  std::int64_t entries = 0;  // entries of this and all earlier versions: the size of the Merkle tree
  std::string root;          // RFC 6962 root over them, 64 hex digits

  // What the version added, counted from its entries.
  std::int64_t articles = 0;  // article versions
  std::int64_t claims = 0;    // claims recorded
  std::int64_t retired = 0;   // claims retired

  bool operator==(const Version&) const = default;
};

}  // namespace socai
