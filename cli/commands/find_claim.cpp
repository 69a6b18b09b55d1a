// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/find_claim.h"

#include <vector>

namespace socai::cli {
namespace {

IdMatch the_only(const std::vector<IdMatch>& matches, const std::string& id, const Context& context) {
  if (matches.size() == 1) return matches.front();
  std::string list;
  for (const IdMatch& match : matches) list += (list.empty() ? "" : ", ") + match.id;
  throw Error(ExitCode::usage, id, context.t({"several ids begin so", "có nhiều mã bắt đầu như vậy"}), list);
}

}  // namespace

IdMatch find_one(const Ledger& ledger, const std::string& id, std::optional<VersionNumber> as_of,
                 const Context& context) {
  const std::vector<IdMatch> matches = ledger.find(id, as_of);
  if (matches.empty()) {
    throw Error(ExitCode::not_found, id,
                context.t({"no claim and no article has an id that begins so",
                           "không có tuyên bố hay bài nào có mã bắt đầu như vậy"}),
                context.t({"ids are in the last column of: socai claims", "mã nằm ở cột cuối của: socai claims"}));
  }
  return the_only(matches, id, context);
}

std::string find_claim(const Ledger& ledger, const std::string& id, std::optional<VersionNumber> as_of,
                       const Context& context) {
  std::vector<IdMatch> matches = ledger.find(id, as_of);
  std::erase_if(matches, [](const IdMatch& match) { return match.kind != IdMatch::Kind::claim; });
  if (matches.empty()) {
    throw Error(ExitCode::not_found, id,
                context.t({"no claim has an id that begins so", "không có tuyên bố nào có mã bắt đầu như vậy"}),
                context.t({"ids are in the last column of: socai claims", "mã nằm ở cột cuối của: socai claims"}));
  }
  return the_only(matches, id, context).id;
}

}  // namespace socai::cli
