// SPDX-License-Identifier: Apache-2.0
// Which entity ids name the same thing, because a person said so.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace socai {

// Groups of ids. An id that nobody joined is a group of its own.
class Aliases {
 public:
  // Says that both ids name one entity; what is joined with either becomes one group.
  void join(const std::string& a, const std::string& b);

  bool same(std::string_view a, std::string_view b) const;

  // The smallest id of its group: equal for two ids exactly when they name one entity.
  std::string canonical(std::string_view id) const;

  // All ids of the group, sorted, `id` among them.
  std::vector<std::string> group(std::string_view id) const;

  bool empty() const { return canonical_.empty(); }
  bool operator==(const Aliases&) const = default;

 private:
  std::map<std::string, std::string, std::less<>> canonical_;             // id -> smallest id of its group
  std::map<std::string, std::vector<std::string>, std::less<>> members_;  // smallest id -> ids, sorted
};

}  // namespace socai
