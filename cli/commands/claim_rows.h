// SPDX-License-Identifier: Apache-2.0
// Claims of the ledger in the forms that `socai claims` gives: a table for people, lines of CSV.
#pragma once

#include <string>
#include <vector>

#include "cli/people/claim_text.h"
#include "cli/terminal/table.h"
#include "ledger/query.h"

namespace socai::cli {

// The first characters of a claim's id: enough to name it to `socai show`.
std::string short_id(const std::string& id);

// Outlet and day of publication; what is unknown is left out.
std::string published(const ArticleInfo& article, const ClaimText& text);

Table claim_table(const std::vector<RecordedClaim>& rows, const ClaimText& text);

std::string claim_csv_header();
std::string claim_csv(const RecordedClaim& row);

}  // namespace socai::cli
