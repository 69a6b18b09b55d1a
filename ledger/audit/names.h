// SPDX-License-Identifier: Apache-2.0
// The names in a sentence, by their capitals alone: runs of words that begin with one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace socai {

struct NameRun {
  std::string id;        // folded: "manchester-united"
  bool opens = false;    // begins the sentence, where a capital tells nothing
  bool is_long = false;  // two words or more
};

struct SentenceNames {
  std::vector<NameRun> names;
  std::vector<std::string> small;  // folded words without a capital: what stands here too is hardly a name
};

SentenceNames names_in(std::string_view sentence);

}  // namespace socai
