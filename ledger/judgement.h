// SPDX-License-Identifier: Apache-2.0
// What persons decided, with who and when.
#pragma once

#include <string>

#include "ledger/version.h"

namespace socai {

// A person's judgement on a finding of the audit.
struct Judgement {
  std::string finding;    // its id
  std::string judgement;  // in the person's words: "not a conflict"
  std::string reason;
  VersionNumber version = 0;
  std::string author;
  std::string time;

  bool operator==(const Judgement&) const = default;
};

// Two entity ids that a person said name one entity. Aliases follow from the pairs: see aliases.h.
struct JoinedPair {
  std::string a;  // a < b
  std::string b;
  VersionNumber version = 0;  // that joined them
  std::string author;
  std::string time;

  bool operator==(const JoinedPair&) const = default;
};

}  // namespace socai
