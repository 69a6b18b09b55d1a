// SPDX-License-Identifier: Apache-2.0
// Finds the claims that a ClaimQuery asks for, page by page, so that no statement stays open while a caller works.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/query.h"
#include "ledger/store/database.h"
#include "ledger/store/reader.h"

namespace socai {

class ClaimSearch {
 public:
  // `size`: as of this number of entries. Throws invalid_data where the query cannot be (a day that is none).
  ClaimSearch(Database& db, const ClaimQuery& query, std::int64_t size);

  // The next claims in order, at most `count`; empty: there are no more.
  std::vector<ClaimSlot> next(std::size_t count);

 private:
  void add_conditions(const ClaimQuery& query);
  void add_id_prefix(const std::string& prefix);
  void add_names(const std::string& column, const std::vector<std::string>& names, bool exact);
  void add_metric(const std::string& metric);
  void add_bounds(const ClaimQuery& query);
  void add_days(const ClaimQuery& query);
  void add(const std::string& condition, std::string parameter);
  void add_numbers(const std::string& column, const std::vector<std::int64_t>& numbers);
  std::vector<std::int64_t> next_entries(std::size_t count);
  std::string ordered(const std::string& branch) const;
  void bind(Query* query, std::size_t count) const;

  Database& db_;
  std::int64_t size_;
  bool newest_first_;
  bool nothing_ = false;  // no claim can match
  std::string where_;
  std::vector<std::string> branches_ = {""};  // conditions, of which one holds for a claim; never two
  std::vector<std::string> parameters_;
  std::optional<std::int64_t> last_;  // entry of the last claim given
};

// The claims that stand as of `size` entries and do not as of `other`, in the order of their recording.
std::vector<ClaimSlot> slots_standing_only_at(Database& db, std::int64_t size, std::int64_t other);

// The range of ids (8 bytes each) that begin with the hex digits; nullopt where no id does.
std::optional<std::pair<std::string, std::string>> id_range(std::string_view hex_prefix);

// The numbers of the names that match, sorted: see ClaimQuery::by.
std::vector<std::int64_t> matching_names(Database& db, const std::vector<std::string>& names, bool exact,
                                         const Aliases& aliases);

}  // namespace socai
